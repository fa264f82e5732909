// Proofs for finite maps: are two matrices equal, entry by entry, exactly; and if they are not,
// does the difference lie only at the edges of the signal?
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "noble/linear_map.hpp"
#include "noble/polynomial.hpp"
#include "noble/prove.hpp"

namespace [[gnu::visibility("default")]] noble {

/// The first entry, row by row, at which two matrices differ.
struct matrix_entry {
    index_t row = 0;   ///< i
    index_t col = 0;   ///< j
    polynomial left;   ///< aᵢⱼ of the left map
    polynomial right;  ///< aᵢⱼ of the right map
    friend bool operator==(const matrix_entry&, const matrix_entry&) = default;
};

/// Where the rows that differ lie.
enum class place : std::uint8_t {
    edges,       ///< each of them reads samples outside the signal, on the left or on the right
    everywhere,  ///< one of them reads none
    unknown,     ///< custom maps, products and transposes do not tell
};

/// The answer to a == b for finite maps.
struct map_proof {
    verdict answer = verdict::refuted;       ///< proved or refuted
    linear_map left;                         ///< a
    linear_map right;                        ///< b
    std::vector<index_t> rows;               ///< that differ, ascending; of maps of one shape
    std::optional<matrix_entry> difference;  ///< of maps of one shape that differ
    place where = place::unknown;            ///< the rows that differ lie
    /// Rows that read no sample outside the signal on either side; nothing where unknown.
    std::optional<index_t> interior_rows;
    index_t interior_rows_that_differ = 0;  ///< of those
    /// Whether the words are the same operator on endless signals; nothing where the maps are not
    /// made of words on one axis.
    std::optional<bool> same_words;
    std::vector<std::string> unknowns;  ///< the names of the kernels with unknown taps

    /// Whether it was proved.
    [[nodiscard]] bool holds() const noexcept { return answer != verdict::refuted; }
};

/// Decides whether the matrices are equal. Different shapes refute. Throws argument_error for
/// custom maps, which have no exact matrix, and limit_error.
map_proof prove(const linear_map& a, const linear_map& b);

/// For each row, whether its output reads samples outside [0, n); nothing where the map does not
/// tell (see place::unknown).
std::optional<std::vector<bool>> rows_at_edges(const linear_map& a);

/// "proved", or the first entry that differs, and whether edges, windows or words are to blame.
std::string to_string(const map_proof& p);
std::ostream& operator<<(std::ostream& out, const map_proof& p);

}  // namespace noble
