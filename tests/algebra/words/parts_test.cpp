#include "algebra/words/parts.hpp"

#include <doctest/doctest.h>

#include "noble/parse.hpp"

namespace noble {
namespace {

TEST_CASE("parts: factors and terms; a letter is its own only one") {
    const op product = parse("down(2) * (id + delay(1)) * up(3)");
    REQUIRE(factors_of(product).size() == 3);
    CHECK(same_word(factors_of(product)[1], identity() + delay(1)));
    CHECK(terms_of(product).size() == 1);
    CHECK(terms_of(identity() + delay(1)).size() == 2);
    CHECK(same_word(factors_of(delay(2)).front(), delay(2)));
}

TEST_CASE("parts: a term is a number and a word") {
    const auto term = as_multiple(parse("3 * down(2) * delay(1)"));
    CHECK(term.number == exact(3));
    CHECK(same_word(term.word, down(2) * delay(1)));
    CHECK(same_word(as_multiple(scale(5)).word, identity()));
    CHECK(as_multiple(down(2)).number == exact(1));
    CHECK(order_key(parse("7 * down(2)")) == order_key(parse("-1 * down(2)")));
    CHECK(order_key(parse("down(2)")) != order_key(parse("down(3)")));
}

}  // namespace
}  // namespace noble
