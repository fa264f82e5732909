#include "noble/signal_header.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"

namespace noble::testing {
namespace {

TEST_CASE("header: frames count along the slowest axis, which Fortran order has last") {
    const signal_header c{.shape = {5, 3, 2}};
    CHECK(frame_count(c) == 5);
    CHECK(frame_size(c) == 6);
    const signal_header fortran{.shape = {5, 3, 2}, .fortran_order = true};
    CHECK(frame_count(fortran) == 2);
    CHECK(frame_size(fortran) == 15);
    CHECK(frame_count({.shape = {}}) == 1);
    CHECK(frame_size({.shape = {}}) == 1);
    CHECK(frame_count({.shape = {unknown_length, 2}}) == unknown_length);
}

TEST_CASE("header: a frame beyond 64 bits is refused") {
    const index_t large = index_t{1} << 40U;
    CHECK_THROWS_AS(frame_size({.shape = {1, large, large}}), limit_error);
}

}  // namespace
}  // namespace noble::testing
