#include "noble/binding.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"
#include "noble/matrix.hpp"
#include "support/messages.hpp"

namespace noble::testing {
namespace {

TEST_CASE("binding: words on one axis take the first window and boundary, kron words both") {
    const binding how{.windows = {window::full, window::valid},
                      .boundaries = {boundary::edge, boundary::periodic}};
    const op a = conv(sequence{1, 2, 3});
    const auto same = [](const linear_map& x, const linear_map& y) {
        return matrix<double>(x) == matrix<double>(y);
    };
    CHECK(same(map_of(a, {5, 9}, how), a.on(5, window::full, boundary::edge)));
    CHECK(same(map_of(kron(a, a), {5, 4}, how), kron(a, a).on(5, 4, window::full, window::valid,
                                                              boundary::edge, boundary::periodic)));
    const bank two(1, 2, {a, a});
    CHECK(same(map_of(two, {5, 9}, how), two.on(5, window::full, boundary::edge)));
    CHECK(same(map_of(a, {5, 9}, {how.windows, how.boundaries, true}),
               a.on(5, window::full, boundary::edge).T()));
    CHECK(axes_of(a) == 1);
    CHECK(axes_of(two) == 1);
    CHECK(axes_of(kron(a, a)) == 2);
}

TEST_CASE("binding: unknown taps are named once each, in every kind of expression") {
    const auto failure = [](const std::string& text) {
        const auto word = parse_expression(text, standard_vocabulary());
        return message_of<argument_error>([&] { require_known_taps(word); });
    };
    CHECK(contains(failure("conv(q:3) * conv(h:2) * conv(q)"), "taps without values: h:2, q:3;"));
    CHECK(contains(failure("kron(id, conv(q:3))"), "q:3"));
    CHECK(contains(failure("row(id + conv(q:3), id)"), "q:3"));
    CHECK(failure("down(2) * conv([1 2])").empty());
}

}  // namespace
}  // namespace noble::testing
