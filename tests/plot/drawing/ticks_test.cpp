#include "plot/drawing/ticks.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "plot/drawing/text.hpp"
#include "support/property.hpp"

using namespace noble::drawing;
using noble::testing::holds;
using noble::testing::scaled_cases;

TEST_CASE("ticks: at multiples of 1, 2 or 5 times a power of ten, no more than asked for") {
    CHECK(holds("ticks of random ranges", scaled_cases(2000), [] {
        const double low = *rc::gen::inRange(-1000, 1000) / 7.0;
        const double length = *rc::gen::inRange(1, 100000) / 997.0;
        const int most = *rc::gen::inRange(2, 12);
        const range r{low, low + length};
        const double step = tick_step(r, most);
        const double mantissa = step / std::pow(10, std::floor(std::log10(step) + 1e-9));
        RC_ASSERT(std::abs(mantissa - 1) < 1e-6 || std::abs(mantissa - 2) < 1e-6 ||
                  std::abs(mantissa - 5) < 1e-6);
        const auto list = ticks(r, most).ticks;
        RC_ASSERT(static_cast<int>(list.size()) <= most + 1);
        for (const auto& t : list) {
            RC_ASSERT(t.at >= r.low - 1e-6 && t.at <= r.high + 1e-6);
            RC_ASSERT(std::abs(t.at / step - std::round(t.at / step)) < 1e-6);
        }
    }));
}

TEST_CASE("ticks: labels have as many decimals as the step, or a common factor") {
    const auto fifths = ticks({0, 1}, 6);
    CHECK(fifths.ticks.size() == 6);
    CHECK(fifths.ticks[1].label == "0.2");
    CHECK(fifths.factor.empty());
    const auto small = ticks({-2e-6, 2e-6}, 5);
    CHECK(small.factor == "×10⁻⁶");
    CHECK(small.ticks.front().label == "−2");
    CHECK(ticks({0, 3e7}, 4).factor == "×10⁶");
    CHECK(ticks({0, 3}, 9, 1).ticks.size() == 4);  // of integers
}

TEST_CASE("ticks: as many as fit side by side") {
    for (const double width : {30.0, 80.0, 300.0, 700.0}) {
        const range r{0, 12345};
        const auto list = fitting_ticks(r, width, 10);
        for (std::size_t i = 1; i < list.ticks.size(); ++i) {
            const double pitch = (list.ticks[i].at - list.ticks[i - 1].at) / r.length() * width;
            if (list.ticks.size() > 2) CHECK(pitch >= text_width(list.ticks[i].label, 10));
        }
    }
}
