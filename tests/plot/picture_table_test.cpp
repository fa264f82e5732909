#include "plot/picture_table.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "noble/error.hpp"

using namespace noble;

TEST_CASE("picture_table: a row for each picture, in their order, found by its name") {
    const auto table = drawing::picture_table();
    REQUIRE(table.size() == pictures.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        CHECK(table[i].kind == pictures.at(i));
        CHECK(to_string(table[i].kind) == table[i].name);
        CHECK(picture_from(std::string(table[i].name)) == table[i].kind);
    }
}

TEST_CASE(
    "picture_table: a picture that is drawn says whether it applies, and each is some word's") {
    for (const auto& row : drawing::picture_table()) {
        CAPTURE(row.name);
        const auto whole = [](const auto& maker) {
            return (maker.draw == nullptr) == (maker.applies == nullptr);
        };
        CHECK(whole(row.of<op>()));
        CHECK(whole(row.of<op2d>()));
        CHECK(whole(row.of<bank>()));
        CHECK(whole(row.of<sequence>()));
        CHECK((row.of<op>().draw != nullptr));
    }
}

TEST_CASE("picture_table: an unknown name is refused with all that there are") {
    CHECK_THROWS_WITH_AS(picture_from("pie"),
                         "unknown picture 'pie'; there are diagram, taps, response, polyphase and "
                         "matrix",
                         argument_error);
}
