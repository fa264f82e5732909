#include "engine/taps/tap_program.hpp"

#include <algorithm>

namespace noble::engine {
namespace {

template <class Real>
class bundler {
 public:
    bundler(const std::vector<offset_tap<Real>>& taps, index_t spacing, index_t origin)
        : taps_(taps), spacing_(spacing), origin_(origin), used_(taps.size()) {
        program_.offsets.reserve(taps.size());
        program_.taps.reserve(taps.size());
    }

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
        for (std::size_t at = first; found < size; ++found) {
            const index_t wanted = taps_[first].offset + spacing_ * static_cast<index_t>(found);
            if (found > 0) at = last_until(wanted, at);
            if (taps_[at].offset != wanted || used_[at] != 0) break;
            places[found] = at;
        }
        return found;
    }

    // The last tap at an offset ≤ wanted, which is at most `spacing` beyond that of tap `at`: where
    // no tap is missing it lies as many places on.
    std::size_t last_until(index_t wanted, std::size_t at) const {
        at += std::min(static_cast<std::size_t>(spacing_), taps_.size() - 1 - at);
        while (taps_[at].offset > wanted) --at;
        return at;
    }

    void take(std::size_t kind, std::size_t size) {
        std::array<std::size_t, 4> places{};
        for (std::size_t first = 0; first < taps_.size(); ++first) {
            if (used_[first] != 0 || members(first, size, places) < size) continue;
            ++program_.counts[kind];
            program_.offsets.push_back(taps_[first].offset - origin_);
            for (std::size_t i = 0; i < size; ++i) {
                used_[places[i]] = 1;
                program_.taps.push_back(taps_[places[i]].value);
            }
        }
    }

    const std::vector<offset_tap<Real>>& taps_;
    index_t spacing_;
    index_t origin_;
    std::vector<char> used_;  ///< quicker to read than bits
    tap_program<Real> program_;
};

}  // namespace

template <class Real>
tap_program<Real> bundle_taps(const std::vector<offset_tap<Real>>& taps, index_t spacing,
                              index_t origin) {
    return bundler<Real>(taps, spacing, origin).all();
}

template tap_program<float> bundle_taps(const std::vector<offset_tap<float>>&, index_t, index_t);
template tap_program<double> bundle_taps(const std::vector<offset_tap<double>>&, index_t, index_t);

}  // namespace noble::engine
