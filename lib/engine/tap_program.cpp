#include "engine/tap_program.hpp"

#include <algorithm>

namespace noble::engine {
namespace {

template <class Real>
class grouper {
 public:
    grouper(const std::vector<offset_tap<Real>>& taps, index_t spacing, index_t origin)
        : taps_(taps), spacing_(spacing), origin_(origin), used_(taps.size(), false) {}

    tap_program<Real> all() {
        if (spacing_ >= 1) {
            take(0, 4);
            take(1, 2);
        }
        take(2, 1);
        return std::move(program_);
    }

 private:
    // The places of the taps at offset, offset + spacing, …; fewer than `size` where one is
    // missing.
    std::size_t members(std::size_t first, std::size_t size, std::array<std::size_t, 4>& places) {
        std::size_t found = 0;
        std::size_t at = first;
        for (; found < size; ++found) {
            const index_t wanted = taps_[first].offset + spacing_ * static_cast<index_t>(found);
            while (at < taps_.size() && taps_[at].offset < wanted) ++at;
            if (at == taps_.size() || taps_[at].offset != wanted || used_[at]) break;
            places[found] = at;
        }
        return found;
    }

    void take(std::size_t kind, std::size_t size) {
        std::array<std::size_t, 4> places{};
        for (std::size_t first = 0; first < taps_.size(); ++first) {
            if (used_[first] || members(first, size, places) < size) continue;
            ++program_.counts[kind];
            program_.offsets.push_back(taps_[first].offset - origin_);
            for (std::size_t i = 0; i < size; ++i) {
                used_[places[i]] = true;
                program_.taps.push_back(taps_[places[i]].value);
            }
        }
    }

    const std::vector<offset_tap<Real>>& taps_;
    index_t spacing_;
    index_t origin_;
    std::vector<bool> used_;
    tap_program<Real> program_;
};

}  // namespace

template <class Real>
tap_program<Real> group_taps(const std::vector<offset_tap<Real>>& taps, index_t spacing,
                             index_t origin) {
    return grouper<Real>(taps, spacing, origin).all();
}

template tap_program<float> group_taps(const std::vector<offset_tap<float>>&, index_t, index_t);
template tap_program<double> group_taps(const std::vector<offset_tap<double>>&, index_t, index_t);

}  // namespace noble::engine
