#include "output/json.hpp"

#include <doctest/doctest.h>

#include <array>
#include <limits>
#include <map>

namespace noble::testing {
namespace {

using app::json;
using app::json_text;

TEST_CASE("json: scalars, arrays and objects, in the order of their making") {
    CHECK(json_text(json()) == "null");
    CHECK(json_text(json::array()) == "[]");
    CHECK(json_text(json::object()) == "{}");
    const json object{{"b", 1}, {"a", true}, {"c", json::array({"x", -2.5, json()})}};
    CHECK(json_text(object) == R"({"b":1,"a":true,"c":["x",-2.5,null]})");
    CHECK(json_text(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
}

TEST_CASE("json: ranges are arrays, pairs of a name and a value objects") {
    CHECK(json_text(std::vector<std::string>{"a", "b"}) == R"(["a","b"])");
    CHECK(json_text(std::array<std::int64_t, 2>{1, 2}) == "[1,2]");
    CHECK(json_text(std::map<std::string, int>{{"k", 2}}) == R"({"k":2})");
}

TEST_CASE("json: a member is set again in its place, and others are added behind") {
    json object{{"a", 1}, {"b", 2}};
    object["a"] = "new";
    object.update({{"c", 3}, {"b", json::array({4})}});
    CHECK(json_text(object) == R"({"a":"new","b":[4],"c":3})");
}

}  // namespace
}  // namespace noble::testing
