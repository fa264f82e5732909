#include "algebra/rewrite/branch.hpp"

#include <doctest/doctest.h>

#include "noble/parse.hpp"

namespace noble {
namespace {

TEST_CASE("branch: ↑, middle and ↓ of a term, 1 where one is not written") {
    const rewriting::branch full(parse("up(3, 1) * conv([1 2]) * delay(1) * down(2, 5)"));
    CHECK(full.at == rewriting::branch::place{3, 1, 5});
    CHECK(full.middle.size() == 2);
    const rewriting::branch filter(parse("conv([1 2])"));
    CHECK(filter.at == rewriting::branch::place{1, 0, 0});
    CHECK(filter.up.empty());
    CHECK(filter.down.empty());
    CHECK(same_word(full.with(scale(2)), parse("up(3, 1) * 2 * down(2, 5)")));
    CHECK(same_word(full.with(identity()), parse("up(3, 1) * down(2, 5)")));
}

TEST_CASE("branch: a filter and a number on g phases are themselves") {
    for (index_t g = 1; g <= 5; ++g) {
        for (const char* text : {"conv([1 2 3]@1)", "2 * id", "id", "delay(3)"}) {
            CHECK(rewriting::on_phases(parse(text), g) == parse(text));
        }
    }
    CHECK(rewriting::is_number(scale(2)));
    CHECK_FALSE(rewriting::is_number(delay(1)));
}

}  // namespace
}  // namespace noble
