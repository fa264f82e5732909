// The polyphase form of a word, reached by named laws.
#pragma once

#include <optional>

#include "noble/explain.hpp"

namespace noble::rewriting {

/// a and b, each with the steps to their polyphase forms of one common period (L, M),
///
///     Σ ↑(L, r)·conv(q_rm)·↓(M, m),   0 ≤ r < L, 0 ≤ m < M,
///
/// one term for each pair of phases that is not zero. Each operator has one such form. A step
/// applies one law throughout the word. (P. P. Vaidyanathan, Multirate Systems and Filter Banks,
/// 1993, §10.1.) Nothing where a word on the way would have too many terms to read.
struct polyphase_forms {
    simplification left;
    simplification right;
};
std::optional<polyphase_forms> polyphase_forms_of(const op& a, const op& b);

}  // namespace noble::rewriting
