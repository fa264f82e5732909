#include "io/blocks/element_cast.hpp"

#include <doctest/doctest.h>

#include <cstdint>

namespace noble::testing {
namespace {

using io::element_cast;

TEST_CASE("cast: integers become float64 before anything else") {
    const std::int64_t value = (std::int64_t{1} << 54U) + (std::int64_t{1} << 30U) + 1;
    CHECK(element_cast<float64>(value) == static_cast<double>(value));
    CHECK(element_cast<float32>(value) == static_cast<float>(static_cast<double>(value)));
    CHECK(element_cast<complex64>(std::int16_t{-3}) == complex64(-3, 0));
}

TEST_CASE("cast: complex numbers keep both parts, or the real one where that is all there is") {
    CHECK(element_cast<complex64>(complex128(0.1, -2)) == complex64(0.1F, -2));
    CHECK(element_cast<complex128>(complex64(0.5F, 3)) == complex128(0.5, 3));
    CHECK(element_cast<float32>(complex128(0.1, 0)) == 0.1F);
    CHECK(element_cast<complex128>(0.25F) == complex128(0.25, 0));
}

}  // namespace
}  // namespace noble::testing
