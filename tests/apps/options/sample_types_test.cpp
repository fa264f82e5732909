#include "options/sample_types.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"

namespace noble::testing {
namespace {

TEST_CASE("sample types by the names that noble info prints") {
    for (const auto type : {sample_type::int_24, sample_type::float_64, sample_type::complex_64}) {
        CHECK(app::sample_type_from(std::string(name_of(type))) == type);
    }
    CHECK_THROWS_WITH_AS(app::sample_type_from("int_24"), doctest::Contains("int16, int24, int32"),
                         argument_error);
}

}  // namespace
}  // namespace noble::testing
