// One plan, executed by several threads at once. (Also built alone with ThreadSanitizer:
// tests/run.sh
// --all; OpenMP's own threads are not known to it, so plans are for one thread each.)
#include <doctest/doctest.h>

#include <thread>

#include "engine/cases.hpp"
#include "noble/evaluate.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("concurrent: one plan, a workspace to each thread") {
    std::mt19937_64 random(6);
    const auto q = random_taps(random, 33);
    const auto small = conv(q).on(20, window::same, boundary::reflect);
    for (const linear_map& a :
         {conv(q).on(9000), (down(2) * conv(q) * up(3)).on(3000, window::same, boundary::periodic),
          (down(3) * conv(q)).on(2000, window::full, boundary::edge).T(), up(3).on(500),
          conv(q).on(64 + 32) * conv(q).on(64), kron(small, small)}) {
        const plan<float> p(a, {.threads = 1});
        const auto x = random_values<float>(random, a.cols());
        const auto wanted = by_plan(a, x, {.threads = 1});
        std::vector<std::vector<float>> results(4, std::vector<float>(wanted.size()));
        std::vector<std::thread> threads;
        for (auto& y : results) {
            threads.emplace_back([&] {
                workspace<float> w(p);
                for (int i = 0; i < 5; ++i) p(x.data(), y.data(), w);
            });
        }
        for (auto& thread : threads) thread.join();
        for (const auto& y : results) CHECK(y == wanted);
    }
}

TEST_CASE("concurrent: A(x) from several threads, through the one cache") {
    const op word = down(2) * conv({1, 3, 3, 1});
    const xt::xtensor<double, 1> x = xt::arange<double>(100);
    const xt::xtensor<double, 1> wanted = word(x);
    std::vector<int> equal(4, 0);
    std::vector<std::thread> threads;
    for (auto& count : equal) {
        threads.emplace_back([&] {
            for (int i = 0; i < 20; ++i) count += word(x) == wanted && identity()(x) == x ? 1 : 0;
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(equal == std::vector<int>(4, 20));
}
