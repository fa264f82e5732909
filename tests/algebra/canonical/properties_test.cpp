#include <doctest/doctest.h>
#include <gmpxx.h>

#include "noble/op.hpp"
#include "noble/support.hpp"

namespace noble {
namespace {

const sequence skew = (taps{1, 2, 3}).origin(1);

TEST_CASE("properties: latency is the least d that makes delay(d)·A causal") {
    CHECK(identity().latency() == 0);
    CHECK(delay(3).latency() == -3);
    CHECK(conv(skew).latency() == 1);
    CHECK(conv(skew).T().latency() == 1);
    CHECK(conv(taps{1, 2, 3}).T().latency() == 2);
    CHECK(down(2, 1).latency() == 1);
    CHECK(down(2, -1).latency() == 0);
    CHECK(up(2, -3).latency() == 3);
    CHECK(scale(0).latency() == std::nullopt);
    CHECK(conv(taps{0, 0, 1}).latency() == -2);
}

TEST_CASE("properties: only words with a symmetric or antisymmetric kernel have a delay") {
    CHECK(conv(taps{1, 2, 1}).delay() == rational(1));
    CHECK(conv(taps{1, 1}).delay() == ratio(1, 2));
    CHECK(conv(taps{1, 0, -1}).delay() == rational(1));
    CHECK(conv(taps{1, 2, 3}).delay() == std::nullopt);
    CHECK(conv((taps{1, 2, 1}).centred()).delay() == rational(0));
    CHECK((down(2) * conv(taps{1, 2, 1})).delay() == ratio(1, 2));
    CHECK((conv(taps{1, 2, 1}) * up(2)).delay() == rational(1));
    CHECK((up(2) * conv(taps{1, 2, 1})).delay() == rational(2));
    CHECK(scale(0).delay() == std::nullopt);
    CHECK(delay(-5).delay() == rational(-5));
}

TEST_CASE("properties: support is where a unit sample at time 0 leaves its trace") {
    CHECK(conv(skew).support() == support{-1, 1});
    CHECK(conv(taps{0, 1, 0}).support() == support{1, 1});
    CHECK((down(2) * conv(taps{1, 2, 3})).support() == support{0, 1});
    CHECK((down(4) * conv(taps{1, 1, 1, 1, 1, 1})).support() == support{0, ratio(5, 4)});
    CHECK(scale(0).support() == std::nullopt);
    CHECK(conv(unknown("q", 3)).support() == support{0, 2});
}

}  // namespace
}  // namespace noble
