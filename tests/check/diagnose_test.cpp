#include "check/diagnose.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <complex>
#include <functional>
#include <span>
#include <string>

using namespace noble;

namespace {

using complex = std::complex<double>;
/// Entry (i, j) of a matrix.
using entries = std::function<complex(index_t, index_t)>;

void times(const entries& h, std::span<const complex> x, std::span<complex> y) {
    for (std::size_t i = 0; i < y.size(); ++i) {
        for (std::size_t j = 0; j < x.size(); ++j) {
            y[i] += h(static_cast<index_t>(i), static_cast<index_t>(j)) * x[j];
        }
    }
}

constexpr index_t rows = 4;
constexpr index_t cols = 6;

// No symmetry that a mistake could hide behind.
complex forward(index_t i, index_t j) {
    if (i < 0 || j < 0 || i >= rows || j >= cols) return 0;
    return {static_cast<double>((3 * i * i + 5 * j + i * j) % 11 - 4),
            static_cast<double>((7 * i + j * j) % 5)};
}

complex right(index_t i, index_t j) { return std::conj(forward(j, i)); }

/// Of a map whose adjoint has these entries.
std::string diagnosis(const entries& adjoint, const entries& map = forward, index_t m = rows) {
    return diagnose_adjoint<complex>(custom(
        m, cols, [map](std::span<const complex> x, std::span<complex> y) { times(map, x, y); },
        [adjoint](std::span<const complex> x, std::span<complex> y) { times(adjoint, x, y); }));
}

}  // namespace

TEST_CASE("diagnose: nothing is wrong with an adjoint that is one, nor with maps of no entries") {
    CHECK(diagnosis(right).empty());
    CHECK(diagnosis([](index_t i, index_t j) { return right(i, j) * (1 + 1e-13); }).empty());
    CHECK(diagnose_adjoint<complex>((down(2) * conv(sequence{exact(1, 2), 3})).on(7)).empty());
    CHECK(diagnose_adjoint<double>(conv(taps{1, 2, 3}).on(2, window::valid)).empty());
}

TEST_CASE("diagnose: the familiar mistakes have their names") {
    CHECK(diagnosis([](index_t i, index_t j) { return forward(j, i); }) ==
          "a missing conjugate: the adjoint is the plain transpose");
    CHECK(diagnosis([](index_t i, index_t j) { return right(i, j) * complex(1, -2.5); }) ==
          "the adjoint is scaled by 1-2.5i");
    CHECK(diagnosis([](index_t i, index_t j) { return right(i, j) / 3.0; }) ==
          "the adjoint is scaled by 0.333333");
    CHECK(diagnosis([](index_t i, index_t j) { return right(i, j) / complex(0, 3); }) ==
          "the adjoint is scaled by 0-0.333333i");
    CHECK(diagnosis([](index_t i, index_t j) { return right(cols - 1 - i, rows - 1 - j); }) ==
          "the adjoint is flipped: is its kernel not reversed?");
    CHECK(diagnosis([](index_t i, index_t j) { return right(cols - 1 - i, j); }) ==
          "the adjoint's outputs are flipped");
    CHECK(diagnosis([](index_t i, index_t j) { return right(i, rows - 1 - j); }) ==
          "the adjoint's inputs are flipped");
    CHECK(diagnosis([](index_t i, index_t j) { return right(i, j) + (i == j ? 1.0 : 0.0); }) ==
          "the adjoint is not that of the forward map");
}

TEST_CASE("diagnose: a shift is named with its direction, of outputs or of inputs") {
    for (const index_t d : {-2, -1, 1, 3}) {
        CHECK(diagnosis([d](index_t i, index_t j) { return right(i - d, j); }) ==
              "the adjoint's outputs are shifted by " + std::to_string(d));
        CHECK(diagnosis([d](index_t i, index_t j) { return right(i, j - d); }) ==
              "the adjoint's inputs are shifted by " + std::to_string(d));
    }
    // What comes in at the edge may be anything.
    CHECK(diagnosis([](index_t i, index_t j) { return i == 0 ? 9 : right(i - 1, j); }) ==
          "the adjoint's outputs are shifted by 1");
}

TEST_CASE("diagnose: of a square map, the inverse and the map itself") {
    const auto ones = [](index_t i, index_t j) { return complex(i >= j ? 1 : 0); };
    const auto differences = [](index_t i, index_t j) {
        return complex(i == j ? 1 : i == j + 1 ? -1 : 0);
    };
    CHECK(diagnosis(differences, ones, cols) == "the adjoint is the inverse, not the adjoint");
    CHECK(diagnosis(ones, ones, cols) == "the adjoint repeats the forward map");
}

TEST_CASE("diagnose: maps of more entries than are looked into are not run") {
    const auto never = [](std::span<const double> /*x*/, std::span<double> /*y*/) { FAIL("run"); };
    const index_t side = 2000;
    static_assert(side * side == most_diagnosed);
    CHECK(diagnose_adjoint<double>(custom(side, side + 1, never, never)) ==
          "the map is too large to look into; try a smaller one");
}
