#include "noble/element_type.hpp"

#include <doctest/doctest.h>

#include "noble/array.hpp"
#include "noble/error.hpp"

namespace noble::testing {
namespace {

TEST_CASE("elements: each is found by its name, its value and its C++ type") {
    for (std::size_t i = 0; i < element_table.size(); ++i) {
        const auto type = static_cast<element_type>(i);
        CHECK(element_type_from(name_of(type)) == type);
        CHECK(with_element(type, []<class T>(T) { return element_type_of<T>; }) == type);
        CHECK(with_element(type, []<class T>(T) { return is_complex_element<T>; }) ==
              is_complex(type));
        CHECK(with_element(type, []<class T>(T) { return type_of(xt::xarray<T>()); }) == type);
    }
}

TEST_CASE("elements: complex keeps the precision") {
    CHECK(complex_of(element_type::float32) == element_type::complex64);
    CHECK(complex_of(element_type::complex64) == element_type::complex64);
    CHECK(complex_of(element_type::float64) == element_type::complex128);
    CHECK(complex_of(element_type::complex128) == element_type::complex128);
}

TEST_CASE("elements: an unknown name is refused, and the four are named") {
    CHECK_THROWS_WITH_AS(element_type_from("float16"),
                         "expected float32, float64, complex64 or complex128, not 'float16'",
                         argument_error);
    CHECK_THROWS_AS(element_type_from(""), argument_error);
}

}  // namespace
}  // namespace noble::testing
