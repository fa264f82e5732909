#include "apply/sample_buffer.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "noble/error.hpp"
#include "support/memory.hpp"

namespace noble::testing {
namespace {

TEST_CASE("buffer: grows by what is appended, and keeps its memory when cleared") {
    files::sample_buffer<double> buffer;
    std::ranges::fill(buffer.append(3), 1);
    std::ranges::fill(buffer.append(2), 2);
    CHECK(std::ranges::equal(buffer.all(), std::vector<double>{1, 1, 1, 2, 2}));
    const double* const memory = buffer.all().data();
    buffer.clear();
    CHECK(buffer.all().empty());
    CHECK(buffer.append(5).data() == memory);
}

TEST_CASE("buffer: what is refused memory leaves the size as it was") {
    files::sample_buffer<double> buffer;
    (void)buffer.append(10);
    const limited_memory limit(160);
    CHECK_THROWS_AS((void)buffer.append(21), limit_error);
    CHECK_THROWS_AS((void)buffer.append(11), limit_error);
    CHECK(buffer.all().size() == 10);
    CHECK(buffer.append(10).size() == 10);
}

}  // namespace
}  // namespace noble::testing
