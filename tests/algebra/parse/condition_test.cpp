#include <doctest/doctest.h>

#include "noble/error.hpp"
#include "noble/prove_range.hpp"
#include "support/messages.hpp"

namespace noble {
namespace {

using testing::contains;

range_proof proof_where(const std::string& text, const std::vector<std::string>& ranges,
                        const std::string& condition = "") {
    return prove_range(text, ranges, condition, standard_vocabulary());
}

index_t cases(const std::string& condition) {
    return proof_where("id == id", {"a=1..6", "b=1..6"}, condition).cases();
}

std::string message(const std::string& range, const std::string& condition) {
    try {
        proof_where("id == id", {range}, condition);
    } catch (const error& e) {
        return e.what();
    }
    return "";
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
    CHECK(contains(message("k=1..4", "k % 0 == 1"), "k % 0 == 1\n    ^"));
    CHECK(contains(message("k=1..4", "k"), "expected a comparison"));
    CHECK(contains(message("k=1..4", "k == 1 k"), "expected 'and', 'or' or the end, found 'k'"));
    CHECK(contains(message("k=1..4", "m == 1"), "unknown variable 'm'"));
    CHECK(contains(message("k=1..4", "(k == 1"), "expected ')'"));
    CHECK(contains(message("k=1.4", ""), "expected an integer"));
    CHECK(contains(message("k=1..", ""), "expected an integer"));
    CHECK(contains(message("k 1..4", ""), "expected '='"));
    CHECK(contains(message("up=1..4", ""), "means something else"));
    CHECK(contains(message("3", ""), "expected a variable"));
}

}  // namespace
}  // namespace noble
