#include "noble/rate.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"
#include "noble/op.hpp"

namespace noble {
namespace {

TEST_CASE("rate: the rate is outputs per input, in lowest terms") {
    CHECK(identity().rate() == rate{1, 1});
    CHECK((down(6) * up(4)).rate() == rate{2, 3});
    CHECK((up(160) * down(147)).T().rate() == rate{147, 160});
    CHECK(pow(up(2), 10).rate() == rate{1024, 1});
    CHECK((scale(0) * down(3)).rate() == rate{1, 3});
}

TEST_CASE("rate: a product is in lowest terms, and beyond 64 bits an error") {
    CHECK(rate{2, 3} * rate{3, 4} == rate{1, 2});
    CHECK(rate{160, 147} * rate{147, 160} == rate{});
    constexpr index_t large = index_t{1} << 40;
    CHECK(rate{large, 1} * rate{1, large} == rate{});
    CHECK_THROWS_AS((rate{large, 1} * rate{large, 1}), limit_error);
}

TEST_CASE("rate: text") {
    CHECK(to_string(rate{3, 1}) == "3");
    CHECK(to_string(rate{160, 147}) == "160/147");
}

}  // namespace
}  // namespace noble
