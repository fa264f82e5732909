#include "algebra/parse/cursor.hpp"

#include <doctest/doctest.h>

#include "algebra/parse/reading.hpp"

namespace noble {
namespace {

using namespace testing::reading;

TEST_CASE("parse: an error is a message, the text, and a caret below the column") {
    try {
        (void)read("↓2 · conv([1 2 1) · ↑2");
        FAIL("no error");
    } catch (const parse_error& e) {
        CHECK(e.column == 17);
        CHECK(std::string(e.what()) ==
              "expected a space, ',' or ']' after a tap, found ')'\n"
              "↓2 · conv([1 2 1) · ↑2\n"
              "                ^");
    }
}

TEST_CASE("parse: long texts are abridged around the caret, controls are shown as spaces") {
    const std::string text = repeated("id * ", 100) + "\n\x01?\xff" + repeated(" * id", 100);
    try {
        (void)read(text);
        FAIL("no error");
    } catch (const parse_error& e) {
        CHECK(e.column == 502);
        CHECK(std::string(e.what()) ==
              "expected a word such as down(2), found ' '\n"
              "...id * id * id * id * id * id * id *   ?? * id * id * id * id * id * id * ...\n" +
                  std::string(39, ' ') + "^");
    }
}

TEST_CASE("cursor: what was read ends before the spaces after it") {
    parsing::cursor in("  up  == x");
    in.skip_spaces();
    CHECK(in.take_name() == "up");
    in.skip_spaces();
    CHECK(in.position() == 6);
    CHECK(in.end_of_last() == 4);
}

}  // namespace
}  // namespace noble
