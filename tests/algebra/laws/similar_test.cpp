#include <doctest/doctest.h>

#include "noble/laws.hpp"

namespace noble {
namespace {

TEST_CASE("laws: similar names, the nearest first") {
    CHECK(similar_laws("noble-donw").front() == "noble-down");
    CHECK(similar_laws("haar").front() == "haar");
    CHECK(similar_laws("legal").front() == "legall-5-3");
    CHECK(similar_laws("zzzzzzzzzz").empty());
    CHECK(similar_laws("").empty());
    CHECK(similar_laws(std::string(10'000, 'a')).empty());
}

}  // namespace
}  // namespace noble
