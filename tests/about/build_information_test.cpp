#include "noble/build_information.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>

#include "noble/plan.hpp"
#include "noble/version.hpp"
#include "transforms/real_transform.hpp"

using namespace noble;

namespace {

std::string fact(std::string_view name) {
    const auto facts = build_information();
    const auto found = std::ranges::find(facts, name, &build_fact::name);
    REQUIRE(found != facts.end());
    return found->value;
}

}  // namespace

TEST_CASE("build_information: the transforms are those that spectra are made by") {
    CHECK(fact("transforms").starts_with(transform_makers().front().name));
}

TEST_CASE("build_information: every instruction set of this machine has kernels") {
    const std::string sets = ", " + fact("instruction sets") + ",";
    for (const auto set : instruction_sets()) {
        CHECK(sets.find(", " + to_string(set) + ",") != std::string::npos);
    }
}

TEST_CASE("build_information: version, libsndfile and compiler") {
    CHECK(fact("version") == version);
    CHECK(fact("audio").starts_with("libsndfile 1."));
    CHECK_FALSE(fact("compiler").empty());
}
