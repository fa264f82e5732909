#include <doctest/doctest.h>

#include "engine/execution/steps/step_cases.hpp"
#include "noble/error.hpp"

using namespace noble;
using namespace noble::testing;
using complex128 = std::complex<double>;

namespace {

const auto turn = custom(
    2, 2,
    [](std::span<const complex128> x, std::span<complex128> y) {
        y[0] += x[1] * complex128(0, 1);
        y[1] += x[0];
    },
    [](std::span<const complex128> x, std::span<complex128> y) {
        y[1] += x[0] * complex128(0, -1);
        y[0] += x[1];
    });

std::vector<complex128> image(const linear_map& a, std::vector<complex128> x) {
    plan_report report;
    const auto made = engine::make_step<complex128>(a, {}, report);
    std::vector<complex128> y(2, 99);
    std::vector<complex128> memory(static_cast<std::size_t>(made->memory()));
    made->run(engine::line<const complex128>(x.data(), 2), engine::line(y.data(), 2), {},
              memory.data(), {});
    return y;
}

using pair = std::vector<complex128>;

}  // namespace

TEST_CASE("custom step: outputs come full of zeros, and conj(A) x = conj(A conj(x))") {
    CHECK(image(turn, {1, 2}) == pair{{0, 2}, 1});
    CHECK(image(conj(turn), {1, 2}) == pair{{0, -2}, 1});
    CHECK(image(turn.H(), {1, 2}) == pair{2, {0, -1}});
    CHECK(image(turn.T(), {1, 2}) == pair{2, {0, 1}});
}

TEST_CASE("custom step: element types that the map does not take are refused") {
    CHECK_THROWS_AS(made_step{turn}, argument_error);
}
