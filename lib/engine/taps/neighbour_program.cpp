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

}  // namespace

template <class Real>
neighbour_program<Real>::neighbour_program(const chunk<Real>& from,
                                           tap_program<Real> row_taps<Real>::*part,
                                           const neighbour_grid& grid, index_t times)
    : grid_(grid) {
    const auto rows = rows_of(from, part, times);
    for (index_t r = 0; r < grid_.outputs; r += grid_.signals()) add_group(rows, r);
}

// Row r may begin where the line r·M/L, laid below all taps, has its next input: neighbours' places
// then differ by no more than the line rises.
template <class Real>
std::vector<typename neighbour_program<Real>::row> neighbour_program<Real>::rows_of(
    const chunk<Real>& from, tap_program<Real> row_taps<Real>::*part, index_t times) const {
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
void neighbour_program<Real>::add_group(const std::vector<row>& rows, index_t first) {
    const auto [outputs, inputs, width, words] = grid_;
    group g;
    g.row = first;
    g.rows = std::min(grid_.signals(), outputs - first);
    g.taps = static_cast<index_t>(taps_.size());
    g.places = static_cast<index_t>(places_.size());
    const std::span members(rows.data() + first, static_cast<std::size_t>(g.rows));
    g.first = members.front().start;
    index_t taps = 0;
    for (const auto& r : members) {
        if (!r.taps.empty()) g.steps = std::max(g.steps, r.taps.back().offset - r.start + 1);
        taps += static_cast<index_t>(r.taps.size());
    }
    const auto held = static_cast<std::size_t>(g.steps * width);
    taps_.resize(taps_.size() + held);
    const bool is_full = taps == g.steps * g.rows;
    g.masks = is_full ? -1 : static_cast<index_t>(masks_.size());
    if (!is_full) masks_.resize(masks_.size() + held);
    for (index_t e = 0; e < width; ++e) {
        // Elements beyond the rows do as the last one does, without taps.
        const auto& r = members[static_cast<std::size_t>(std::min(e / words, g.rows - 1))];
        const index_t place = (r.start - g.first) * words + e % words;
        places_.push_back(static_cast<std::int32_t>(place));
        g.last_place = std::max(g.last_place, place);
        if (e / words >= g.rows) continue;
        for (const auto& [offset, value] : r.taps) {
            const index_t at = (offset - r.start) * width + e;
            taps_[static_cast<std::size_t>(g.taps + at)] = value;
            if (!is_full) masks_[static_cast<std::size_t>(g.masks + at)] = all_bits<Real>();
        }
    }
    longest_ = std::max(longest_, g.steps);
    groups_.push_back(g);
}

template <class Real>
kernels::neighbour_taps<Real> neighbour_program<Real>::view(const group& g) const {
    const auto* has_tap = g.masks < 0 ? nullptr : masks_.data() + g.masks;
    return {g.steps,      taps_.data() + g.taps, has_tap, places_.data() + g.places,
            g.last_place, g.rows * grid_.words};
}

template class neighbour_program<float>;
template class neighbour_program<double>;

}  // namespace noble::engine
