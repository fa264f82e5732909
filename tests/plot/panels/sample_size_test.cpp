#include "plot/panels/sample_size.hpp"

#include <doctest/doctest.h>

#include "noble/parse.hpp"

using namespace noble;

namespace {

linear_map map_of(const op& a) { return drawing::typical_map(a, a.support()); }

}  // namespace

TEST_CASE("sample_size: twice the span of the taps, at least 8 samples, at most 400") {
    CHECK(map_of(identity()).cols() == 8);
    CHECK(map_of(parse("conv(box(20))")).cols() == 40);
    CHECK(map_of(parse("conv(box(1000))")).cols() == 400);
    CHECK(map_of(parse("0 * id")).cols() == 8);
}

TEST_CASE("sample_size: `full` where that is little more than the input, else `same`") {
    CHECK(map_of(parse("conv(box(20))")).rows() == 59);
    CHECK(map_of(parse("conv(box(1000))")).rows() == 400);
    CHECK(map_of(up(1'000'000)).rows() == 4096);
}

TEST_CASE("sample_size: a decimator's map has some outputs") {
    CHECK(map_of(down(100)).cols() == 300);
    CHECK(map_of(down(100)).rows() == 3);
}

TEST_CASE("sample_size: planes and banks are small") {
    const auto plane = drawing::typical_map(kron(parse("conv(box(100))"), identity()));
    CHECK(plane.cols() == 10 * 4);
    CHECK(plane.rows() == 10 * 4);
    CHECK(drawing::typical_map(column({parse("conv(box(100))"), identity()})).cols() == 64);
}
