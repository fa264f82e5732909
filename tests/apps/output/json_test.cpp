#include "output/json.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace noble::testing {
namespace {

using app::json_text;

TEST_CASE("json_text: texts are escaped, and what is not UTF-8 is replaced") {
    CHECK(json_text("a\"b\\c\n\x01") == R"("a\"b\\c\n\u0001")");
    CHECK(json_text("é") == "\"é\"");
    CHECK(json_text("\xff.csv") == "\"\uFFFD.csv\"");
    CHECK(json_text(app::json{{"\"", 1}}) == R"({"\"":1})");
}

TEST_CASE("json_text: doubles read back as they were") {
    for (const double value : {0.1, -1e300, 5e-324, 1.0, 123456789012345680.0}) {
        CHECK(app::json::parse(json_text(value)).get<double>() == value);
    }
    CHECK(json_text(std::numeric_limits<double>::infinity()) == "null");
}

}  // namespace
}  // namespace noble::testing
