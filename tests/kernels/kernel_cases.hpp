// What tests of kernels share: every instruction set's against a sum written out, and the plain
// twin likewise. Data lie at the end of a mapped page, before one that must not be read.
#pragma once

#include <doctest/doctest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <stdexcept>
#include <vector>

#include "kernels/instruction_set.hpp"
#include "kernels/kernels.hpp"
#include "noble/limit.hpp"

namespace noble::testing {

/// `count` reals that end where readable memory ends, and begin where it begins if `at_start`.
template <class Real>
class fenced {
 public:
    explicit fenced(index_t count, bool at_start = false)
        : page_(static_cast<std::size_t>(sysconf(_SC_PAGESIZE))),
          bytes_(static_cast<std::size_t>(count) * sizeof(Real)),
          inner_((bytes_ + page_ - 1) / page_ * page_) {
        void* all =
            mmap(nullptr, inner_ + 2 * page_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (all == MAP_FAILED) throw std::runtime_error("mmap");
        base_ = static_cast<char*>(all);
        if (inner_ > 0 && mprotect(base_ + page_, inner_, PROT_READ | PROT_WRITE) != 0) {
            throw std::runtime_error("mprotect");
        }
        data_ = reinterpret_cast<Real*>(base_ + page_ + (at_start ? 0 : inner_ - bytes_));
    }
    fenced(const fenced&) = delete;
    fenced& operator=(const fenced&) = delete;
    ~fenced() { munmap(base_, inner_ + 2 * page_); }

    [[nodiscard]] Real* data() const { return data_; }

 private:
    std::size_t page_;
    std::size_t bytes_;
    std::size_t inner_;
    char* base_ = nullptr;
    Real* data_ = nullptr;
};

/// Random groups of 4, 2 and 1 taps, members `step` apart, of small integers: sums are exact.
template <class Real>
struct random_groups {
    random_groups(std::mt19937& random, index_t step, index_t most_offset) {
        for (std::size_t kind = 0; kind < 3; ++kind) {
            const index_t size = index_t{4} >> kind;
            counts[kind] = static_cast<index_t>(random() % 4);
            for (index_t g = 0; g < counts[kind]; ++g) {
                offsets.push_back(static_cast<index_t>(random()) % (most_offset + 1));
                for (index_t p = 0; p < size; ++p) {
                    taps.push_back(static_cast<Real>(static_cast<int>(random() % 19) - 9));
                    places.push_back(offsets.back() + step * p);
                    farthest = std::max(farthest, places.back());
                }
            }
        }
    }
    [[nodiscard]] kernels::tap_groups<Real> view() const {
        return {counts, offsets.data(), taps.data()};
    }
    std::array<index_t, 3> counts{};
    std::vector<index_t> offsets;
    std::vector<Real> taps;
    std::vector<index_t> places;  ///< of each tap
    index_t farthest = 0;
};

template <class Real>
void fill(std::mt19937& random, Real* data, index_t count) {
    for (index_t i = 0; i < count; ++i) {
        data[i] = static_cast<Real>(static_cast<int>(random() % 201) - 100);
    }
}

/// Calls f(table, random) with the kernels of each instruction set of this machine.
template <class F>
void with_every_table(const F& f) {
    const auto with_set = [&]<class Real>(Real /*zero*/, instruction_set set) {
        CAPTURE(to_string(set));
        CAPTURE(sizeof(Real));
        std::mt19937 random(42);
        f(kernels_of<Real>(set), random);
    };
    for (const auto set : instruction_sets()) {
        with_set(float{}, set);
        with_set(double{}, set);
    }
}

inline constexpr std::array stores{kernels::store::replace, kernels::store::add,
                                   kernels::store::stream};

}  // namespace noble::testing
