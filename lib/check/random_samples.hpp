// Samples for checks: uniform on [−1, 1), complex ones in both parts; the same for the same seed.
#pragma once

#include <complex>
#include <cstdint>
#include <random>
#include <type_traits>
#include <vector>

#include "noble/limit.hpp"

namespace noble {

template <class T>
class random_samples {
 public:
    explicit random_samples(std::uint64_t seed) : engine_(seed) {}

    T value() {
        if constexpr (std::is_floating_point_v<T>) {
            return static_cast<T>(real());
        } else {
            using part = typename T::value_type;
            const auto re = static_cast<part>(real());
            return {re, static_cast<part>(real())};
        }
    }

    std::vector<T> values(index_t n) {
        require_memory(n, sizeof(T), "the random data of a check");
        std::vector<T> result(static_cast<std::size_t>(n));
        for (auto& v : result) v = value();
        return result;
    }

 private:
    double real() { return uniform_(engine_); }

    std::mt19937_64 engine_;
    std::uniform_real_distribution<double> uniform_{-1, 1};
};

}  // namespace noble
