// NaN and Inf reach only the outputs that read them; all others keep their bytes, in every method.
#include <doctest/doctest.h>

#include <cstring>
#include <limits>

#include "engine/cases.hpp"
#include "support/property.hpp"
#include "support/random_word.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

/// A sample to spoil, and which outputs it reaches: those of the reference that change with it.
struct spoilt_sample {
    std::size_t at = 0;
    std::vector<bool> reached;
};

template <class T>
std::vector<spoilt_sample> samples_to_spoil(const linear_map& a) {
    const auto n = static_cast<std::size_t>(a.cols());
    std::vector<spoilt_sample> samples;
    for (std::size_t k = 0; k < n; k += 1 + n / 5) {
        std::vector<T> x(n, T{1});
        x[k] = std::numeric_limits<float>::quiet_NaN();
        auto& sample = samples.emplace_back(spoilt_sample{k, {}});
        for (const auto& y : by_reference(a, x))
            sample.reached.push_back(!(std::abs(y) < HUGE_VAL));
    }
    return samples;
}

// Bit for bit; a block that is not fit for a transform is run direct, and so rounded otherwise.
template <class T>
bool is_kept(const T& y, const T& clean, bool by_transform) {
    if (!by_transform) return std::memcmp(&y, &clean, sizeof(T)) == 0;
    return std::abs(y - clean) <= 1e-3 * (1 + std::abs(clean));
}

template <class T>
void check_outputs(const std::vector<T>& y, const std::vector<T>& clean,
                   const std::vector<bool>& reached, bool by_transform) {
    bool others_kept = true;
    bool all_seen = true;
    for (std::size_t i = 0; i < y.size(); ++i) {
        if (reached[i]) {
            all_seen = all_seen && !(std::abs(y[i]) < HUGE_VAL);
        } else {
            others_kept = others_kept && is_kept(y[i], clean[i], by_transform);
        }
    }
    CHECK(others_kept);
    CHECK(all_seen);
}

template <class T>
void stays_local(const linear_map& a, const std::vector<spoilt_sample>& samples,
                 const plan_options& options, std::mt19937_64& random) {
    const plan<T> p(a, options);
    workspace<T> w(p);
    const auto run = [&](const std::vector<T>& x) {
        std::vector<T> y(static_cast<std::size_t>(a.rows()));
        p(x.data(), y.data(), w);
        return y;
    };
    const auto x = random_values<T>(random, a.cols());
    const auto clean = run(x);
    for (const auto& sample : samples) {
        for (const float bad :
             {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
            auto spoilt = x;
            spoilt[sample.at] = bad;
            CAPTURE(sample.at);
            CAPTURE(bad);
            check_outputs(run(spoilt), clean, sample.reached, options.method == method::fft);
        }
    }
}

template <class T>
void stays_local_in_every_method(const op& word, const linear_map& a, std::mt19937_64& random) {
    if (!a.is_real() && std::is_floating_point_v<T>) return;
    const auto samples = samples_to_spoil<T>(a);
    for (const auto set : instruction_sets()) {
        for (const auto m : methods_of<T>(word)) {
            INFO(to_string(m), " ", to_string(set), ": ", to_string(a));
            stays_local<T>(a, samples, {.threads = 1, .method = m, .instructions = set}, random);
        }
    }
}

}  // namespace

TEST_CASE("locality: NaN and Inf reach what the word reaches, in every method") {
    const auto seed = random_seed();
    std::mt19937_64 random(seed);
    CAPTURE(seed);
    const sequence gaps{3, 0, 0, 1, 0, 2};
    for (const op& word : some_of<op>(
             {conv(gaps), conv(random_taps(random, 40)), conv(up(5)(random_taps(random, 7))),
              down(3) * conv(random_taps(random, 20)), conv(random_taps(random, 20)) * up(4),
              down(2) * conv(gaps) * up(3), down(2) * conv(random_taps(random, 5, true)),
              down(3, 1), down(17) * conv(up(3)(random_taps(random, 30))) * up(20), 2 * up(3),
              identity() - identity() + delay(3), conv(gaps) * up(9001)},
             random)) {
        for (const auto b : {boundary::zero, boundary::reflect, boundary::line}) {
            const auto kept = window::full.of(word, 50);
            const auto a = word.on(50, window(kept.begin, std::min<index_t>(kept.count(), 400)), b);
            stays_local_in_every_method<float>(word, a, random);
            stays_local_in_every_method<double>(word, a.T(), random);
            stays_local_in_every_method<std::complex<float>>(word, a, random);
            stays_local_in_every_method<std::complex<double>>(word, a.T(), random);
        }
    }
}

TEST_CASE("locality: a = 1 and b = 0, 1 are taken at their word") {
    using T = std::complex<double>;
    const auto a = conv({1, 2, 1}).on(3, window::same);
    const double inf = std::numeric_limits<double>::infinity();
    for (const auto& map : {a, conv({1, 2, 1}).on(3, window::same, boundary::edge).T()}) {
        const plan<T> p(map);
        workspace<T> w(p);
        const std::vector<T> x{{1, inf}, {2, 3}, {4, 5}};
        std::vector<T> y{{inf, 1}, {1, 2}, {3, inf}};
        p({x.data(), {3}, {1}}, {y.data(), {3}, {1}}, w, T{1}, T{1});
        CHECK(std::isfinite(y[0].imag()) == false);
        CHECK(y[1].real() > 0);
        CHECK(std::isfinite(y[1].real()));
        CHECK(std::isfinite(y[2].real()));
    }
}
