#include "engine/execution/plan_bytes.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <complex>
#include <vector>

#include "noble/exact.hpp"

using namespace noble;
using engine::plan_bytes;

namespace {

sequence repeated(const exact& value, std::size_t count) {
    return sequence(std::vector<exact>(count, value));
}

template <class T = double>
double bytes(const op& word, const plan_options& options = {.method = method::rows}) {
    return plan_bytes(plan<T>(word.on(100), options));
}

}  // namespace

TEST_CASE("plan bytes: a tap counts as it was written and as it is run") {
    const auto of_tap = [](const exact& value) {
        return (bytes(conv(repeated(value, 300))) - bytes(conv(repeated(value, 100)))) / 200;
    };
    const double plain = of_tap(exact(2));
    CHECK(plain >= sizeof(exact) + sizeof(index_t) + sizeof(double));
    CHECK(plain < 10 * (sizeof(exact) + sizeof(index_t) + sizeof(double)));
    CHECK(of_tap(exact(0.1)) == plain);
    // No double holds it: a rational of its own, in two parts.
    CHECK(of_tap(exact(rational(1) / 3)) >= plain + 2 * sizeof(rational));
    const rational many_digits = 1 + 1 / rational(mpz_class(1) << 6400);
    CHECK(of_tap(exact(many_digits)) >= plain + 2 * 6400 / 8);
}

TEST_CASE("plan bytes: factors that are one handle count once") {
    const plan_options fused{.method = method::rows, .groups = grouping::fused};
    const sequence q = repeated(exact(rational(1) / 3), 200);
    const op one = conv(q);
    const op other = conv(q);
    const double of_powers = bytes(one * one, fused);
    CHECK(bytes(one * other, fused) > of_powers + 200 * 2 * sizeof(rational));
    CHECK(bytes(one + one, fused) < bytes(one + other, fused));
}

TEST_CASE("plan bytes: the parts of a map add up") {
    const auto a = conv(repeated(3, 20)).on(8, window::same);
    const auto b = down(2).on(8);
    const auto of = [](const linear_map& map) {
        return plan_bytes(plan<double>(map, {.method = method::rows}));
    };
    const double sum = of(a) + of(b);
    for (const auto& map :
         {b * a, kron(a, b), block_diag({a, b}), vstack({a, b}), 2 * (b * a), block_diag({b, a})}) {
        CHECK(of(map) == sum);
    }
    CHECK(of(a + a) == 2 * of(a));
}

TEST_CASE("plan bytes: transforms hold their spectra and roots, in the element type's width") {
    const op word = conv(repeated(1, 3000));
    const plan_options fft{.method = method::fft};
    const plan<float> p(word.on(100'000), fft);
    const auto points = static_cast<double>(p.explain().stages.front().transform);
    const double more = plan_bytes(p) - bytes<float>(word);
    CHECK(more >= points * sizeof(std::complex<float>));
    CHECK(more <= 4 * points * sizeof(std::complex<float>));
    CHECK(bytes<double>(word, fft) > plan_bytes(p) + more / 2);
}
