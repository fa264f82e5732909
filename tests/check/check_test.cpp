#include "noble/check.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <algorithm>
#include <complex>
#include <sstream>
#include <string>

#include "noble/array.hpp"
#include "noble/error.hpp"
#include "noble/evaluate.hpp"
#include "noble/matrix.hpp"
#include "noble/op2d.hpp"

using namespace noble;

namespace {

using complex = std::complex<double>;
using dense = xt::xtensor<complex, 2>;
using in = std::span<const complex>;
using out = std::span<complex>;

const sequence mixed{exact(1, 2), exact(-3), exact(0, 4), exact(5, -1)};

dense forward_matrix() { return matrix<complex>((down(2) * conv(mixed)).on(7)); }

void times(const dense& a, in x, out y) {
    for (std::size_t i = 0; i < a.shape(0); ++i) {
        y[i] = 0;
        for (std::size_t j = 0; j < a.shape(1); ++j) y[i] += a(i, j) * x[j];
    }
}

dense adjoint_of(const dense& a) {
    dense b = xt::transpose(a);
    for (complex& entry : b) entry = std::conj(entry);
    return b;
}

/// A custom map of two matrices.
linear_map custom_of(const dense& a, const dense& adjoint) {
    return custom(
        static_cast<index_t>(a.shape(0)), static_cast<index_t>(a.shape(1)),
        [a](in x, out y) { times(a, x, y); }, [adjoint](in x, out y) { times(adjoint, x, y); });
}

/// All diagnoses of the tests that failed, in lower case.
std::string diagnosis(const linear_map& a) {
    const check_report report = check(a);
    std::string text;
    for (const check_result& result : report.results) {
        if (!result.passed) text += result.diagnosis + "\n";
    }
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

}  // namespace

TEST_CASE("check: maps of words pass, with every window and boundary") {
    for (const boundary b : boundaries) {
        for (const window& w : {window::full, window::valid, window::same, window(-3, 9)}) {
            const linear_map a = (down(2) * conv(mixed) * up(3, 1)).on(7, w, b);
            for (const linear_map& map : {a, a.T(), a.H(), conj(a)}) {
                CAPTURE(to_string(map));
                CAPTURE(to_string(check(map)));
                CHECK(check(map).passed());
            }
        }
    }
}

TEST_CASE("check: composites pass") {
    const linear_map a = (down(2) * conv(mixed)).on(7, {0, 4});
    const linear_map b = conv(mixed).on(4, {1, 4}, boundary::line);
    for (const linear_map& map :
         {b * a, a - exact(2, 1) * a, hstack({a, b}), vstack({a, a}), block({{a, b}, {a, b}}),
          block_diag({a, b}), kron(a, b), pad(4, 2, 3, boundary::antireflect), crop(9, 2, 3),
          (kron(down(2), conv(mixed)) + kron(down(2), up(1)))
              .on(4, 3, window::same, window::same)}) {
        CAPTURE(to_string(map));
        CHECK(check(map).passed());
        CHECK(check(map.T()).passed());
    }
}

TEST_CASE("check: real maps, empty maps and maps of huge and tiny taps pass") {
    CHECK(check(conv(taps{1, 2, 1}).on(9)).passed());
    CHECK(check(conv(taps{1, 2, 3}).on(2, window::valid)).passed());
    CHECK(check(scale(0).on(4)).passed());
    CHECK(check(conv(sequence{exact(1e200), exact(1e-200)}).on(5)).passed());
}

TEST_CASE("check: a custom map with its true adjoint passes, for every seed") {
    const dense a = forward_matrix();
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        CHECK(check(custom_of(a, adjoint_of(a)), seed).passed());
    }
}

TEST_CASE("check: an adjoint without the conjugate is failed and named") {
    const dense a = forward_matrix();
    const linear_map bad = custom_of(a, xt::transpose(a));
    CHECK_FALSE(check(bad).passed());
    CHECK(diagnosis(bad).find("conj") != std::string::npos);
}

TEST_CASE("check: an adjoint with its taps the wrong way round is failed and named") {
    const dense a = matrix<complex>(conv(taps{1, 2, 4}).on(6));
    const dense unreversed = matrix<complex>(conv(taps{1, 2, 4}).on(8, window::valid));
    const linear_map bad = custom_of(a, unreversed);
    CHECK_FALSE(check(bad).passed());
    CHECK(diagnosis(bad).find("flip") != std::string::npos);
}

TEST_CASE("check: a scaled adjoint is failed and named, with its factor") {
    const dense a = forward_matrix();
    const linear_map bad = custom_of(a, 2.0 * adjoint_of(a));
    CHECK_FALSE(check(bad).passed());
    CHECK(diagnosis(bad).find("scale") != std::string::npos);
    CHECK(diagnosis(bad).find('2') != std::string::npos);
}

