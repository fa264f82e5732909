// SciPy's upfirdn is a word: ↓M · conv(h) · ↑L with the window {0, ⌈((N−1)L + T)/M⌉}.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <complex>
#include <set>

#include "noble/design.hpp"
#include "noble/evaluate.hpp"
#include "noble/linear_map.hpp"
#include "support/fixture.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

template <class T>
std::vector<T> numbers(const fixture_line& line) {
    if constexpr (std::is_same_v<T, double>) {
        return line.numbers();
    } else {
        return line.complex_numbers();
    }
}

/// The largest |noble − SciPy| of one case.
template <class T>
double difference(const fixture_line* at, boundary b, index_t L, index_t M) {
    const std::vector<T> h = numbers<T>(at[1]);
    const std::vector<T> x = numbers<T>(at[2]);
    const std::vector<T> y = numbers<T>(at[3]);
    const std::vector<exact> kernel(h.begin(), h.end());
    const auto n = static_cast<index_t>(x.size());
    const index_t length = ((n - 1) * L + static_cast<index_t>(h.size()) + M - 1) / M;
    REQUIRE(length == static_cast<index_t>(y.size()));
    const op word = down(M) * conv(sequence(kernel)) * up(L);
    const auto got = word.on(n, {0, length}, b)(xt::adapt(x, {x.size()}));
    double largest = 0;
    for (std::size_t i = 0; i < y.size(); ++i) largest = std::max(largest, std::abs(got(i) - y[i]));
    return largest;
}

}  // namespace

TEST_CASE("upfirdn: SciPy's values in all nine modes, on its own length") {
    const std::vector<fixture_line> lines = read_fixture("upfirdn.txt");
    std::set<boundary> modes;
    for (std::size_t i = 0; i < lines.size(); i += 4) {
        const auto& words = lines[i].words;
        const boundary b = boundary_from(words.at(0));
        const index_t L = std::stoll(words.at(2));
        const index_t M = std::stoll(words.at(3));
        CAPTURE(b);
        CAPTURE(i);
        CAPTURE(L);
        CAPTURE(M);
        // Integers: sums are exact on both sides, except for the divisions by n − 1 of line.
        const double tolerance = b == boundary::line ? 1e-10 : 0;
        if (words.at(1) == "real") {
            CHECK(difference<double>(&lines[i], b, L, M) <= tolerance);
        } else {
            CHECK(difference<std::complex<double>>(&lines[i], b, L, M) <= tolerance);
        }
        modes.insert(b);
    }
    CHECK(lines.size() == 4 * 2 * 9 * 12);
    CHECK(modes.size() == 9);
}

TEST_CASE("decimating a stereo recording by 4 gives SciPy's samples within 1 unit of 24 bits") {
    const std::vector<fixture_line> lines = read_fixture("stereo.txt");
    REQUIRE(lines.size() == 4);
    xt::xtensor<double, 2> x = xt::zeros<double>({3000, 2});
    for (std::size_t c = 0; c < 2; ++c) {
        const std::vector<double> samples = lines[2 * c].numbers();
        REQUIRE(samples.size() == 3000);
        for (std::size_t i = 0; i < 3000; ++i) x(i, c) = samples[i];
    }
    const op word = down(4) * conv(lowpass(0.2, 255));
    const auto y = word(x, window::same, boundary::zero, 0);
    REQUIRE(y.shape(0) == 750);
    REQUIRE(y.shape(1) == 2);
    double largest = 0;
    double loudest = 0;
    for (std::size_t c = 0; c < 2; ++c) {
        const std::vector<double> expected = lines[2 * c + 1].numbers();
        REQUIRE(expected.size() == 750);
        for (std::size_t i = 0; i < 750; ++i) {
            largest = std::max(largest, std::abs(std::round(y(i, c)) - std::round(expected[i])));
            loudest = std::max(loudest, std::abs(expected[i]));
        }
    }
    CHECK(largest <= 1);
    CHECK(loudest > 1e6);
}
