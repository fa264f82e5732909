// A sequence: finitely many taps on the indices first … last of ℤ, zero elsewhere.
//
// Taps are exact (Gaussian rationals) or unknown (polynomials). Zeros are not stored, so a kernel
// dilated by a million costs what its non-zero taps cost; the span first … last is kept as written,
// because explicit zero taps count in windows.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "noble/exact.hpp"
#include "noble/limit.hpp"
#include "noble/polynomial.hpp"

namespace [[gnu::visibility("default")]] noble {

/// A non-zero tap: value at an index.
template <class Scalar>
struct tap {
    index_t index = 0;  ///< t
    Scalar value;       ///< q[t], not zero
    friend bool operator==(const tap&, const tap&) = default;
};

/// Taps by ascending index.
template <class Scalar>
using tap_list = std::vector<tap<Scalar>>;

/// An immutable value, cheap to copy (a shared handle), safe to share between threads.
class sequence {
 public:
    sequence();  ///< one zero tap at index 0

    /// Taps in order, the first at index 0. No taps at all are one zero tap.
    sequence(std::initializer_list<exact> taps);
    /// The same from numbers at run time.
    explicit sequence(const std::vector<exact>& taps);
    /// The same from polynomials.
    explicit sequence(const std::vector<polynomial>& taps);
    /// The same from doubles. Throws argument_error for NaN and Inf.
    explicit sequence(std::span<const double> taps);

    /// From taps at strictly increasing indices within first … last; zeros among them are dropped.
    /// An inverted span is the empty sequence. Throws argument_error if an index lies outside.
    template <class Scalar>
    sequence(index_t first, index_t last, tap_list<Scalar> taps);

    [[nodiscard]] index_t first() const noexcept;  ///< f, the index of the first tap
    [[nodiscard]] index_t last() const noexcept;   ///< l, the index of the last tap
    /// The number of taps, explicit zeros included: last − first + 1.
    [[nodiscard]] index_t length() const noexcept { return last() - first() + 1; }
    /// The number of non-zero taps.
    [[nodiscard]] std::size_t count() const noexcept;
    /// The tap at index t; zero outside first … last.
    [[nodiscard]] polynomial operator[](index_t t) const;

    /// True where no unknown tap occurs.
    [[nodiscard]] bool is_numeric() const noexcept;
    /// The non-zero taps by index. `taps<exact>` throws argument_error if there are unknown ones.
    template <class Scalar>
    [[nodiscard]] tap_list<Scalar> taps() const;
    /// The non-zero taps in the scalar they are held in, for std::visit.
    [[nodiscard]] const std::variant<tap_list<exact>, tap_list<polynomial>>& storage()
        const noexcept;

    /// The same taps with tap i (counted from 0; any integer) at index 0.
    [[nodiscard]] sequence origin(index_t i) const;
    /// Origin ⌊(T−1)/2⌋ of T taps.
    [[nodiscard]] sequence centred() const { return origin((length() - 1) / 2); }
    /// The same taps moved by d: q'[t] = q[t−d].
    [[nodiscard]] sequence shifted(index_t d) const;
    /// q'[t] = q[−t].
    [[nodiscard]] sequence reversed() const;

    /// Every tap conjugated.
    friend sequence conj(const sequence& q);
    /// a[t] + b[t], on the hull of their spans.
    friend sequence operator+(const sequence& a, const sequence& b);
    /// Σₛ a[s]·b[t−s], on first_a + first_b … last_a + last_b.
    friend sequence convolve(const sequence& a, const sequence& b);
    /// c·q[t].
    friend sequence operator*(const exact& c, const sequence& q);
    /// Equal spans (explicit zeros included) and equal taps.
    friend bool operator==(const sequence& a, const sequence& b);

 private:
    struct data;
    std::shared_ptr<const data> data_;
};

// Friends are exported where they are declared outside of the class too.
[[gnu::visibility("default")]] sequence conj(const sequence& q);
[[gnu::visibility("default")]] sequence operator+(const sequence& a, const sequence& b);
[[gnu::visibility("default")]] sequence convolve(const sequence& a, const sequence& b);
[[gnu::visibility("default")]] sequence operator*(const exact& c, const sequence& q);
[[gnu::visibility("default")]] bool operator==(const sequence& a, const sequence& b);

/// `taps{1, 2, 1}`: a causal kernel; `taps{1, 2, 1}.centred()`: one without delay.
using taps = sequence;

/// `length` unknown taps called name0, name1, …, from index 0: the kernel `name:length`.
/// Throws argument_error unless name is letters, then digits, and length ≥ 1.
sequence unknown(const std::string& name, index_t length);

/// As the expression language writes it: `[1 2 1]@1`, `q:5`, `up(1000)([1 2 1])`.
std::string to_string(const sequence& q);
std::ostream& operator<<(std::ostream& out, const sequence& q);

/// Equal sequences have equal hashes.
std::size_t hash_value(const sequence& q);

}  // namespace noble
