// The canonical form: the (L, M)-periodic kernel of a word,
//
//     y[L·j + r] = Σₒ c_r[o] · x[M·j + o],   0 ≤ r < L,
//
// held sparsely as its non-zero taps (r, o, c). Two words are the same operator iff their reduced
// canonical forms are equal; the same form is the fused kernel that an engine runs. (P. P.
// Vaidyanathan, Multirate Systems and Filter Banks, 1993, ch. 4 and 10.)
#pragma once

#include <complex>
#include <cstddef>
#include <span>
#include <variant>
#include <vector>

#include "noble/exact.hpp"
#include "noble/limit.hpp"
#include "noble/op.hpp"
#include "noble/polynomial.hpp"

namespace [[gnu::visibility("default")]] noble {

/// One non-zero tap: c_row[offset] = value.
template <class Scalar>
struct periodic_tap {
    index_t row = 0;     ///< r, 0 ≤ r < L
    index_t offset = 0;  ///< o, in inputs from M·j
    Scalar value;        ///< not zero
    friend bool operator==(const periodic_tap&, const periodic_tap&) = default;
};

/// Immutable; Scalar is exact, polynomial, or (rounded, for engines) one of the four dtypes.
template <class Scalar>
class canonical {
 public:
    using entry = periodic_tap<Scalar>;  ///< what it holds

    /// Taps in any order; equal (row, offset) are added, zeros dropped.
    /// Throws argument_error unless L, M ≥ 1 and 0 ≤ row < L.
    canonical(index_t outputs, index_t inputs, std::vector<entry> taps);

    /// The period (L, M): shifting the input by M shifts the output by L.
    [[nodiscard]] index_t outputs() const noexcept { return outputs_; }
    [[nodiscard]] index_t inputs() const noexcept { return inputs_; }  ///< M
    /// All non-zero taps by row, then offset.
    [[nodiscard]] std::span<const entry> taps() const noexcept { return taps_; }
    /// The taps of row r, 0 ≤ r < L.
    [[nodiscard]] std::span<const entry> row(index_t r) const;
    [[nodiscard]] bool is_zero() const noexcept { return taps_.empty(); }  ///< y = 0

    friend bool operator==(const canonical&, const canonical&) = default;

 private:
    index_t outputs_;
    index_t inputs_;
    std::vector<entry> taps_;
};

/// a after b: period (αL_a, βM_b) with αM_a = βL_b = lcm(M_a, L_b).
template <class Scalar>
[[gnu::visibility("default")]] canonical<Scalar> multiply(const canonical<Scalar>& a,
                                                          const canonical<Scalar>& b);

/// Σ forms, on their common period. Throws rate_error where the rates differ.
template <class Scalar>
[[gnu::visibility("default")]] canonical<Scalar> add(std::span<const canonical<Scalar>> forms);

/// (L, M) → (M, L); tap (r, M·w + m) moves to row m at offset r − L·w.
template <class Scalar>
[[gnu::visibility("default")]] canonical<Scalar> transpose(const canonical<Scalar>& a);

/// Every tap conjugated.
template <class Scalar>
[[gnu::visibility("default")]] canonical<Scalar> conj(const canonical<Scalar>& a);

/// The same kernel written with the period (fL, fM).
template <class Scalar>
[[gnu::visibility("default")]] canonical<Scalar> stretch(const canonical<Scalar>& a, index_t f);

/// The same kernel written with its smallest period.
template <class Scalar>
[[gnu::visibility("default")]] canonical<Scalar> reduce(canonical<Scalar> form);

/// The canonical form of a word, reduced. canonical_form<exact> throws argument_error if the word
/// has unknown taps. All throw limit_error before they take more than the memory limit.
template <class Scalar>
[[gnu::visibility("default")]] canonical<Scalar> canonical_form(const op& a);

/// In the scalar the word needs: exact, or polynomial where it has unknown taps.
std::variant<canonical<exact>, canonical<polynomial>> canonical_form(const op& a);

/// Every tap rounded once to the element type T (those that round to zero are dropped).
template <class T>
[[gnu::visibility("default")]] canonical<T> rounded(const canonical<exact>& a);

}  // namespace noble
