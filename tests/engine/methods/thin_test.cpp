// Strided copies: at most one tap to an output, of any steps.
#include "engine/methods/thin.hpp"

#include <doctest/doctest.h>

#include "engine/methods/runner_cases.hpp"
#include "noble/plan.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

template <class T>
void thin_runs(const op& word, std::mt19937& random) {
    const auto form = form_of<T>(word);
    CAPTURE(to_string(word));
    REQUIRE(engine::thin_runner<T>::applies(engine::workload_of(form)));
    const engine::thin_runner<T> r(form, default_instruction_set());
    CHECK(runs_anywhere(r, form, random));
}

}  // namespace

TEST_CASE("thin: takes one tap to an output, and periods of at most 8,192") {
    using thin = engine::thin_runner<float>;
    CHECK(thin::applies({.outputs = 8192, .inputs = 8191, .is_thin = true}));
    CHECK_FALSE(thin::applies({.outputs = 8193, .inputs = 1, .is_thin = true}));
    CHECK_FALSE(thin::applies({.outputs = 1, .inputs = 8193, .is_thin = true}));
    CHECK_FALSE(thin::applies({.is_thin = false}));
}

TEST_CASE("thin: copies of any step, scaled or not, and zeros between") {
    std::mt19937 random(1);
    for (const index_t k : {1, 2, 3, 4, 5, 9}) {
        for (const op& word : {down(k, 1), up(k, k - 1), 3 * up(k), down(k) * delay(-7)}) {
            thin_runs<float>(word, random);
            thin_runs<double>(word, random);
            thin_runs<std::complex<float>>(word, random);
            thin_runs<std::complex<double>>(exact(0, 2) * word, random);
        }
    }
    thin_runs<float>(up(5) * down(7, 2), random);
    thin_runs<double>(up(2) * down(2) + delay(1) * up(2) * down(2), random);
    thin_runs<float>(0 * up(3), random);
}

TEST_CASE("thin: a tap touches no part of a sample that it has no part of") {
    const std::vector<std::complex<float>> samples{{INFINITY, 1}, {2, -INFINITY}};
    const auto form = form_of<std::complex<float>>(exact(0, 2) * identity());
    const engine::thin_runner<std::complex<float>> r(form, default_instruction_set());
    const auto y = by_runner(r, zeros_around(samples), 0, 2);
    CHECK(y == std::vector<std::complex<float>>{{-2, INFINITY}, {INFINITY, 4}});
}
