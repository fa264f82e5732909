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
#include <string_view>
#include <vector>

#include "noble/op.hpp"
#include "noble/parse.hpp"

namespace [[gnu::visibility("default")]] noble {

/// One law: before == after. `law` is a name that find_law knows; `canonical-form` says that the
/// two words have the same rows of taps.
struct rewrite_step {
    std::string law;  ///< its name
    op before;        ///< the word that it is applied to
    op after;         ///< the word that it gives
};

/// A word on the way from one to another; the steps join end to end.
using derivation = std::vector<rewrite_step>;

/// A short word, and how it was reached.
struct simplification {
    op word;           ///< what simplify returns
    derivation trace;  ///< from the word given to `word`; empty where they are the same
};

/// A short word for the operator of a. Words are compared by their letters (op::size()), then by
/// how many sums they have, then by the taps of their kernels that are not zero, then by the spans
/// of those kernels. So this is the word with least to read, not the fastest one: a cascade of
/// filters becomes one filter, with more taps perhaps. How a word runs best is a plan's business.
///
/// What holds: the result is the same operator; never more than a in that order; the same word
/// again when simplified again.
///
/// Let (L, M) be the smallest period of the operator. With gcd(L, M) = 1 (one kernel, one rate
/// change) it has one short word, however it is written:
///
///     id   delay(d)   c   conv(q)                    L = M = 1
///     down(M, p)   c * down(M, p)   conv(r) * down(M, p)   down(M) * conv(q)       L = 1
///     up(L, p)     c * up(L, p)     up(L, p) * conv(r)     conv(q) * up(L)         M = 1
///     down(M, p) * up(L)   c * down(M, p) * up(L)          down(M) * conv(q) * up(L)
///     conv(r) * down(M, p) * up(L)   down(M) * up(L, p) * conv(r)
///     up(L, p) * conv(r) * down(M, s)
///
/// with the kernel at the lowest rate where it can stand, and phases next to a kernel in 0 … M − 1
/// or 0 … L − 1. With a common factor the normal shape is the least of these sums:
///
///     Σᵣ up(L, r) * (down(M) * conv(q))     over the output phases r that are not zero
///     Σₘ (conv(q) * up(L)) * down(M, m)     over the input phases m that are not zero
///     one word of the coprime period (L, M)/gcd(L, M), and the rest as one of these
///
/// each branch written as above, and then made less by the laws where they can. The laws are also
/// tried on a itself, and what they find is kept if it is shorter. So two equal words become the
/// same word, except where the laws make one of them shorter than the normal shape (four letters
/// of a filter bank's channel, conv(f) * up(k) * down(k) * conv(h), are fewer than its phases).
/// Operators of one branch (every word without sums in ↓, ↑, delays and numbers) always do.
///
/// Throws limit_error where the canonical form does, or for a word of more than 4,096 letters
/// whose normal shape is longer.
op simplify(const op& a);
/// The same word, with a derivation of it.
simplification simplify_traced(const op& a);

/// How far explain looks.
struct search_bounds {
    std::size_t words = 3000;  ///< words met from each end
    std::size_t steps = 40;    ///< length of the derivation
};

/// A derivation a → … → b, each step checked by the canonical form: the shortest within the bounds
/// if laws applied one at a time lead there, else one by way of simplify, or by way of the
/// polyphase form Σ ↑(L, r)·conv(q)·↓(M, m), where a step applies one law throughout the word.
/// Empty where a and b are the same word. Nothing where a ≠ b (then prove has the witness), or
/// where none was found.
std::optional<derivation> explain(const op& a, const op& b, const search_bounds& bounds = {});

/// The law by which reading pushes .T or .H into that word: `transpose-product`.
std::string_view law_of(const transposition& a);

/// One word per line, each with the law that leads to it:
///
///        down(2) * conv(up(2)(q:3))
///     =  conv(q) * down(2)           [noble-down]
std::string to_string(const op& start, const derivation& steps);

}  // namespace noble
