#include <doctest/doctest.h>

#include "algebra/parse/reading.hpp"

namespace noble {
namespace {

using namespace testing::reading;

TEST_CASE("parse: what composing refuses is an error at its column") {
    CHECK(error_of("down(0)") == "6: down(0): the factor must be a positive integer");
    CHECK(error_of("id * up(-2)") == "9: up(-2): the factor must be a positive integer");
    CHECK(error_of("↓0") == "2: down(0): the factor must be a positive integer");
    CHECK(error_of("down(2) + id") ==
          "9: a sum needs one rate: down(2) has rate 1/2, id has rate 1");
    CHECK(error_of("id + id - down(2)") ==
          "9: a sum needs one rate: id has rate 1, down(2) has rate 1/2");
    CHECK(starts_with(error_of("down(2)^0"), "9: a word of rate 1/2 to the power 0"));
    CHECK(starts_with(error_of("delay(1)^-1"), "10: the exponent -1 is negative"));
    CHECK_THROWS_AS(read("(id * id)^1000000"), limit_error);
    CHECK_THROWS_AS(read("delay(-9223372036854775807 - 1)"), limit_error);
}

TEST_CASE("parse: nesting and size are bounded") {
    constexpr int deep = 100'000;
    for (const char* opening : {"(", "-", "conv(", "conj(", "down(", "delay(-", "[(", "[conj(",
                                "kron(", "row(", "id(", "box(", "q:(", "[1]@-", "id^(", "[-("}) {
        CAPTURE(opening);
        CHECK(error_of(repeated(opening, deep)) != "no error");
    }
    CHECK(starts_with(error_of(repeated("(", deep) + "id" + repeated(")", deep)),
                      "521: nested too deeply; the limit is 520 levels"));
    CHECK(reads_as(repeated("(", 250) + "id" + repeated(")", 250), identity()));
    CHECK(read(repeated("id.T * ", deep) + "id").size() == deep + 1);
    CHECK(reads_as("down(2)" + repeated(".T", deep), down(2)));
    CHECK(read("id^1000000").size() == 1'000'000);
    CHECK_THROWS_AS(read("id^1000000 + id^1000000 + id^1000000"), limit_error);
    CHECK_THROWS_AS(read("sum(i=1..1000, id^100000)"), limit_error);
    CHECK_THROWS_AS((void)parse_expression("(row(id, id).T * row(id, id))^900", words),
                    limit_error);
    CHECK_THROWS_AS(read(std::string(std::size_t{17} << 20, ' ')), limit_error);
}

TEST_CASE("parse: words as deep as words can be read back") {
    op a = delay(1);
    while (a.depth() < 999) a = delay(1) * (identity() + a);
    CHECK(reads_as(to_string(a), a));
}

}  // namespace
}  // namespace noble
