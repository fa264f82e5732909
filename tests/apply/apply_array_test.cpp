#include "apply/apply_array.hpp"

#include <doctest/doctest.h>

namespace noble::testing {
namespace {

using array = xt::xarray<double>;

array matrix(const xt::xtensor<double, 2>& entries) { return entries; }

array applied(const expression& word, index_t n, const array& x, const files::acting& at) {
    const binding how{
        .windows = {window::same, window::same}, .boundaries = {}, .transpose = at.transpose};
    return std::get<array>(files::apply_map(word, map_of(word, {n, n}, how), x, at));
}

const bank phases(2, 1, {down(2), down(2, 1)});

TEST_CASE("arrays: a bank's channels are columns along the first axis, rows along the last") {
    CHECK((applied(phases, 4, matrix({{1}, {2}, {3}, {4}}), {0}) == matrix({{1, 2}, {3, 4}})));
    CHECK((applied(phases, 4, matrix({{1, 2, 3, 4}}), {-1}) == matrix({{1, 3}, {2, 4}})));
    CHECK((applied(phases, 4, array{1, 2, 3, 4}, {-1}) == matrix({{1, 3}, {2, 4}})));
}

TEST_CASE("arrays: transposed, the outputs come in, and one channel has no axis of its own") {
    CHECK(
        (applied(phases, 4, matrix({{1, 2}, {3, 4}}), {0, true}) == matrix({{1}, {2}, {3}, {4}})));
    CHECK((applied(phases, 4, matrix({{1, 3}, {2, 4}}), {-1, true}) == matrix({{1, 2, 3, 4}})));
    CHECK((applied(bank(1, 1, {down(2)}), 4, array{1, 2, 3, 4}, {0}) == array{1, 3}));
}

TEST_CASE("arrays: words act along their axis, in the array's own element type") {
    CHECK((applied(down(2), 4, matrix({{1, 2, 3, 4}, {5, 6, 7, 8}}), {1}) ==
           matrix({{1, 3}, {5, 7}})));
    const any_array singles = xt::xarray<float>{1, 2, 3};
    const auto map = map_of(down(2), {3, 3}, {});
    CHECK(type_of(files::apply_map(down(2), map, singles, {0})) == element_type::float32);
}

}  // namespace
}  // namespace noble::testing
