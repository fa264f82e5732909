#include <doctest/doctest.h>

#include "algebra/parse/reading.hpp"

namespace noble {
namespace {

using namespace testing::reading;

TEST_CASE("parse: two-dimensional words") {
    const auto grid = [](const char* text) {
        return std::get<op2d>(parse_expression(text, words));
    };
    const op2d a = kron(down(2), identity());
    CHECK(same_word(grid("kron(down(2), id)"), a));
    CHECK(same_word(grid("2 * kron(down(2), id)"), exact(2) * a));
    CHECK(same_word(grid("2 * 3 * kron(down(2), id)"), exact(2) * (exact(3) * a)));
    CHECK(same_word(grid("kron(down(2), id) - kron(down(2), id)"), a - a));
    CHECK(same_word(grid("kron(down(2), id).T * kron(down(2), id)"), a.T() * a));
    CHECK(same_word(grid("kron(down(2), id)^2"), a * a));
    CHECK(same_word(grid("sum(i=0..1, kron(delay(i), id))"),
                    kron(delay(0), identity()) + kron(delay(1), identity())));
    CHECK(error_of("kron(id, id) + id") ==
          "14: cannot add a word to a two-dimensional word (kron)");
    CHECK(error_of("id - kron(id, id)") ==
          "4: cannot subtract a two-dimensional word (kron) from a word");
    CHECK(error_of("kron(id, id) * down(2)") ==
          "14: cannot multiply a two-dimensional word (kron) by a word; both must be of one kind, "
          "or the first a number");
    CHECK(starts_with(error_of("kron(id, id) + kron(down(2), id)"),
                      "14: a sum needs one rate along each axis"));
    CHECK(error_of("kron(id, [1])") ==
          "10: expected a word for kron(ROWS, COLUMNS), found a sequence");
    CHECK(error_of("kron(id)") ==
          "8: expected ',' and the word along the columns' index, found ')'");
    CHECK_THROWS_AS(grid("(kron(id, id) + kron(id, delay(1)))^30"), limit_error);
    CHECK_THROWS_AS(grid("kron(id, id)^1000000000"), limit_error);
}

TEST_CASE("parse: banks") {
    const auto channels = [](const char* text) {
        return std::get<bank>(parse_expression(text, words));
    };
    const op a = down(2);
    const op b = down(2) * delay(1);
    CHECK(same_word(channels("row(down(2), down(2) * delay(1))"), row({a, b})));
    CHECK(same_word(channels("column(down(2), id)"), column({a, identity()})));
    CHECK(same_word(channels("column(row(id, delay(1)), row(delay(2), id))"),
                    bank(2, 2, {identity(), delay(1), delay(2), identity()})));
    CHECK(same_word(channels("row(column(id, delay(2)), column(delay(1), id))"),
                    bank(2, 2, {identity(), delay(1), delay(2), identity()})));
    CHECK(same_word(channels("row(id, delay(1)).T"), row({identity(), delay(1)}).T()));
    CHECK(same_word(channels("row(up(2), up(2)) * column(down(2), down(2))"),
                    row({up(2), up(2)}) * column({a, a})));
    CHECK(same_word(channels("2 * row(id, id)"),
                    row({exact(2) * identity(), exact(2) * identity()})));
    CHECK(starts_with(error_of("row(id, down(2)) * column(id, id)"), "18: a sum needs one rate"));
    CHECK(error_of("column(row(id, id), id)") ==
          "21: the parts of a column need one number of inputs: found 1 after 2");
    CHECK(error_of("row(column(id, id), id)") ==
          "21: the parts of a row need one number of outputs: found 1 after 2");
    CHECK(starts_with(error_of("row(id, id) * row(id, id)"), "13: a bank of 1 x 2"));
    CHECK(starts_with(error_of("row(id, id) + row(id, id)"), "13: banks are not added"));
    CHECK(starts_with(error_of("row()"), "5: expected a word such as down(2), found ')'"));
    CHECK(error_of("row(kron(id, id))") ==
          "5: expected a word or a bank, found a two-dimensional word (kron)");
}

}  // namespace
}  // namespace noble
