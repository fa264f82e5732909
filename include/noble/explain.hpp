// simplify: a canonical short word for the same operator. explain: a derivation A → … → B that
// names the law at each step.
//
// Both are words about words: whether two words are the same operator is decided by prove, with
// or without a derivation.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "noble/op.hpp"

namespace noble {

/// One law, applied once: before == after. Laws go by their names in law_groups() where they have
/// one there; the rest are the ring's (distributive, like-terms, scale-scale, …), and
/// `canonical-form`: an operator with one kernel and one rate change is ↓M·conv(q)·↑L.
struct rewrite_step {
    std::string law;
    op before;
    op after;
};

/// A word on the way from one to another; the steps join end to end.
using derivation = std::vector<rewrite_step>;

struct simplification {
    op word;
    derivation trace;  ///< from the word given to `word`; empty where they are the same
};

/// The short word for the operator of a: the same operator, never more letters (op::size()), and
/// the same word again when simplified again. Every operator whose smallest period (L, M) has
/// gcd(L, M) = 1 (one kernel, one rate change) has one short word, however it is written:
///
///     id   delay(d)   c   conv(q)                    L = M = 1
///     down(M, p)   c * down(M, p)   conv(r) * down(M, p)   down(M) * conv(q)       L = 1
///     up(L, p)     c * up(L, p)     up(L, p) * conv(r)     conv(q) * up(L)         M = 1
///     down(M, p) * up(L)   c * down(M, p) * up(L)          down(M) * conv(q) * up(L)
///
/// with the kernel at the low rate where it can stand there. Other words are rewritten by the laws
/// until none makes them less, in this order: letters, sums, lengths of kernels, factors of ↓ and
/// ↑, letters out of order (scales first, ↓ before ↑, terms by name).
/// Throws limit_error where the canonical form does, or for a word of more than 4,096 letters
/// without a short word of the shapes above.
op simplify(const op& a);
simplification simplify_traced(const op& a);

/// How far explain looks.
struct search_bounds {
    std::size_t words = 3000;  ///< words met from each end
    std::size_t steps = 16;    ///< length of the derivation
};

/// A derivation a → … → b, each step checked by the canonical form, the shortest within the bounds
/// if the laws alone lead there, else one by way of simplify. Empty where a and b are the same
/// word. Nothing where a ≠ b (then prove has the witness), or where none was found.
std::optional<derivation> explain(const op& a, const op& b, const search_bounds& bounds = {});

/// One word per line, each with the law that leads to it:
///
///        down(2) * conv(up(2)(q:3))
///     =  conv(q) * down(2)           [noble-down]
std::string to_string(const op& start, const derivation& steps);

}  // namespace noble
