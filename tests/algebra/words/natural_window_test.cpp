#include "algebra/words/natural_window.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include "noble/op.hpp"

using namespace noble;

namespace {

const op words[] = {
    identity(),
    down(3, 1),
    up(4, -6),
    delay(-5),
    conv(taps{0, 1, 2, 0}).T(),
    down(3) * conv(taps{1, 2, 3, 4, 5}) * up(2, 5),
    conv(taps{1, 1}) * down(2) * conv(taps{1, 2, 1}) * down(3, -4),
    down(2) * (conv(taps{1, 2, 3}) + delay(7)) * up(3),
};

}  // namespace

TEST_CASE("natural window: the full interval of an interval is that of its two halves together") {
    for (const auto& word : words) {
        for (index_t cut = 1; cut < 12; ++cut) {
            const interval all = full_interval(word, {0, 12});
            CHECK(full_interval(word, {0, cut}).begin == all.begin);
            CHECK(full_interval(word, {cut, 12}).end == all.end);
        }
    }
}

TEST_CASE("natural window: valid is full with its ends exchanged, for words of convolutions") {
    const op word = conv(taps{1, 2, 3}) * conv(taps{1, 1, 1, 1}).T() + delay(9);
    const interval full = full_interval(word, {0, 20});
    const interval valid = valid_interval(word, {20, 0});
    CHECK(valid == interval{full.end, full.begin});
}

TEST_CASE("natural window: no window ends beyond its lead or before its lag, nor far from either") {
    for (const auto& word : words) {
        const rate r = word.rate();
        for (const auto& w : {window::full, window::valid, window::same}) {
            const rational lead = window_lead(word, w.what());
            const rational lag = window_lag(word, w.what());
            rational most = -1000;
            rational least = 1000;
            for (index_t n = 0; n <= 60; ++n) {
                const rational ahead =
                    rational(w.of(word, n).end) - rational(n) * ratio(r.outputs, r.inputs);
                CHECK(ahead <= lead);
                CHECK(ahead >= -lag);
                most = std::max(most, ahead);
                least = std::min(least, ahead);
            }
            // Each rounding is counted as if it were at its worst, at most 1 for each letter.
            CHECK(lead - most < 3);
            CHECK(least + lag < 3);
        }
    }
}

TEST_CASE("natural window: one rounding is counted as it is") {
    CHECK(window_lead(down(3, 1), window::kind::full) == rational(1) / 3);
    CHECK(window_lead(down(3), window::kind::same) == rational(2) / 3);
    CHECK(window_lead(up(4), window::kind::full) == 0);
    CHECK(window_lead(conv(taps{1, 2, 3}), window::kind::full) == 2);
    CHECK(window_lead(conv(taps{1, 2, 3}), window::kind::valid) == 0);
    CHECK(window_lag(down(3, 1), window::kind::full) == rational(1) / 3);
    CHECK(window_lag(down(3), window::kind::same) == 0);
    CHECK(window_lag(conv(taps{1, 2, 3}).T(), window::kind::valid) == 2);
}
