// Wisdom: the times that plans measured as text, and what they decide.
#include "engine/planning/wisdom.hpp"

#include <doctest/doctest.h>

#include "engine/cases.hpp"
#include "engine/planning/measured_costs.hpp"
#include "noble/error.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("wisdom: text holds every time to the last bit, and what is learned is added") {
    engine::forget_costs();
    const engine::measured_key a{"float32", instruction_set::sse2, method::fft, 0x1a2b, 13};
    const engine::measured_key b{"complex128", instruction_set::plain, method::rows, 7, 0};
    engine::remember_cost(a, 0.0625);
    CHECK(engine::wisdom_text() == "noble wisdom 1\ncost float32 sse2 fft 1a2b 13 0.0625\nend\n");
    engine::remember_cost(b, 1.0 / 3);
    const auto costs = engine::known_costs();
    const std::string text = engine::wisdom_text();
    engine::forget_costs();
    CHECK(engine::wisdom_text() == "noble wisdom 1\nend\n");
    engine::remember_cost(a, 9);
    engine::learn_wisdom(text);
    CHECK(engine::known_costs() == costs);
    engine::forget_costs();
}

TEST_CASE("wisdom: text that is none says in which line, and nothing is learned") {
    engine::forget_costs();
    CHECK_THROWS_WITH_AS(
        engine::learn_wisdom("noble wisdom 1\ncost float32 sse2 fft 1 1 1\ncost x\nend\n"),
        doctest::Contains("line 3: a measured time was expected"), io_error);
    CHECK_THROWS_WITH_AS(engine::learn_wisdom("noble wisdom 1\n"),
                         doctest::Contains("it breaks off"), io_error);
    CHECK_FALSE(engine::knows_costs());
}

TEST_CASE("wisdom: a known time decides, right or wrong, and changes no result beyond the bound") {
    engine::forget_costs();
    std::mt19937_64 random(8);
    const op word = conv(random_taps(random, 90));
    const auto a = word.on(5000, window::same);
    const auto form = rounded<float>(canonical_form<exact>(word));
    auto key = engine::key_of(form, 13);
    key.instructions = default_instruction_set();
    const auto x = random_values<float>(random, a.cols());
    const auto wanted = by_reference(a, x);
    for (const method m : {method::rows, method::fft, method::lanes, method::flow}) {
        for (const method other : methods) {
            key.method = other;
            engine::remember_cost(key, other == m ? 1e-6 : 1e6);
        }
        CHECK(plan<float>(a).explain().stages[0].chosen.method == m);
        const auto bound = engine::error_bound<float>(a, magnitudes(x), {.method = m}).error;
        CHECK(units_of(by_plan<float>(a, x, {}), wanted, bound) <= 1);
    }
    engine::forget_costs();
}
