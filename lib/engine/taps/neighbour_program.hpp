// The rows of a chunk, neighbours side by side in vectors of outputs, for
// kernels::table::neighbours.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/aligned_memory.hpp"
#include "engine/taps/tap_chunks.hpp"

namespace noble::engine {

/// The period (L, M) that the vectors of outputs repeat, and what a vector holds.
struct neighbour_grid {
    index_t outputs = 1;
    index_t inputs = 1;
    index_t width = 1;  ///< reals in a vector
    index_t words = 1;  ///< reals in an element

    [[nodiscard]] index_t signals() const { return width / words; }
};

template <class Real>
class neighbour_program {
 public:
    /// Output L·j + row + e, 0 ≤ e < rows, reads inputs from M·j + first on.
    struct output_vector {
        index_t row = 0;
        index_t rows = 0;
        index_t first = 0;
        index_t steps = 0;
        index_t last_place = 0;
        index_t taps = 0;    ///< where its taps and places begin, and what tells its taps
        index_t masks = -1;  ///< from none: −1 where all are taps
        index_t places = 0;
    };

    /// Of the real or of the imaginary parts of a chunk whose taps are single, and whose period is
    /// the `times`-th part of the grid's. M ≤ 2·L.
    neighbour_program(const tap_chunk<Real>& from, tap_program<Real> row_taps<Real>::*part,
                      const neighbour_grid& grid, index_t times);

    [[nodiscard]] const std::vector<output_vector>& vectors() const { return vectors_; }
    [[nodiscard]] kernels::neighbour_taps<Real> view(const output_vector& v) const;
    /// The most steps of a vector.
    [[nodiscard]] index_t longest() const { return longest_; }
    [[nodiscard]] bool is_empty() const { return longest_ == 0; }

 private:
    struct row {
        index_t start = 0;  ///< the input of its first step
        std::vector<offset_tap<Real>> taps;
    };
    [[nodiscard]] std::vector<row> rows_of(const tap_chunk<Real>& from,
                                           tap_program<Real> row_taps<Real>::*part,
                                           index_t times) const;
    [[nodiscard]] static index_t steps_of(std::span<const row> rows);
    void add_vector(index_t first, std::span<const row> rows);
    void add_places(output_vector& v, std::span<const row> rows);
    void fill_taps(const output_vector& v, std::span<const row> rows);

    neighbour_grid grid_;
    std::vector<output_vector> vectors_;
    std::vector<Real> taps_;
    std::vector<Real> masks_;
    std::vector<std::int32_t> places_;
    index_t longest_ = 0;
};

}  // namespace noble::engine
