#include "options/numbers.hpp"

#include <doctest/doctest.h>

#include <cstdint>

#include "noble/error.hpp"

namespace noble::testing {
namespace {

using namespace app;

TEST_CASE("numbers: an integer is decimal, whole and within its bounds") {
    CHECK(integer_from("-n", "-7", -7, 7) == -7);
    CHECK(integer_from("-n", "9223372036854775807", 0, INT64_MAX) == INT64_MAX);
    for (const auto* text :
         {"", " 1", "1 ", "+1", "0x1", "1.0", "8", "-8", "9223372036854775808"}) {
        CHECK_THROWS_WITH_AS(integer_from("-n", text, -7, 7),
                             doctest::Contains("an integer ≥ -7 and ≤ 7"), argument_error);
    }
}

TEST_CASE("numbers: bytes with the powers of 1024 and of 1000") {
    CHECK(bytes_from("--memory", "1000000") == 1000000);
    CHECK(bytes_from("--memory", "1e6") == 1000000);
    CHECK(bytes_from("--memory", "1b") == 1);
    CHECK(bytes_from("--memory", "2K") == 2048);
    CHECK(bytes_from("--memory", "2kb") == 2000);
    CHECK(bytes_from("--memory", "1.5GiB") == 3 * (std::uint64_t{1} << 29U));
    CHECK(bytes_from("--memory", "8E") == std::uint64_t{1} << 63U);
    for (const auto* text : {"", "0", "0.5", "-1", "4X", "KB", "nan", "inf", "9E", "12 M", "4GG"}) {
        CHECK_THROWS_AS(bytes_from("--memory", text), argument_error);
    }
}

TEST_CASE("numbers: a positive number is finite") {
    CHECK(positive_from("--rate", "44100") == 44100);
    CHECK(positive_from("--rate", "1e-3") == 1e-3);
    for (const auto* text : {"", "0", "-1", "inf", "nan", "1Hz"}) {
        CHECK_THROWS_WITH_AS(positive_from("--rate", text), doctest::Contains("--rate"),
                             argument_error);
    }
}

TEST_CASE("numbers: parts between commas, and one size for each axis") {
    using texts = std::vector<std::string>;
    CHECK(parts_of("") == texts{""});
    CHECK(parts_of("a,,b") == texts{"a", "", "b"});
    CHECK(sizes_from("4") == std::vector<index_t>{4});
    CHECK(sizes_from("0,4") == std::vector<index_t>{0, 4});
    for (const auto* text : {"", "-1", "1,", "1,2,3"}) {
        CHECK_THROWS_AS(sizes_from(text), argument_error);
    }
}

}  // namespace
}  // namespace noble::testing
