// The table of methods: each public method is in it once, and what applies to a form runs it.
#include "engine/methods/methods.hpp"

#include <doctest/doctest.h>

#include <set>

#include "engine/methods/runner_cases.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

template <class T>
void every_implementation_runs(const op& word, std::mt19937& random) {
    const auto form = form_of<T>(word);
    const auto work = engine::workload_of(form);
    const auto samples = whole_samples<T>(random, 700);
    const auto x = zeros_around(samples);
    const index_t b = 700 * form.outputs() / form.inputs() + 30;
    const auto wanted = by_formula(form, x, -30, b);
    for (const auto& row : engine::method_table<T>()) {
        for (const auto& how : row.implementations) {
            if (!how.applies(work)) continue;
            for (const auto set : instruction_sets()) {
                CAPTURE(row.name);
                CAPTURE(to_string(set));
                CAPTURE(to_string(word));
                const auto r = how.make(form, set);
                const auto got = by_runner(*r, x, -30, b);
                const bool is_exact = r->transform_points() == 0;
                CHECK(greatest_error(got, wanted) <= (is_exact ? 0 : transform_error<T>));
                CHECK(by_runner(*r, x, -30, b, true) == got);
                CHECK(how.cost(work, set, 700) > 0);
            }
        }
    }
}

}  // namespace

TEST_CASE("methods: the table has every public method once, in their order, each with a name") {
    const auto table = engine::method_table<float>();
    REQUIRE(table.size() == methods.size());
    std::set<std::string> names;
    for (std::size_t i = 0; i < table.size(); ++i) {
        CHECK(table[i].method == methods[i]);
        CHECK(to_string(methods[i]) == table[i].name);
        CHECK_FALSE(table[i].implementations.empty());
        CHECK(&engine::row_of<float>(methods[i]) == &table[i]);
        names.insert(table[i].name);
    }
    CHECK(names == std::set<std::string>{"flow", "lanes", "thin", "fft", "rows"});
}

TEST_CASE("methods: every implementation that applies computes the form's sums") {
    std::mt19937 random(1);
    const auto q = [&](index_t count) { return whole_taps(random, count); };
    for (const op& word :
         {conv(q(25)), conv(q(530)), down(3) * conv(q(20)), conv(q(30)) * up(2), up(3, 1), down(2),
          down(17) * conv(q(60)) * up(19), identity() + delay(5000), 0 * identity()}) {
        every_implementation_runs<float>(word, random);
        every_implementation_runs<double>(word, random);
        every_implementation_runs<std::complex<float>>(word, random);
        every_implementation_runs<std::complex<double>>(word, random);
    }
}

TEST_CASE("methods: one method may have several implementations, of which the first that applies") {
    std::mt19937 random(2);
    const auto work = engine::workload_of(form_of<float>(conv(whole_taps(random, 9))));
    const auto long_period =
        engine::workload_of(form_of<float>(down(17) * conv(whole_taps(random, 60)) * up(19)));
    const auto& flow = engine::row_of<float>(method::flow);
    REQUIRE(flow.implementations.size() == 2);
    CHECK(flow.find(work) == &flow.implementations[0]);
    CHECK(flow.find(long_period) == &flow.implementations[1]);
}

TEST_CASE("methods: where none of a method's implementations applies the method does not") {
    const auto form = form_of<double>(down(2) * conv({1, 2, 3}));
    CHECK(engine::row_of<double>(method::thin).find(engine::workload_of(form)) == nullptr);
    CHECK_FALSE(engine::applies(method::flow, form));
    CHECK_FALSE(engine::applies(method::thin, form));
    CHECK(engine::applies(method::lanes, form));
    CHECK(engine::applies(method::fft, form));
    CHECK(engine::applies(method::rows, form));
}
