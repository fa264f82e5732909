// The normal shape of an operator, built from its canonical form.
#pragma once

#include <optional>

#include "noble/op.hpp"

namespace noble::rewriting {

/// The smallest period (L, M) decides: with gcd(L, M) = 1 the one short word of the operator;
/// otherwise the least (by measure) of
///
///     Σᵣ ↑(L, r)·↓M·conv(qᵣ)        a decimator for each output phase that is not zero
///     Σₘ conv(qₘ)·↑L·↓(M, m)        an interpolator for each input phase that is not zero
///     W + the least of the two for a − W,
///
/// where W has the coprime period (L, M)/gcd(L, M) and agrees with a on some stretch of its
/// period. Nothing where each of these has more than `most_terms` terms.
std::optional<op> normal_form(const op& a, index_t most_terms);

}  // namespace noble::rewriting
