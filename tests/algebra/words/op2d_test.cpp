#include "noble/op2d.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"
#include "noble/linear_map.hpp"
#include "noble/matrix.hpp"

using namespace noble;

namespace {

const sequence fractions{exact(1, 2), exact(-3), exact(0, 4)};
const op a = down(2) * conv(fractions);
const op b = conv(fractions) * up(3, 1);

csr<exact> matrix_of(const op2d& word) {
    return sparse_matrix<exact>(
        word.on(4, 3, window::same, window(-1, 7), boundary::reflect, boundary::line));
}

}  // namespace

TEST_CASE("op2d: kron(A, B) is A along axis 0 and B along axis 1, each with its own binding") {
    CHECK(matrix_of(kron(a, b)) ==
          sparse_matrix<exact>(
              kron(a.on(4, window::same, boundary::reflect), b.on(3, {-1, 7}, boundary::line))));
    CHECK(kron(a, b).on(4, 3).in_shape() == extents{4, 3});
}

TEST_CASE("op2d: (A ⊗ B)(C ⊗ D) = AC ⊗ BD, and sums distribute") {
    CHECK(same_word(kron(a, b) * kron(up(2), down(3)), kron(a * up(2), b * down(3))));
    const op2d sum = kron(a, b) + exact(2) * kron(a * delay(1), b);
    const op2d product = sum * kron(delay(1), delay(2));
    REQUIRE(product.terms().size() == 2);
    CHECK(matrix_of(product) == matrix_of(kron(a * delay(1), b * delay(2)) +
                                          exact(2) * kron(a * delay(1) * delay(1), b * delay(2))));
}

TEST_CASE("op2d: sums, differences and multiples are those of the matrices") {
    const op2d x = kron(a, b);
    const op2d y = kron(a * delay(1), delay(-1) * b);
    CHECK(matrix_of(x - x).values.empty());
    CHECK(matrix_of(x + y) == matrix_of(y + x));
    CHECK(matrix_of(x - y) == matrix_of(x + -y));
    CHECK(matrix_of(exact(0, 2) * x) == matrix_of(kron(exact(0, 2) * a, b)));
    CHECK(matrix_of(conj(x)) == matrix_of(kron(conj(a), conj(b))));
}

TEST_CASE("op2d: T and H act on both axes") {
    CHECK(same_word(kron(a, b).T(), kron(a.T(), b.T())));
    CHECK(same_word(kron(a, b).H(), kron(a.H(), b.H())));
    const op2d sum = kron(a, b) - kron(a * delay(1), delay(2) * b);
    CHECK(sparse_matrix<exact>(sum.H().on(2, 9, {0, 4}, {0, 3})) ==
          sparse_matrix<exact>(sum.on(4, 3, {0, 2}, {0, 9}).H()));
}

TEST_CASE("op2d: terms of different rates along an axis, and no terms, are refused") {
    CHECK_THROWS_AS(kron(a, b) + kron(b, b), rate_error);
    CHECK_THROWS_AS(kron(a, b) - kron(a, a), rate_error);
    CHECK_THROWS_AS(op2d(std::vector<op2d::term>{}), argument_error);
}
