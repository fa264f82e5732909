// The cache of plans that A(x) runs on: what is planned once, and what is not taken for another.
#include "engine/execution/plan_cache.hpp"

#include <doctest/doctest.h>

#include "engine/cases.hpp"
#include "noble/noble.hpp"
#include "support/memory.hpp"

#if defined(__GLIBC__) && !defined(NOBLE_SANITIZED)
#include <malloc.h>
#define NOBLE_COUNTS_MEMORY 1
#endif

using namespace noble;
using namespace noble::testing;

namespace {

const plan<double>* planned(const linear_map& map) {
    return &engine::cached_plan<double>(map).run();
}

// A word that no other is: of doubles, which are planned sooner than fractions.
op long_filter(std::mt19937_64& random, index_t count) {
    const auto h = random_values<double>(random, count);
    return conv(sequence(std::span<const double>(h)));
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

TEST_CASE("plan cache: a plan too large to keep drives out no other") {
    std::mt19937_64 random(3);
    const linear_map small = conv(taps{1, 2, 3}).on(100);
    const auto* const kept = planned(small);
    planned(long_filter(random, 1'000'000).on(100));
    CHECK(planned(small) == kept);
}

TEST_CASE("plan cache: the least recently used goes first") {
    std::mt19937_64 random(4);
    const linear_map used = long_filter(random, 100'000).on(10);
    const auto* const kept = planned(used);
    for (int i = 0; i < 12; ++i) {
        planned(long_filter(random, 100'000).on(10));
        CHECK(planned(used) == kept);
    }
}

#ifdef NOBLE_COUNTS_MEMORY

namespace {

double bytes_in_use() {
    const auto info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd);
}

}  // namespace

TEST_CASE("plan cache: it keeps no more than 256 MiB, and less below a small memory limit") {
    std::mt19937_64 random(5);
    const xt::xtensor<double, 1> x = xt::ones<double>({1000});
    const double before = bytes_in_use();
    for (const index_t count : {100'000, 300'000}) {
        for (int i = 0; i < 12; ++i) long_filter(random, count)(x);
        CHECK(bytes_in_use() - before < 1.1 * 0x1p28);
    }
    const limited_memory limit(std::uint64_t{1} << 26U);
    long_filter(random, 20'000)(x);
    CHECK(bytes_in_use() - before < 1.1 * 0x1p24);
}

#endif
