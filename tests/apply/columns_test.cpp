#include "apply/columns.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace noble::testing {
namespace {

TEST_CASE("columns: channels out of frames, and frames out of channels") {
    const std::vector<int> frames{1, 2, 3, 4, 5, 6};  // two frames of three channels
    std::vector<int> last_two(4);
    files::copy_columns(frames.data() + 1, 3, last_two.data(), 2, 2, 2);
    CHECK(last_two == std::vector<int>{2, 3, 5, 6});
    std::vector<int> joined(6, 0);
    files::copy_columns(last_two.data(), 2, joined.data() + 1, 3, 2, 2);
    CHECK(joined == std::vector<int>{0, 2, 3, 0, 5, 6});
}

TEST_CASE("columns: pairs are columns of two") {
    const std::vector<int> pairs{1, 10, 2, 20, 3, 30};
    std::vector<int> left(3);
    std::vector<int> right(3);
    files::copy_of_pairs(pairs.data(), left.data(), 3);
    files::copy_of_pairs(pairs.data() + 1, right.data(), 3);
    CHECK(left == std::vector<int>{1, 2, 3});
    CHECK(right == std::vector<int>{10, 20, 30});
    std::vector<int> again(6);
    files::join_pairs(left.data(), right.data(), again.data(), 3);
    CHECK(again == pairs);
}

}  // namespace
}  // namespace noble::testing
