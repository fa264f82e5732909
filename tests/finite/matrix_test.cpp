#include "noble/matrix.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <complex>

#include "noble/design.hpp"
#include "noble/error.hpp"
#include "noble/op.hpp"

using namespace noble;

namespace {

const linear_map filter = (down(2) * conv(taps{1, 0, 2})).on(4);

}  // namespace

TEST_CASE("matrix: dense and sparse hold the same entries") {
    const auto sparse = sparse_matrix<double>(filter);
    CHECK(matrix<double>(filter) ==
          xt::xtensor<double, 2>{{1, 0, 0, 0}, {2, 0, 1, 0}, {0, 0, 2, 0}});
    CHECK(sparse.rows == 3);
    CHECK(sparse.cols == 4);
    CHECK(sparse.row_begin == std::vector<index_t>{0, 1, 3, 4});
    CHECK(sparse.columns == std::vector<index_t>{0, 0, 2, 2});
    CHECK(sparse.values == std::vector<double>{1, 2, 1, 2});
}

TEST_CASE("matrix: sparse rows are in order and hold no zero, also where terms cancel") {
    const auto a =
        sparse_matrix<exact>((conv(taps{1, -1}) + conv(taps{-1, 1}) + delay(1)).on(3, {0, 3}));
    CHECK(a.row_begin == std::vector<index_t>{0, 0, 1, 2});
    CHECK(a.columns == std::vector<index_t>{0, 1});
    const auto folded = sparse_matrix<exact>(conv(taps{1, -1}).on(3, {0, 3}, boundary::symmetric));
    CHECK(folded.row_begin == std::vector<index_t>{0, 0, 2, 4});
}

TEST_CASE("matrix: transposing a sparse matrix twice gives it back") {
    const auto a = sparse_matrix<exact>(filter);
    const auto t = transpose(a);
    CHECK(t.rows == 4);
    CHECK(t.row_begin == std::vector<index_t>{0, 2, 2, 4, 4});
    CHECK(t.columns == std::vector<index_t>{0, 1, 1, 2});
    CHECK(transpose(t) == a);
    CHECK(t == sparse_matrix<exact>(filter.T()));
}

TEST_CASE("matrix: entries are exact until they are rounded, once") {
    // (1/3)·3 = 1, and 1e16 + 1 − 1e16 = 1, in exact numbers only.
    CHECK(matrix<float>((scale(ratio(1, 3)) * scale(3)).on(1))(0, 0) == 1.0F);
    const op a = scale(1e16) + identity() - scale(1e16);
    CHECK(matrix<double>(a.on(1))(0, 0) == 1.0);
    CHECK(matrix<float>((scale(0.1) * identity()).on(1))(0, 0) == 0.1F);
    const linear_map thirds = identity().on(4, {-1, 6}, boundary::line);
    CHECK(matrix<double>(thirds)(0, 0) == 4.0 / 3);
    CHECK(matrix<double>(thirds)(0, 3) == -1.0 / 3);
}

TEST_CASE("matrix: all element types; complex entries have no real matrix") {
    const linear_map a = conv(sequence{exact(1, 2), exact(3)}).on(1);
    CHECK(matrix<std::complex<double>>(a)(0, 0) == std::complex<double>(1, 2));
    CHECK(matrix<std::complex<float>>(a)(1, 0) == std::complex<float>(3, 0));
    CHECK_THROWS_AS(matrix<double>(a), argument_error);
    CHECK_THROWS_AS(matrix<float>(a), argument_error);
}

TEST_CASE("matrix: unknown taps are polynomials, and no numbers") {
    const linear_map a = (down(2) * conv(unknown("q", 3))).on(4);
    const auto q = [](index_t i) { return polynomial(unknown_tap{"q", i, false}); };
    const auto m = sparse_matrix<polynomial>(a);
    CHECK(m.columns == std::vector<index_t>{0, 0, 1, 2, 2, 3});
    CHECK(m.values == std::vector<polynomial>{q(0), q(2), q(1), q(0), q(2), q(1)});
    CHECK(transpose(m) == sparse_matrix<polynomial>(a.T()));
    CHECK_THROWS_AS(sparse_matrix<exact>(a), argument_error);
    CHECK_THROWS_AS(matrix<double>(a), argument_error);
}

TEST_CASE("matrix: no rows or no columns are fine") {
    CHECK(matrix<double>(identity().on(0)).size() == 0);
    CHECK(matrix<double>(conv(taps{1, 2, 3}).on(2, window::valid)).shape(0) == 0);
    CHECK(sparse_matrix<exact>(identity().on(3, {0, 0})).row_begin == std::vector<index_t>{0});
    CHECK(matrix<double>(identity().on(3, {0, 0}).T()).shape(0) == 3);
}

TEST_CASE("matrix: what does not fit below the memory limit is refused, with size and limit") {
    const linear_map large = identity().on(1'000'000);
    CHECK_THROWS_WITH_AS(matrix<double>(large), doctest::Contains("4 GiB"), limit_error);
    CHECK(sparse_matrix<double>(large).values.size() == 1'000'000);
    CHECK_THROWS_AS(sparse_matrix<double>(identity().on(index_t{1} << 50)), limit_error);
    CHECK_THROWS_AS(matrix<double>(identity().on(index_t{1} << 40)), limit_error);
    const linear_map dense = conv(box(60'000)).on(60'000);
    CHECK_THROWS_AS(sparse_matrix<exact>(dense), limit_error);
}
