#include "engine/execution/program.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

#include "engine/methods/runner_cases.hpp"
#include "noble/error.hpp"
#include "noble/matrix.hpp"
#include "noble/threads.hpp"

using namespace noble;
using namespace noble::testing;
using engine::program;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

const auto a = conv(taps{1, 2, 1}).on(6, window::same);

plan_options on(int threads) { return {.threads = threads, .method = method::rows}; }

std::vector<double> by_matrix(const linear_map& map, const std::vector<double>& x) {
    const auto m = matrix<double>(map);
    std::vector<double> y(m.shape(0));
    for (std::size_t i = 0; i < m.shape(0); ++i) {
        for (std::size_t j = 0; j < m.shape(1); ++j) y[i] += m(i, j) * x[j];
    }
    return y;
}

/// In a workspace of just the size that the program states.
std::vector<double> by_program(const linear_map& map, const std::vector<double>& x, int threads) {
    const program<double> p(map, on(threads));
    const aligned_memory<double> workspace(p.workspace_elements());
    std::ranges::fill(workspace.all(), not_a_number);
    std::vector<double> y(static_cast<std::size_t>(map.rows()), not_a_number);
    p.run(engine::line(x.data(), map.cols()), engine::line(y.data(), map.rows()), {},
          workspace.all());
    return y;
}

}  // namespace

TEST_CASE("program: a map is its matrix, in the workspace that it states, on any threads") {
    std::mt19937 random(1);
    for (const auto& map : {a, a * a + a, kron(a, a.T()), vstack({a, a * a})}) {
        const auto x = whole_samples<double>(random, map.cols());
        for (const int threads : {1, 2, 3}) {
            CHECK(by_program(map, x, threads) == by_matrix(map, x));
        }
    }
}

TEST_CASE("program: the report says what is run, in which type, on what threads and memory") {
    const program<std::complex<float>> p(kron(a, a), on(3));
    CHECK(p.report().map == to_string(kron(a, a)));
    CHECK(p.report().element == "complex64");
    CHECK(p.report().threads == 3);
    CHECK(p.report().workspace_bytes == 8 * p.workspace_elements());
    CHECK(p.report().stages.size() == 2);
}

TEST_CASE("program: each thread adds as much memory, that of the steps is there once") {
    const auto elements = [](const linear_map& map, int threads) {
        return program<double>(map, on(threads)).workspace_elements();
    };
    const index_t of_thread = elements(a, 1);
    CHECK(of_thread > 0);
    CHECK(elements(a, 4) == 4 * of_thread);
    CHECK(elements(a * a, 4) - elements(a * a, 1) == 3 * of_thread);
    CHECK(elements(a * a, 1) > of_thread);
}

TEST_CASE("program: short work is left to one thread, unless threads are asked for") {
    const auto threads = [](index_t n, int wanted) {
        set_thread_count(2);
        const program<double> p(conv(taps{1, 2, 1}).on(n), on(wanted));
        set_thread_count(0);
        return p.report().threads;
    };
    CHECK(threads(100, 0) == 1);
    CHECK(threads(100, 3) == 3);
    CHECK(threads(10'000'000, 0) == 2);
}

TEST_CASE("program: complex taps on real data, and fewer than no threads, are refused") {
    const auto z = conv(sequence{1, exact(0, 1)}).on(3);
    CHECK_THROWS_WITH_AS(
        program<double>(z, {}),
        ("complex taps need complex data (complex64 or complex128): " + to_string(z)).c_str(),
        argument_error);
    CHECK_NOTHROW(program<std::complex<double>>(z, {}));
    CHECK_THROWS_WITH_AS(program<double>(a, on(-2)),
                         "a plan for -2 threads; 1 or more are a number, 0 leaves it to the plan",
                         argument_error);
}