TEST_CASE("check: an adjoint that is off by one sample is failed and named") {
    const dense a = forward_matrix();
    for (const int by : {-1, 1}) {
        const dense right = adjoint_of(a);
        dense moved = xt::zeros<complex>(right.shape());
        for (int i = 0; i < static_cast<int>(right.shape(0)); ++i) {
            if (i - by < 0 || i - by >= static_cast<int>(right.shape(0))) continue;
            for (std::size_t j = 0; j < right.shape(1); ++j) {
                moved(static_cast<std::size_t>(i), j) = right(static_cast<std::size_t>(i - by), j);
            }
        }
        const linear_map bad = custom_of(a, moved);
        CAPTURE(by);
        CHECK_FALSE(check(bad).passed());
        CHECK(diagnosis(bad).find("shift") != std::string::npos);
    }
}

TEST_CASE("check: an adjoint that is really the inverse is failed and named") {
    const dense a{{1, 0, 0}, {2, 1, 0}, {0, 3, 1}};
    const dense inverse{{1, 0, 0}, {-2, 1, 0}, {6, -3, 1}};
    const linear_map bad = custom_of(a, inverse);
    CHECK_FALSE(check(bad).passed());
    CHECK(diagnosis(bad).find("inverse") != std::string::npos);
}

TEST_CASE("check: an adjoint that repeats the forward map is failed and named") {
    const dense a = matrix<complex>(conv(taps{1, 2, 4}).on(6, window::same));
    const linear_map bad = custom_of(a, a);
    CHECK_FALSE(check(bad).passed());
    CHECK(diagnosis(bad).find("forward") != std::string::npos);
}

TEST_CASE("check: one wrong entry of an adjoint is enough to fail it") {
    const dense a = forward_matrix();
    dense wrong = adjoint_of(a);
    wrong(3, 2) += 0.001;
    CHECK_FALSE(check(custom_of(a, wrong)).passed());
    dense sign = adjoint_of(a);
    sign(0, 0) = -sign(0, 0);
    CHECK_FALSE(check(custom_of(a, sign)).passed());
}

TEST_CASE("check: a map that is not linear is failed") {
    const dense a = forward_matrix();
    const linear_map bad = custom(
        static_cast<index_t>(a.shape(0)), static_cast<index_t>(a.shape(1)),
        [a](in x, out y) {
            times(a, x, y);
            y[0] += 1.0;
        },
        [a](in x, out y) { times(adjoint_of(a), x, y); });
    CHECK_FALSE(check(bad).passed());
    const linear_map clipped = custom(
        3, 3,
        [](in x, out y) {
            for (std::size_t i = 0; i < 3; ++i) y[i] = std::abs(x[i]);
        },
        [](in x, out y) { std::copy(x.begin(), x.end(), y.begin()); });
    CHECK_FALSE(check(clipped).passed());
    const auto& results = check(clipped).results;
    CHECK(std::any_of(results.begin(), results.end(),
                      [](const check_result& r) { return r.name == "linearity" && !r.passed; }));
}

TEST_CASE("check: a custom map finds its output zeroed, so one that adds to it is right too") {
    const dense a = forward_matrix();
    const linear_map adding = custom(
        static_cast<index_t>(a.shape(0)), static_cast<index_t>(a.shape(1)),
        [a](in x, out y) {
            for (std::size_t i = 0; i < a.shape(0); ++i) {
                for (std::size_t j = 0; j < a.shape(1); ++j) y[i] += a(i, j) * x[j];
            }
        },
        [a](in x, out y) { times(adjoint_of(a), x, y); });
    CHECK(check(adding).passed());
    const dense x = xt::ones<complex>({std::size_t{3}, a.shape(1)});
    CHECK(dense(adding(x)) == dense(custom_of(a, adjoint_of(a))(x)));
}

TEST_CASE("check: maps with a defect inside composites are failed too") {
    const dense a = forward_matrix();
    const linear_map bad = custom_of(a, 2.0 * adjoint_of(a));
    const auto n = static_cast<index_t>(a.shape(1));
    CHECK_FALSE(check(bad * conv(mixed).on(n, {0, n})).passed());
    CHECK_FALSE(check(block_diag({bad, identity().on(2)})).passed());
    CHECK_FALSE(check(kron(identity().on(2), bad)).passed());
}

TEST_CASE("check: custom maps of one real type are checked in it") {
    const auto twice = [](std::span<const double> x, std::span<double> y) {
        for (std::size_t i = 0; i < x.size(); ++i) y[i] = 2 * x[i];
    };
    const auto thrice = [](std::span<const double> x, std::span<double> y) {
        for (std::size_t i = 0; i < x.size(); ++i) y[i] = 3 * x[i];
    };
    CHECK(check(custom(4, 4, twice, twice)).passed());
    CHECK_FALSE(check(custom(4, 4, twice, thrice)).passed());
}

TEST_CASE("check: the same seed gives the same report; unknown taps are refused") {
    const dense a = forward_matrix();
    const linear_map bad = custom_of(a, 2.0 * adjoint_of(a));
    CHECK(to_string(check(bad, 5)) == to_string(check(bad, 5)));
    std::ostringstream text;
    text << check(bad, 5);
    CHECK(text.str() == to_string(check(bad, 5)));
    CHECK_THROWS_AS(check(conv(unknown("q", 3)).on(4)), argument_error);
}
