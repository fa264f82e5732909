#include "check/word_bound.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace noble;
using engine::bounded_output;
using engine::word_bound;

namespace {

constexpr double double_epsilon = std::numeric_limits<double>::epsilon();

bounded_output bound_of(const linear_map& a, const std::vector<double>& size,
                        plan_options options) {
    const auto& word = std::get<map_node::bound_word>(a.root());
    return word_bound<double>(word, {size, std::vector<double>(size.size())}, options);
}

// In units of ε·size: c of noble/plan.hpp.
double c_of(const bounded_output& y, std::size_t i) {
    return y.error[i] / (double_epsilon * y.size[i]);
}

}  // namespace

TEST_CASE("word bound: of N products c is N + 3, those beside the signal not counted") {
    const auto y =
        bound_of(conv(taps{1, -2, 3}).on(4, window::full), {1, 1, 2, 1}, {.method = method::rows});
    CHECK(y.size == std::vector<double>{1, 3, 7, 8, 8, 3});
    CHECK(c_of(y, 0) == doctest::Approx(1 + 3));
    CHECK(c_of(y, 2) == doctest::Approx(3 + 3));
    CHECK(c_of(y, 5) == doctest::Approx(1 + 3));
}

TEST_CASE("word bound: a boundary's weights count by their absolute values, each as a product") {
    // x̃[−1] = 2x[0] − x[1]
    const auto y = bound_of(delay(1).on(3, window::same, boundary::smooth), {1, 10, 1},
                            {.method = method::rows});
    CHECK(y.size == std::vector<double>{12, 1, 10});
    CHECK(c_of(y, 0) > c_of(y, 1));
    CHECK(c_of(y, 1) == doctest::Approx(1 + 3));
}

TEST_CASE("word bound: what is folded back is summed one by one") {
    const auto a = conv(taps{1, 1}).on(3, window::same, boundary::edge).T();
    const auto y = bound_of(a, {1, 1, 1}, {.method = method::rows});
    // x[0] is read by output 0 twice, by its own tap and as the edge.
    CHECK(y.size == std::vector<double>{3, 2, 1});
    CHECK(c_of(y, 0) == doctest::Approx(3 + 3));
    CHECK(c_of(y, 2) == doctest::Approx(1 + 3));
}

TEST_CASE("word bound: of groups the c add up, and the sizes are products") {
    const op word = conv(taps{1, -1}) * conv(taps{1, 1});
    const std::vector<double> x(9, 1.0);
    const auto fused = bound_of(word.on(9), x, {.method = method::rows, .groups = grouping::fused});
    const auto two = bound_of(word.on(9), x, {.method = method::rows, .groups = grouping::written});
    CHECK(fused.size[4] == 2);
    CHECK(c_of(fused, 4) == doctest::Approx(2 + 3));
    CHECK(two.size[4] == 4);
    CHECK(c_of(two, 4) == doctest::Approx(2 + 3 + 2 + 3));
}

TEST_CASE("word bound: errors of the input come through by the absolute taps") {
    const auto a = conv(taps{1, -2}).on(2, window::full);
    const auto& word = std::get<map_node::bound_word>(a.root());
    const auto y = word_bound<double>(word, {{0, 0}, {1, 10}}, {.method = method::rows});
    CHECK(y.error[0] == doctest::Approx(1));
    CHECK(y.error[1] == doctest::Approx(12));
    CHECK(y.error[2] == doctest::Approx(20));
}

TEST_CASE("word bound: taps that lie far apart take no memory for what lies between them") {
    const index_t far = index_t{1} << 50;
    const auto a = (identity() + delay(far)).on(3, window(0, 3));
    CHECK(c_of(bound_of(a, {1, 1, 1}, {.method = method::rows}), 1) == doctest::Approx(1 + 3));
}
