#include "apply/line_layout.hpp"

#include <doctest/doctest.h>

namespace noble::testing {
namespace {

TEST_CASE("layout: along the first axis one line of frames, along the last a line for each row") {
    const signal_header header{.shape = {3, 4, 5}};
    const auto frames = files::layout_of(header, 0);
    CHECK(frames.lines == 1);
    CHECK(frames.length == 3);
    CHECK(frames.channels == 20);
    const auto rows = files::layout_of(header, 2);
    CHECK(rows.lines == 12);
    CHECK(rows.length == 5);
    CHECK(rows.channels == 1);
    CHECK(files::layout_of({.shape = {unknown_length, 2}}, 0).length == unknown_length);
}

}  // namespace
}  // namespace noble::testing
