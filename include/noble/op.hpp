// op: a word in ↓k, ↑k and convolution, acting on sequences on all of ℤ (no edges).
//
//     down(2) * conv(q)          filter by q, then keep every second sample
//     conv(q) * up(2)            its mirror: put zeros between the samples, then filter
//     (down(2) * conv(q)).T()    the transpose, a word again: conv(reversed q) * up(2)
//
// A word is a small immutable value: a handle on a shared constant node.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "noble/boundary.hpp"
#include "noble/exact.hpp"
#include "noble/limit.hpp"
#include "noble/rate.hpp"
#include "noble/sequence.hpp"
#include "noble/window.hpp"

namespace [[gnu::visibility("default")]] noble {

class op;
class linear_map;
struct support;  // noble/support.hpp

/// What a word is made of: the closed set of nodes that algorithms visit.
namespace node {

struct identity {
    friend bool operator==(const identity&, const identity&) = default;
};
/// y[n] = x[n − d]
struct delay {
    index_t d = 0;  ///< samples; negative: ahead
    friend bool operator==(const delay&, const delay&) = default;
};
/// y[n] = c·x[n]
struct scale {
    exact c;  ///< any Gaussian rational
    friend bool operator==(const scale&, const scale&) = default;
};
/// y[n] = x[k·n + p]
struct down {
    index_t k = 1;  ///< ≥ 1
    index_t p = 0;  ///< any integer
    friend bool operator==(const down&, const down&) = default;
};
/// y[k·n + p] = x[n], all else 0
struct up {
    index_t k = 1;  ///< ≥ 1
    index_t p = 0;  ///< any integer
    friend bool operator==(const up&, const up&) = default;
};
/// y[n] = Σₜ q[t]·x[n − t]
struct conv {
    sequence q;  ///< the kernel
    friend bool operator==(const conv&, const conv&) = default;
};
/// factors[0] after factors[1] after …; at least two, none of them a product
struct product {
    std::vector<op> factors;  ///< the last acts first
};
/// terms[0] + terms[1] + …; at least two, none of them a sum, all of one rate
struct sum {
    std::vector<op> terms;  ///< of one rate
};

/// One of them.
using any = std::variant<identity, delay, scale, down, up, conv, product, sum>;

}  // namespace node

/// A word: a linear operator on sequences on ℤ, of a rational rate. An immutable value, safe to
/// share between threads.
class op {
 public:
    op();  ///< the identity
    /// The word of one node; a product or sum as product_of or sum_of makes it. Throws limit_error.
    explicit op(node::any n);

    /// What the word is made of, for std::visit.
    [[nodiscard]] const node::any& root() const noexcept;

    /// Outputs per input.
    [[nodiscard]] noble::rate rate() const noexcept;
    /// The number of letters of the word, and how deep sums and products nest.
    [[nodiscard]] index_t size() const noexcept;
    /// How deep sums and products nest; a letter has depth 1.
    [[nodiscard]] int depth() const noexcept;
    /// True where no unknown tap occurs.
    [[nodiscard]] bool is_numeric() const noexcept;

    /// The transpose, pushed to the letters: (AB)ᵀ = BᵀAᵀ, ↓kᵀ = ↑k, convolution with q[−t].
    [[nodiscard]] op T() const;
    /// The adjoint: conj(A).T().
    [[nodiscard]] op H() const;

    /// Where a unit sample leaves its trace; nothing for the zero operator. Any tap counts.
    [[nodiscard]] std::optional<noble::support> support() const;
    /// The least d for which delay(d)·A is causal (output samples); nothing for zero.
    [[nodiscard]] std::optional<index_t> latency() const;
    /// The delay (output samples) of a word with a symmetric or antisymmetric kernel; otherwise
    /// nothing.
    [[nodiscard]] std::optional<rational> delay() const;

    /// The word applied to a sequence: up(3)(q) is the kernel q dilated by 3.
    sequence operator()(const sequence& x) const;

    /// The word applied along `axis` of an array, as the finite map it is on that many samples, in
    /// the array's element type (integers become float64). Include noble/evaluate.hpp.
    /// Throws shape_error, argument_error (complex taps on real data), limit_error.
    template <class Array>
    requires(!std::is_convertible_v<const Array&, sequence>) auto operator()(
        const Array& x, const window& w = window::full, boundary b = boundary::zero,
        int axis = -1) const;

    /// The finite map of this word on signals that occupy indices [0, n).
    /// Throws shape_error (n < 0, or n = 0 with a boundary other than zero).
    [[nodiscard]] linear_map on(index_t n, window w = window::full,
                                boundary b = boundary::zero) const;

    /// The same operator on all signals and for all values of unknown taps, decided exactly.
    friend bool operator==(const op& a, const op& b);

 private:
    struct data;
    std::shared_ptr<const data> data_;
};

// Friends are exported where they are declared outside of the class too.
[[gnu::visibility("default")]] bool operator==(const op& a, const op& b);

/// The same letters in the same order (products and sums are flat). Equal words are equal
/// operators; equal operators may be different words, with different natural windows.
bool same_word(const op& a, const op& b);

/// y[n] = x[n]
op identity();
/// y[n] = x[n − d]
op delay(index_t d);
/// y[n] = c·x[n]
op scale(const exact& c);
/// y[n] = x[k·n + p]: every k-th sample, beginning at p. Throws argument_error unless k ≥ 1.
op down(index_t k, index_t p = 0);
/// y[k·n + p] = x[n], all else 0; the transpose of down(k, p). Throws argument_error unless k ≥ 1.
op up(index_t k, index_t p = 0);
/// y[n] = Σₜ q[t]·x[n − t], over q's own indices.
op conv(const sequence& q);
/// conv(q).T(): y[n] = Σₜ q[t]·x[n + t]; never conjugates (the "convolution" of deep learning).
op corr(const sequence& q);

op operator*(const op& a, const op& b);     ///< a after b
op operator*(const exact& c, const op& a);  ///< y[n] = c·(A x)[n]
op operator+(const op& a, const op& b);     ///< throws rate_error where the rates differ
op operator-(const op& a, const op& b);     ///< throws rate_error where the rates differ
op operator-(const op& a);                  ///< y[n] = −(A x)[n]
/// a·a·…·a, n times. Throws argument_error if n < 0, rate_error if n = 0 and the rate of a is not
/// 1, limit_error for more than a million letters.
op pow(const op& a, index_t n);
/// Every tap and scale conjugated.
op conj(const op& a);

/// All factors (terms) at once. An empty product is the identity; an empty sum is refused.
op product_of(const std::vector<op>& factors);
/// terms[0] + terms[1] + … Throws argument_error for none, rate_error where the rates differ.
op sum_of(const std::vector<op>& terms);

/// A hash of the operator: equal operators have equal hashes, however they are written.
std::size_t hash_value(const op& a);

/// ASCII that `parse` reads back to the same word.
std::string to_string(const op& a);
std::ostream& operator<<(std::ostream& out, const op& a);

}  // namespace noble

/// Words as keys: equal operators are one key.
template <>
struct std::hash<noble::op> {
    /// As hash_value.
    std::size_t operator()(const noble::op& a) const { return noble::hash_value(a); }
};
