#include <doctest/doctest.h>

#include "noble/linear_map.hpp"
#include "noble/matrix.hpp"

using namespace noble;

namespace {

const op q = conv(taps{exact(std::complex<double>(1, 2)), 3});
const auto a = q.on(4, window::full, boundary::reflect);
const auto b = (down(2) * q).on(4);

}  // namespace

TEST_CASE("map transpose: of every kind the matrix turned about its diagonal") {
    for (const auto& map : {a, b * a.T() * a, a + a, exact(3) * a, block({{a, a}, {b, b}}),
                            block_diag({a, b}), kron(a, b)}) {
        CHECK(sparse_matrix<exact>(map.T()) == transpose(sparse_matrix<exact>(map)));
        CHECK(map.T().rows() == map.cols());
    }
}

TEST_CASE("map transpose: the adjoint is conjugated too, and twice is the map itself") {
    for (const auto& map : {a, b * a.T() * a, kron(a, b), vstack({a, b})}) {
        auto turned = transpose(sparse_matrix<exact>(map));
        for (auto& value : turned.values) value = conj(value);
        CHECK(sparse_matrix<exact>(map.H()) == turned);
        CHECK(sparse_matrix<exact>(map.H().H()) == sparse_matrix<exact>(map));
    }
}
