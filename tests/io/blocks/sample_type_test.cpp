#include "noble/sample_type.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"

namespace noble::testing {
namespace {

TEST_CASE("sample types: elements are stored under their own names, and found again") {
    for (std::size_t i = 0; i < element_table.size(); ++i) {
        const auto element = static_cast<element_type>(i);
        CHECK(name_of(stored_as(element)) == name_of(element));
        CHECK(element_of(stored_as(element)) == element);
    }
    CHECK_FALSE(element_of(sample_type::int_16).has_value());
    CHECK_FALSE(element_of(sample_type::vorbis).has_value());
}

TEST_CASE("sample types: those that are written are read by name, the others refused") {
    CHECK(sample_type_from("int24") == sample_type::int_24);
    CHECK(sample_type_from("vorbis") == sample_type::vorbis);
    for (const auto* name : {"int64", "text", "other", "boolean", "Int16", ""}) {
        CHECK_THROWS_AS(sample_type_from(name), argument_error);
    }
    CHECK_THROWS_WITH(sample_type_from("int7"),
                      "expected one of int8, uint8, int16, int24, int32, float32, float64, "
                      "complex64, complex128, vorbis, not 'int7'");
}

}  // namespace
}  // namespace noble::testing
