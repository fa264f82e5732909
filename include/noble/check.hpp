// check: does a map keep its promises? Dot-test, transpose, linearity, accumulation, and every way
// of evaluating it against every other; with a diagnosis where one fails. For custom maps too.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "noble/linear_map.hpp"

namespace [[gnu::visibility("default")]] noble {

/// The result of one test: its error in units of the bound it is held against.
struct check_result {
    std::string name;       ///< "dot test", "transpose", …
    bool passed = false;    ///< error ≤ 1
    double error = 0;       ///< passed where error ≤ 1; an exact test has 0 or infinity
    std::string diagnosis;  ///< what seems wrong, where it failed
};

/// What check found, test by test.
struct check_report {
    std::vector<check_result> results;  ///< in the order of the tests below
    /// Whether all passed.
    [[nodiscard]] bool passed() const noexcept;
};

/// A line for each test, and its diagnosis where it failed.
std::string to_string(const check_report& report);
std::ostream& operator<<(std::ostream& out, const check_report& report);

/// Tests a map on random complex128 data (float64 for a map that takes real data only):
///
/// * dot test: |⟨Ax, y⟩ − ⟨x, Aᴴy⟩| ≤ c·ε·‖A‖‖x‖‖y‖
/// * linearity: A(ax + by) = a·Ax + b·Ay
/// * accumulation: y ← αAx + βy, and y full of NaN at β = 0
/// * transpose: the matrix of A.T against the transposed matrix of A, bit for bit
/// * evaluation: A x and Aᵀ y against the matrix
///
/// The last two are not for maps with custom parts, whose matrix is what they evaluate to.
///
/// The same `seed` gives the same data. Throws argument_error for unknown taps.
check_report check(const linear_map& a, std::uint64_t seed = 1);

}  // namespace noble
