// A job: what every contender computes. Filters are the word ↓M·conv(h)·↑L on n samples, with
// causal taps and the window `same`: y[j] = Σₖ h[k]·(↑L x)[M·j − k], 0 ≤ j < ⌈n·L/M⌉.
#pragma once

#include <complex>
#include <string>
#include <vector>

#include "noble/noble.hpp"

namespace bench {

using noble::index_t;

enum class element { float32, float64, complex64 };

/// * `filter`: the word on a signal
/// * `chain`: ↓6·conv(b)·↓8·conv(a), a decimator written as two stages
/// * `planning`: making the plan of a filter
/// * `dense`, `sparse`: the matrix of a filter
enum class kind { filter, chain, planning, dense, sparse };

struct job {
    std::string name;
    kind what = kind::filter;
    index_t n = 0;
    index_t taps = 0;  ///< 0: the letters ↓M and ↑L alone
    index_t up = 1;
    index_t down = 1;
    element type = element::float32;
    bool symmetric = false;
    bool complex_taps = false;

    [[nodiscard]] index_t outputs() const { return (n * up + down - 1) / down; }
};

/// The jobs; `quick` has the same on shorter signals.
std::vector<job> jobs(bool quick);

/// The taps of a job: random in (−1, 1), each a float32. The same in every run.
std::vector<std::complex<double>> random_taps(const job& j);

/// Both stages of the chain, and the kernel that does in one what they do in two.
struct stages {
    noble::sequence first;
    noble::sequence second;
    [[nodiscard]] noble::sequence fused() const;
};
inline constexpr index_t first_rate = 8;
inline constexpr index_t second_rate = 6;

/// ↓48 of 90 dB, stop edge 0.5/48 and pass edge 0.4/48 cycles per sample, as Kaiser's formula has
/// it.
stages decimator_stages();

/// The word of a filter or chain.
noble::op word(const job& j);

/// f(T{}) for the element type of the job.
template <class F>
auto with_element(const job& j, const F& f) {
    switch (j.type) {
        case element::float64:
            return f(double{});
        case element::complex64:
            return f(std::complex<float>{});
        default:
            return f(float{});
    }
}

std::string to_string(element type);
std::string to_string(kind what);

}  // namespace bench
