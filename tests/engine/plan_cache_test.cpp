// The cache of plans that A(x) runs on: what is planned once, and what is not taken for another.
#include "engine/plan_cache.hpp"

#include <doctest/doctest.h>

#include "noble/noble.hpp"

using namespace noble;

namespace {

const plan<double>* planned(const linear_map& map) {
    return &engine::cached_plan<double>(map).run();
}

}  // namespace

TEST_CASE("plan cache: a word is planned once for each binding") {
    const op a = down(2) * conv(taps{1, 2, 3});
    CHECK(planned(a.on(8)) == planned(a.on(8)));
    CHECK(planned(a.on(8)) != planned(a.on(9)));
    CHECK(planned(a.on(8)) != planned(a.on(8, window::same)));
    CHECK(planned(a.on(8)) != planned(a.on(8, window::full, boundary::edge)));
    CHECK(planned(a.on(8)) != planned(a.on(8).T()));
}

TEST_CASE("plan cache: a word on two axes is planned once for each binding") {
    const op d = conv(taps{1, -2, 1});
    const op2d a = kron(d, identity()) + kron(identity(), d);
    CHECK(planned(a.on(4, 5)) == planned(a.on(4, 5)));
    CHECK(planned(a.on(4, 5)) != planned(a.on(5, 4)));
    CHECK(planned(a.on(4, 5)) != planned(kron(d, identity()).on(4, 5)));
}

TEST_CASE("plan cache: the order of parts tells maps apart") {
    const linear_map a = conv(taps{1, 2}).on(4, window::same);
    const linear_map b = conv(taps{3, 4}).on(4, window::same);
    CHECK(planned(kron(a, b)) == planned(kron(a, b)));
    CHECK(planned(kron(a, b)) != planned(kron(b, a)));
    CHECK(planned(kron(a, b)) != planned(kron(a, a) + kron(b, b)));
    CHECK(planned(a + b) != planned(b + a));
}

TEST_CASE("plan cache: what is found computes what was asked for") {
    const op2d a = kron(down(2), conv(taps{1, 2}));
    const xt::xtensor<double, 2> x{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
    const auto first = a.on(3, 3)(x);
    CHECK(a.on(3, 3)(x) == first);
    CHECK(first == xt::xtensor<double, 2>{{1, 4, 7, 6}, {7, 22, 25, 18}});
}
