#include "engine/taps/phase_program.hpp"

#include <algorithm>

namespace noble::engine {
namespace {

// The offsets at which all rows have a tap, each row's ascending.
template <class Real>
std::vector<index_t> shared_offsets(const tap_chunk<Real>& from, index_t phases) {
    if (static_cast<index_t>(from.rows.size()) < phases) return {};
    std::vector<index_t> shared = from.rows.front().re.offsets;
    for (const auto& row : from.rows) {
        std::vector<index_t> both;
        std::ranges::set_intersection(shared, row.re.offsets, std::back_inserter(both));
        shared = std::move(both);
    }
    return shared;
}

}  // namespace

template <class Real>
phase_program<Real>::phase_program(const tap_chunk<Real>& from, index_t phases)
    : offsets_(shared_offsets(from, phases)),
      taps_(offsets_.size() * static_cast<std::size_t>(phases)),
      others_(static_cast<std::size_t>(phases)) {
    for (const auto& row : from.rows) {
        const auto number = static_cast<std::size_t>(row.row);
        auto& others = others_[number];
        for (std::size_t i = 0; i < row.re.taps.size(); ++i) {
            const index_t offset = row.re.offsets[i];
            const auto place = std::ranges::lower_bound(offsets_, offset);
            if (place != offsets_.end() && *place == offset) {
                const auto at = static_cast<std::size_t>(place - offsets_.begin());
                taps_[at * static_cast<std::size_t>(phases) + number] = row.re.taps[i];
            } else {
                others.offsets.push_back(offset);
                others.taps.push_back(row.re.taps[i]);
                ++others.counts[2];
            }
        }
    }
    for (const auto& others : others_) views_.push_back(others.view());
}

template class phase_program<float>;
template class phase_program<double>;

}  // namespace noble::engine
