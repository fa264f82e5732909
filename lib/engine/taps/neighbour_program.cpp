#include "engine/taps/neighbour_program.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <type_traits>

#include "base/checked.hpp"

namespace noble::engine {
namespace {

template <class Real>
Real all_bits() {
    using bits = std::conditional_t<sizeof(Real) == 4, std::uint32_t, std::uint64_t>;
    return std::bit_cast<Real>(~bits{0});
}

template <class Value>
index_t size_of(const std::vector<Value>& values) {
    return static_cast<index_t>(values.size());
}

template <class Value>
void extend_by(std::vector<Value>& values, index_t count) {
    values.resize(values.size() + static_cast<std::size_t>(count));
}

}  // namespace

template <class Real>
neighbour_program<Real>::neighbour_program(const tap_chunk<Real>& from,
                                           tap_program<Real> row_taps<Real>::*part,
                                           const neighbour_grid& grid, index_t times)
    : grid_(grid) {
    const auto rows = rows_of(from, part, times);
    for (index_t r = 0; r < grid_.outputs; r += grid_.signals()) {
        const index_t count = std::min(grid_.signals(), grid_.outputs - r);
        add_vector(r, {rows.data() + r, static_cast<std::size_t>(count)});
    }
}

// Row r may begin where the line r·M/L, laid below all taps, has its next input: neighbours' places
// then differ by no more than the line rises.
template <class Real>
std::vector<typename neighbour_program<Real>::row> neighbour_program<Real>::rows_of(
    const tap_chunk<Real>& from, tap_program<Real> row_taps<Real>::*part, index_t times) const {
    const auto [outputs, inputs, width, words] = grid_;
    const index_t each = outputs / times;
    std::vector<row> rows(static_cast<std::size_t>(outputs));
    index_t lowest = std::numeric_limits<index_t>::max();
    for (const auto& source : from.rows) {
        const auto& [counts, offsets, taps] = source.*part;
        for (index_t i = 0; i < times; ++i) {
            const index_t number = source.row + each * i;
            auto& to = rows[static_cast<std::size_t>(number)];
            for (std::size_t k = 0; k < taps.size(); ++k) {
                to.taps.push_back({offsets[k] + inputs / times * i, taps[k]});
                lowest = std::min(lowest, to.taps.back().offset * outputs - number * inputs);
            }
        }
    }
    for (index_t r = 0; r < outputs && lowest != std::numeric_limits<index_t>::max(); ++r) {
        rows[static_cast<std::size_t>(r)].start = checked::ceil_div(r * inputs + lowest, outputs);
    }
    return rows;
}

template <class Real>
index_t neighbour_program<Real>::steps_of(std::span<const row> rows) {
    index_t steps = 0;
    for (const auto& r : rows) {
        if (!r.taps.empty()) steps = std::max(steps, r.taps.back().offset - r.start + 1);
    }
    return steps;
}

// The vector of the rows, of which the first is number `first`.
template <class Real>
void neighbour_program<Real>::add_vector(index_t first, std::span<const row> rows) {
    output_vector v;
    v.row = first;
    v.rows = static_cast<index_t>(rows.size());
    v.first = rows.front().start;
    v.steps = steps_of(rows);
    v.taps = size_of(taps_);
    v.places = size_of(places_);
    const index_t held = v.steps * grid_.width;
    extend_by(taps_, held);
    index_t taps = 0;
    for (const auto& r : rows) taps += size_of(r.taps);
    if (taps < v.steps * v.rows) {
        v.masks = size_of(masks_);
        extend_by(masks_, held);
    }
    add_places(v, rows);
    fill_taps(v, rows);
    longest_ = std::max(longest_, v.steps);
    vectors_.push_back(v);
}

// Elements beyond the rows do as the last one does, without taps.
template <class Real>
void neighbour_program<Real>::add_places(output_vector& v, std::span<const row> rows) {
    const index_t words = grid_.words;
    for (index_t e = 0; e < grid_.width; ++e) {
        const auto& r = rows[static_cast<std::size_t>(std::min(e / words, v.rows - 1))];
        const index_t place = (r.start - v.first) * words + e % words;
        places_.push_back(static_cast<std::int32_t>(place));
        v.last_place = std::max(v.last_place, place);
    }
}

template <class Real>
void neighbour_program<Real>::fill_taps(const output_vector& v, std::span<const row> rows) {
    const index_t words = grid_.words;
    for (index_t e = 0; e < v.rows * words; ++e) {
        const auto& r = rows[static_cast<std::size_t>(e / words)];
        for (const auto& [offset, value] : r.taps) {
            const index_t at = (offset - r.start) * grid_.width + e;
            taps_[static_cast<std::size_t>(v.taps + at)] = value;
            if (v.masks >= 0) masks_[static_cast<std::size_t>(v.masks + at)] = all_bits<Real>();
        }
    }
}

template <class Real>
kernels::neighbour_taps<Real> neighbour_program<Real>::view(const output_vector& v) const {
    const auto* has_tap = v.masks < 0 ? nullptr : masks_.data() + v.masks;
    return {v.steps,      taps_.data() + v.taps, has_tap, places_.data() + v.places,
            v.last_place, v.rows * grid_.words};
}

template class neighbour_program<float>;
template class neighbour_program<double>;

}  // namespace noble::engine
