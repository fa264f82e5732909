#include "noble/prove_range.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"
#include "support/messages.hpp"

using namespace noble;
using testing::contains;

namespace {

range_proof proof_of(const std::string& text, const std::vector<std::string>& ranges,
                     const std::string& condition = "") {
    return prove_range(text, ranges, condition, standard_vocabulary());
}

}  // namespace

TEST_CASE("prove over a range: every case, and no more") {
    const auto p = proof_of("up(k) == down(k).T", {"k=1..64"});
    CHECK(p.holds());
    CHECK(p.proved == 64);
    CHECK(to_string(p) == "proved for 64 of 64 cases: k = 1 … 64\neach case for all signals");
}

TEST_CASE("prove over a range: lengths and taps") {
    const auto p = proof_of("conv(up(k)(q:m)) * up(k) == up(k) * conv(q)", {"k=1..5", "m=1..4"});
    CHECK(p.holds());
    CHECK(p.proved == 20);
    CHECK(p.unknowns == std::vector<std::string>{"q"});
}

TEST_CASE("prove over a range: the condition is necessary") {
    const std::string law = "down(a) * up(b) == up(b) * down(a)";
    const auto p = proof_of(law, {"a=1..8", "b=1..8"}, "gcd(a, b) == 1");
    CHECK(p.holds());
    CHECK(p.proved == 43);
    CHECK(p.left_out == 21);
    CHECK_FALSE(proof_of(law, {"a=1..8", "b=1..8"}).holds());
    CHECK(proof_of(law, {"a=1..8", "b=1..8"}, "gcd(a, b) != 1").proved == 0);
}

TEST_CASE("prove over a range: the first counter-example has its values and its witness") {
    const auto p = proof_of("(up(k) * conv(q:3).T).T == conv(q) * up(k)", {"k=1..4"});
    CHECK_FALSE(p.holds());
    CHECK(p.proved == 1);
    CHECK(p.refuted == 3);
    REQUIRE(p.first);
    CHECK(p.first->values == std::vector<std::pair<std::string, index_t>>{{"k", 2}});
    CHECK(contains(to_string(p), "first at k = 2: the left has rate 1/2, the right has rate 2"));
    CHECK(contains(to_string(p), "equal with down(k) for up(k): (down(2) * "));
}

TEST_CASE("prove over a range: nothing is proved by no case") {
    for (const auto& p :
         {proof_of("down(2) == id", {"k=5..1"}), proof_of("id == id", {"k=1..4"}, "k > 9"),
          proof_of("id == id", {"a=1..3", "b=a..0"})}) {
        CHECK(p.cases() == 0);
        CHECK_FALSE(p.holds());
        CHECK(contains(to_string(p), "nothing to prove"));
    }
}

TEST_CASE("prove over a range: bounds may use earlier variables") {
    const auto p = proof_of("up(k, p) == delay(p) * up(k)", {"k=1..5", "p=0..k-1"});
    CHECK(p.holds());
    CHECK(p.proved == 15);
    CHECK(p.ranges == std::vector<std::string>{"k = 1 … 5", "p = 0 … k-1"});
}

TEST_CASE("prove over a range: one variable, one range") {
    CHECK_THROWS_AS(proof_of("id == id", {"k=1..2", "k=1..3"}), parse_error);
}

TEST_CASE("prove over a range: an error in one case names its values") {
    try {
        proof_of("down(k) == down(k)", {"k=0..3"});
        FAIL("down(0) is no word");
    } catch (const parse_error& e) {
        CHECK(contains(e.what(), "at k = 0"));
    }
}

TEST_CASE("prove over a range: the number of combinations is bounded") {
    CHECK_THROWS_AS(proof_of("id == id", {"k=1..1000000"}), limit_error);
    CHECK_THROWS_AS(proof_of("id == id", {"a=1..1000", "b=1..1000"}), limit_error);
    CHECK_THROWS_AS(proof_of("id == id", {"a=1..9223372036854775807", "b=2..1"}), limit_error);
}
