#include "bench/job.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace bench {
namespace {

constexpr double attenuation = 90;      // dB
constexpr double stop_edge = 0.5 / 48;  // cycles per sample
constexpr double pass_edge = 0.4 / 48;

/// Kaiser's windowed sinc: (A − 7.95)/(2.285·Δω) taps, β = 0.1102·(A − 8.7) (J. F. Kaiser, 1974).
noble::sequence kaiser_lowpass(double pass, double stop) {
    const double width = 2 * std::numbers::pi * (stop - pass);
    const auto count = static_cast<index_t>(std::ceil((attenuation - 7.95) / (2.285 * width))) + 1;
    const noble::taper shape{noble::taper::kind::kaiser, 0.1102 * (attenuation - 8.7)};
    return noble::lowpass(pass + stop, count, shape).origin(0);
}

std::string count_name(index_t n) {
    if (n == 1'000'000) return "10^6";
    return n >= 4096 ? "2^" + std::to_string(std::lround(std::log2(n))) : std::to_string(n);
}

/// 127 taps, and 16 taps to each of the k phases and one more.
void add_rate_changes(std::vector<job>& all, index_t n) {
    for (const index_t k : {2, 3, 4, 8}) {
        const std::string rate = std::to_string(k);
        for (const index_t taps : {index_t{127}, 16 * k + 1}) {
            const std::string rest = ", " + std::to_string(taps) + " taps";
            all.push_back({"down " + rate + rest, kind::filter, n, taps, 1, k});
            all.push_back({"up " + rate + rest, kind::filter, n, taps, k, 1});
        }
    }
    for (const bool up : {false, true}) {
        all.push_back({std::string(up ? "up" : "down") + " 8, 8191 taps", kind::filter, n, 8191,
                       up ? 8 : 1, up ? 1 : 8});
    }
}

}  // namespace

std::vector<job> jobs(bool quick) {
    const index_t n = quick ? 1 << 20 : 1 << 24;
    std::vector<job> all;
    for (const index_t taps : {15, 63, 127, 511, 1023, 8191, 65535}) {
        all.push_back({"fir " + std::to_string(taps), kind::filter, n, taps});
    }
    all.push_back({"fir 127 symmetric", kind::filter, n, 127, 1, 1, element::float32, true});
    all.push_back({"fir 127 float64", kind::filter, n, 127, 1, 1, element::float64});
    all.push_back({"fir 127 complex64", kind::filter, n, 127, 1, 1, element::complex64});
    all.push_back({"fir 127 complex64, complex taps", kind::filter, n, 127, 1, 1,
                   element::complex64, false, true});
    add_rate_changes(all, n);
    all.push_back(
        {"160/147, 3201 taps", kind::filter, quick ? 1'653'750 : 26'460'000, 3201, 160, 147});
    all.push_back({"down 48, two stages", kind::chain, n, 0, 1, 48});
    all.push_back({"bare down 2", kind::filter, n, 0, 1, 2});
    all.push_back({"bare up 2", kind::filter, n, 0, 2, 1});
    for (const index_t small : {64, 1024, 1'000'000}) {
        all.push_back({"fir 15 on " + count_name(small) + " samples", kind::filter, small, 15});
    }
    for (const index_t taps : {15, 127, 8191, 65535}) {
        all.push_back({"plan fir " + std::to_string(taps), kind::planning, n, taps});
    }
    all.push_back({"plan 160/147, 3201 taps", kind::planning, n, 3201, 160, 147});
    all.push_back({"dense matrix", kind::dense, 4096, 63, 1, 2, element::float64});
    all.push_back({"sparse matrix", kind::sparse, 4096, 63, 1, 2, element::float64});
    return all;
}

std::vector<std::complex<double>> random_taps(const job& j) {
    std::mt19937 bits(1);
    const auto draw = [&] { return double{std::uniform_real_distribution<float>(-1, 1)(bits)}; };
    std::vector<std::complex<double>> taps(static_cast<std::size_t>(j.taps));
    for (auto& h : taps) {
        const double real = draw();
        h = {real, j.complex_taps ? draw() : 0};
    }
    if (j.symmetric) std::copy(taps.begin(), taps.begin() + j.taps / 2, taps.rbegin());
    return taps;
}

noble::sequence stages::fused() const { return convolve(first, noble::up(first_rate)(second)); }

stages decimator_stages() {
    // The first stage may alias into what the second one stops, and nowhere else.
    return {kaiser_lowpass(pass_edge, 1.0 / first_rate - stop_edge),
            kaiser_lowpass(pass_edge * first_rate, stop_edge * first_rate)};
}

noble::op word(const job& j) {
    using noble::conv, noble::down, noble::up;
    if (j.what == kind::chain) {
        const stages s = decimator_stages();
        return down(second_rate) * conv(s.second) * down(first_rate) * conv(s.first);
    }
    noble::op a = noble::identity();
    if (j.up > 1) a = up(j.up) * a;
    if (j.taps > 0) {
        std::vector<noble::exact> taps;
        for (const auto h : random_taps(j)) taps.emplace_back(h);
        a = conv(noble::sequence(taps)) * a;
    }
    if (j.down > 1) a = down(j.down) * a;
    return a;
}

std::string to_string(element type) {
    switch (type) {
        case element::float64:
            return "float64";
        case element::complex64:
            return "complex64";
        default:
            return "float32";
    }
}

std::string to_string(kind what) {
    constexpr const char* names[] = {"filter", "chain", "planning", "dense", "sparse"};
    return names[static_cast<int>(what)];
}

}  // namespace bench
