#include "check/method_errors.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <cmath>
#include <complex>
#include <limits>
#include <vector>

#include "engine/methods/blocks.hpp"
#include "noble/op.hpp"

using namespace noble;
using engine::most_summed_terms;
using engine::transform_error_unit;
using engine::transforms;

namespace {

template <class T = double>
canonical<T> form_of(const op& word) {
    return rounded<T>(canonical_form<exact>(word));
}

op of_taps(std::size_t count) { return conv(sequence(std::vector<exact>(count, 1))); }

}  // namespace

TEST_CASE("method errors: 512 roundings and one for each piece of 512 taps or 4,096 offsets") {
    CHECK(most_summed_terms(form_of(identity())) == 512 + 1);
    CHECK(most_summed_terms(form_of(of_taps(512))) == 512 + 1);
    CHECK(most_summed_terms(form_of(of_taps(513))) == 512 + 2);
    CHECK(most_summed_terms(form_of(of_taps(2000))) == 512 + 4);
    CHECK(most_summed_terms(form_of(identity() + delay(4095))) == 512 + 1);
    CHECK(most_summed_terms(form_of(identity() + delay(4096))) == 512 + 2);
    CHECK(std::isinf(most_summed_terms(form_of(0 * identity()))));
    // No method cuts periods as long: at most one piece for each tap.
    CHECK(most_summed_terms(form_of(conv(taps{1, 2, 3}) * up(20'000))) == 512 + 3);
}

TEST_CASE("method errors: transforms may run what is left open, or left to them") {
    const auto plain = form_of(conv(taps{1, 2, 3}));
    const auto decimated = form_of(down(2) * conv(taps{1, 2, 3}));
    CHECK(transforms(plain, {}));
    CHECK(transforms(plain, {.method = method::fft}));
    CHECK_FALSE(transforms(plain, {.method = method::rows}));
    CHECK_FALSE(transforms(plain, {.method = method::flow}));
    CHECK(transforms(decimated, {.method = method::flow}));  // which does not run it
    CHECK_FALSE(transforms(form_of(0 * identity()), {}));
    CHECK(transforms(plain, {})->block.points == engine::blocks_of(plain)->block.points);
}

TEST_CASE("method errors: transforms err by 4·ε·log₂(M·F)·‖h‖") {
    block_grid grid;
    grid.block.points = 1024;
    const auto in_epsilons = [&](const auto& form, double epsilon) {
        return transform_error_unit(form, grid) / epsilon;
    };
    constexpr double wide = std::numeric_limits<double>::epsilon();
    constexpr double narrow = std::numeric_limits<float>::epsilon();
    CHECK(in_epsilons(form_of(conv(taps{3, 4})), wide) == doctest::Approx(4 * 10 * 5));
    grid.inputs = 8;
    CHECK(in_epsilons(form_of(down(8) * conv(taps{3, 4})), wide) == doctest::Approx(4 * 13 * 5));
    const auto complex_taps = form_of<std::complex<float>>(conv(sequence{exact(5, 12)}));
    CHECK(in_epsilons(complex_taps, narrow) == doctest::Approx(4 * 13 * 13));
}
