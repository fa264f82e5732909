// Every maker of spectra that the build has: FFTW's, where it is there, and our own.
#include "transforms/real_transform.hpp"

#include <doctest/doctest.h>

#include "transforms/defining_sum.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

void write(const real_transform& transform, const samples& x) {
    const auto to = transform.samples();
    REQUIRE(to.size() == x.size());
    for (std::size_t n = 0; n < x.size(); ++n) to[n] = x[n].real();
}

}  // namespace

TEST_CASE("real_transform: each maker's is the defining sum, within ε·log₂N·‖x‖") {
    for (const auto& maker : transform_makers()) {
        CAPTURE(maker.name);
        for (const index_t points : {16, 256, 1024, 8192}) {
            CAPTURE(points);
            const auto x = real_parts(random_samples(points));
            const auto transform = maker.make(points);
            write(*transform, x);
            const auto half = (*transform)();
            REQUIRE(static_cast<index_t>(half.size()) == points / 2 + 1);
            for (std::size_t k = 0; k < half.size(); k += 1 + half.size() / 64) {
                CAPTURE(k);
                const auto expected = defining_sum(x, static_cast<index_t>(k));
                CHECK(std::abs(half[k] - expected) <= error_unit<double>(x));
            }
        }
    }
}

TEST_CASE("real_transform: one transform makes as many spectra as it is asked for") {
    for (const auto& maker : transform_makers()) {
        CAPTURE(maker.name);
        const auto first = real_parts(random_samples(256));
        auto second = first;
        for (auto& value : second) value *= -2;
        const auto transform = maker.make(256);
        write(*transform, first);
        const auto once = (*transform)();
        const samples kept(once.begin(), once.end());
        write(*transform, second);
        const auto again = (*transform)();
        for (std::size_t k = 0; k < kept.size(); ++k) CHECK(again[k] == -2.0 * kept[k]);
    }
}

TEST_CASE("real_transform: our own is in every build, and FFTW comes first where it is there") {
    const auto makers = transform_makers();
    CHECK(makers.back().name == "own");
    CHECK(makers.size() == (makers.front().name == "FFTW" ? 2U : 1U));
}
