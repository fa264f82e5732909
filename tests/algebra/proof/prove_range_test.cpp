#include "noble/prove_range.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"

using namespace noble;

namespace {

range_proof proof_of(const std::string& text, const std::vector<std::string>& ranges,
                     const std::string& condition = "") {
    return prove_range(text, ranges, condition, standard_vocabulary());
}

index_t cases(const std::string& condition) {
    return proof_of("id == id", {"a=1..6", "b=1..6"}, condition).cases();
}

std::string message(const std::string& range, const std::string& condition) {
    try {
        proof_of("id == id", {range}, condition);
    } catch (const error& e) {
        return e.what();
    }
    return "";
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
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
    CHECK(has(to_string(p), "first at k = 2: the left has rate 1/2, the right has rate 2"));
    CHECK(has(to_string(p), "equal with down(k) for up(k): (down(2) * "));
}

TEST_CASE("prove over a range: nothing is proved by no case") {
    for (const auto& p :
         {proof_of("down(2) == id", {"k=5..1"}), proof_of("id == id", {"k=1..4"}, "k > 9"),
          proof_of("id == id", {"a=1..3", "b=a..0"})}) {
        CHECK(p.cases() == 0);
        CHECK_FALSE(p.holds());
        CHECK(has(to_string(p), "nothing to prove"));
    }
}

TEST_CASE("prove over a range: bounds may use earlier variables") {
    const auto p = proof_of("up(k, p) == delay(p) * up(k)", {"k=1..5", "p=0..k-1"});
    CHECK(p.holds());
    CHECK(p.proved == 15);
    CHECK(p.ranges == std::vector<std::string>{"k = 1 … 5", "p = 0 … k-1"});
}

TEST_CASE("conditions: comparisons, chained too") {
    CHECK(cases("a == b") == 6);
    CHECK(cases("a != b") == 30);
    CHECK(cases("a < b") == 15);
    CHECK(cases("a <= b") == 21);
    CHECK(cases("1 < a <= b < 4") == 3);
    CHECK(cases("(a + b) * 2 == 14") == 6);
    CHECK(cases("((a)) == b") == 6);
}

TEST_CASE("conditions: and, or, not") {
    CHECK(cases("a == 1 and b == 1") == 1);
    CHECK(cases("a == 1 && b == 1 || a == 2") == 7);
    CHECK(cases("a == 2 or a == 1 and b == 1") == 7);
    CHECK(cases("(a == 2 or a == 1) and b == 1") == 2);
    CHECK(cases("not a == 1") == 30);
    CHECK(cases("!(a == 1) and not (b == 1 or b == 2)") == 20);
}

TEST_CASE("conditions: remainders, gcd and lcm") {
    CHECK(cases("a % 2 == 0") == 18);
    CHECK(cases("(a - 7) % 6 == a - 1") == 36);
    CHECK(cases("a % -4 == a - 4") == 24);
    CHECK(cases("gcd(a, b) * lcm(a, b) == a * b") == 36);
    CHECK(cases("gcd(0, a) == a and lcm(0, a) == 0 and gcd(-a, a) == a") == 36);
    CHECK(cases("a > 3 and 12 % (a - 3) == 0") == 18);
    CHECK(cases("a == 3 or 12 % (a - 3) == 0") == 36);
}

TEST_CASE("conditions and ranges: errors point at the place") {
    CHECK(has(message("k=1..4", "k % 0 == 1"), "k % 0 == 1\n    ^"));
    CHECK(has(message("k=1..4", "k"), "expected a comparison"));
    CHECK(has(message("k=1..4", "k == 1 k"), "expected 'and', 'or' or the end, found 'k'"));
    CHECK(has(message("k=1..4", "m == 1"), "unknown variable 'm'"));
    CHECK(has(message("k=1..4", "(k == 1"), "expected ')'"));
    CHECK(has(message("k=1.4", ""), "expected an integer"));
    CHECK(has(message("k=1..", ""), "expected an integer"));
    CHECK(has(message("k 1..4", ""), "expected '='"));
    CHECK(has(message("up=1..4", ""), "means something else"));
    CHECK(has(message("3", ""), "expected a variable"));
}

TEST_CASE("prove over a range: one variable, one range") {
    CHECK_THROWS_AS(proof_of("id == id", {"k=1..2", "k=1..3"}), parse_error);
}

TEST_CASE("prove over a range: an error in one case names its values") {
    try {
        proof_of("down(k) == down(k)", {"k=0..3"});
        FAIL("down(0) is no word");
    } catch (const parse_error& e) {
        CHECK(has(e.what(), "at k = 0"));
    }
}

TEST_CASE("prove over a range: the number of combinations is bounded") {
    CHECK_THROWS_AS(proof_of("id == id", {"k=1..1000000"}), limit_error);
    CHECK_THROWS_AS(proof_of("id == id", {"a=1..1000", "b=1..1000"}), limit_error);
    CHECK_THROWS_AS(proof_of("id == id", {"a=1..9223372036854775807", "b=2..1"}), limit_error);
}
