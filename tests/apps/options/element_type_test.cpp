#include "options/element_type.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"

namespace noble::testing {
namespace {

using namespace app;

constexpr std::array all{element_type::float32, element_type::float64, element_type::complex64,
                         element_type::complex128};

TEST_CASE("element_type: names, files and back") {
    for (const auto type : all) {
        CHECK(element_type_from(to_string(type)) == type);
        CHECK(element_type_of(type_of_file(type)) == type);
        CHECK(is_complex(complex_of(type)));
    }
    CHECK(element_type_of(sample_type::int_16) == element_type::float64);
    CHECK(complex_of(element_type::float32) == element_type::complex64);
    CHECK_THROWS_WITH_AS(element_type_from("int8"), doctest::Contains("complex128"),
                         argument_error);
}

TEST_CASE("element_type: conversion rounds once, and drops no imaginary part") {
    const any_array real = xt::xarray<double>{0.1, -2};
    const auto narrow = std::get<xt::xarray<float>>(converted(real, element_type::float32));
    CHECK(narrow(0) == 0.1F);
    const auto wide = std::get<xt::xarray<complex128>>(converted(real, element_type::complex128));
    CHECK(wide(1) == complex128(-2, 0));
    for (const auto type : all) {
        CHECK(type_of(converted(real, type)) == type);
        if (is_complex(type)) continue;
        CHECK_THROWS_WITH_AS(converted(any_array(wide), type), doctest::Contains("imaginary"),
                             argument_error);
    }
}

}  // namespace
}  // namespace noble::testing
