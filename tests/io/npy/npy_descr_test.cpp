#include "io/npy/npy_descr.hpp"

#include <doctest/doctest.h>

#include <bit>

namespace noble::testing {
namespace {

TEST_CASE("descr: an order, a kind and a size; what NumPy has beyond them is none") {
    const auto found = io::npy_type_of("<f8");
    REQUIRE(found.has_value());
    CHECK(found->type == sample_type::float_64);
    CHECK(found->bytes == 8);
    CHECK(io::npy_type_of("<c16")->bytes == 16);
    CHECK(io::npy_type_of("|u1")->type == sample_type::uint_8);
    for (const auto* descr : {"", "f8", "<", "<f2", "|i2", "?f8", "<U1", "<f80"}) {
        CAPTURE(descr);
        CHECK_FALSE(io::npy_type_of(descr).has_value());
    }
}

TEST_CASE("descr: of the two orders one is swapped") {
    const bool little = std::endian::native == std::endian::little;
    CHECK(io::npy_type_of("<i4")->swapped == !little);
    CHECK(io::npy_type_of(">i4")->swapped == little);
    CHECK_FALSE(io::npy_type_of("=i4")->swapped);
}

TEST_CASE("descr: elements are described so that they are read as they lie") {
    for (const auto& entry : element_table) {
        const auto element = element_type_from(entry.name);
        const auto found = io::npy_type_of(io::npy_descr_of(element));
        REQUIRE(found.has_value());
        CHECK(found->type == stored_as(element));
        CHECK_FALSE(found->swapped);
    }
}

}  // namespace
}  // namespace noble::testing
