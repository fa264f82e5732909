// Boundaries: what a signal is outside its samples [0, n). Each is a linear map of its own, the
// extension, applied before the word; any width, wider than the signal too.
#pragma once

#include <array>
#include <cstdint>
#include <iosfwd>
#include <string>

#include "noble/exact.hpp"
#include "noble/limit.hpp"

namespace [[gnu::visibility("default")]] noble {

//                  x[−1−i], i ≥ 0 (right side mirrored)  continued
/// What a signal is outside its samples [0, n).
enum class boundary : std::uint8_t {
    zero,           ///< 0
    edge,           ///< x[0]
    periodic,       ///< x[n−1−i]                           period n
    symmetric,      ///< x[i] (half-sample)                 period 2n
    reflect,        ///< x[i+1] (whole-sample)              period 2(n−1)
    antisymmetric,  ///< −x[i]                              period 2n, odd copies negated
    antireflect,    ///< 2x[0] − x[i+1]                     odd about each end
    smooth,         ///< x[0] − (i+1)(x[1] − x[0])          slope of the last two
    line,           ///< x[0] − (i+1)(x[n−1] − x[0])/(n−1)  one slope for both ends
};

/// All of them, in the order of the table.
inline constexpr std::array boundaries{
    boundary::zero,        boundary::edge,    boundary::periodic,
    boundary::symmetric,   boundary::reflect, boundary::antisymmetric,
    boundary::antireflect, boundary::smooth,  boundary::line,
};

/// The name, which boundary_from reads.
std::string to_string(boundary b);
std::ostream& operator<<(std::ostream& out, boundary b);

/// By name; `wrap` (periodic) and `constant` (zero) as SciPy calls them are read too. Throws
/// argument_error, naming the nine, otherwise; for the non-linear `median`, `minimum`, `maximum`
/// and a constant c ≠ 0 (`constant:5`) it says why they have no matrix.
boundary boundary_from(const std::string& name);

/// One term of an extended sample: x̃[m] = Σ (num/den)·x[index].
struct extension_term {
    index_t index = 0;  ///< of the sample, 0 ≤ index < n
    index_t num = 1;    ///< the weight's numerator
    index_t den = 1;    ///< the weight's denominator, > 0
    /// num/den.
    [[nodiscard]] rational weight() const;
};

/// The at most four terms of x̃[m]; terms with weight 0 are left out, an index may occur twice.
class extension_terms {
 public:
    /// Adds a term; none where num = 0.
    void add(index_t index, index_t num, index_t den = 1);
    /// The first term.
    [[nodiscard]] const extension_term* begin() const noexcept { return terms_.data(); }
    /// One past the last.
    [[nodiscard]] const extension_term* end() const noexcept { return terms_.data() + count_; }

 private:
    std::array<extension_term, 4> terms_{};
    std::size_t count_ = 0;
};

/// x̃[m] of a signal on [0, n), any m, n ≥ 1. Throws limit_error if a weight leaves 64 bits.
extension_terms extend(boundary b, index_t n, index_t m);

/// Whether samples before the signal depend on its last ones.
bool needs_end(boundary b);

/// Throws shape_error for n < 0, and for n = 0 unless the boundary is zero.
void require_extendable(boundary b, index_t n);

}  // namespace noble
