#include "io/blocks/shape.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace noble::testing {
namespace {

using io::shape_text;

TEST_CASE("shape: extents in braces, between commas") {
    CHECK(shape_text({}) == "{}");
    CHECK(shape_text({7}) == "{7}");
    CHECK(shape_text({3, 2}) == "{3, 2}");
    CHECK(shape_text({1, 0, 10, 1}) == "{1, 0, 10, 1}");
}

TEST_CASE("shape: every extent that a file may claim, in full") {
    constexpr auto most = std::numeric_limits<index_t>::max();
    CHECK(shape_text({most, 1}) == "{9223372036854775807, 1}");
    CHECK(shape_text({-1, 1'000'000}) == "{-1, 1000000}");
}

}  // namespace
}  // namespace noble::testing
