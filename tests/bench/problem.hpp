// A job with its data: the input between zeros that stand for the samples before and after it, the
// output that contenders write, and the output of noble that they are compared with.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

#include "bench/job.hpp"

namespace bench {

/// Zeroed memory on a cache line of its own; large ones on huge pages where the system has them, as
/// NumPy's arrays are, so that every contender works on the same kind of memory.
class buffer {
 public:
    buffer() = default;
    explicit buffer(std::size_t bytes);

    template <class T>
    [[nodiscard]] T* as() const {
        return reinterpret_cast<T*>(data_.get());
    }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::span<const std::byte> bytes() const { return {data_.get(), size_}; }

 private:
    struct release {
        void operator()(std::byte* p) const { std::free(p); }
    };
    std::unique_ptr<std::byte, release> data_;
    std::size_t size_ = 0;
};

class problem {
 public:
    explicit problem(const job& j);

    job what;
    std::vector<std::complex<double>> taps;  ///< of a filter
    buffer output;
    buffer reference;

    /// The input; at least `taps` zeros lie before it and `slack` after it.
    template <class T>
    [[nodiscard]] const T* x() const {
        return input_.as<T>() + history_;
    }
    template <class T>
    [[nodiscard]] T* y() const {
        return output.as<T>();
    }
    /// The taps as contenders take them.
    template <class Tap>
    [[nodiscard]] std::vector<Tap> taps_as() const {
        std::vector<Tap> result;
        for (const auto h : taps) {
            if constexpr (std::is_floating_point_v<Tap>) {
                result.push_back(static_cast<Tap>(h.real()));
            } else {
                result.emplace_back(h);
            }
        }
        return result;
    }
    [[nodiscard]] std::span<const std::byte> input_bytes() const;
    /// Real multiplications that the job takes, one to a real tap.
    [[nodiscard]] double multiplies() const;

    static constexpr std::size_t slack = 4096;

 private:
    std::size_t history_ = 0;
    std::size_t element_size_ = 0;
    buffer input_;
};

/// max|y − reference| / max|reference| over the output.
double difference(const problem& p);

/// The same of the output at some hundred places against the defining sum in float64; filters only.
double difference_from_definition(const problem& p);

}  // namespace bench
