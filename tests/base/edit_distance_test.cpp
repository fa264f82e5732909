#include "base/edit_distance.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace noble::testing {
namespace {

// The definition: the first letters are matched or replaced, or one of them is left over.
std::size_t defined(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return a.size() + b.size();
    const auto shorter_a = a.substr(1);
    const auto shorter_b = b.substr(1);
    return std::min({defined(shorter_a, shorter_b) + (a[0] == b[0] ? 0 : 1),
                     defined(shorter_a, b) + 1, defined(a, shorter_b) + 1});
}

// All words of at most `longest` letters of "ab".
std::vector<std::string> words(std::size_t longest) {
    std::vector<std::string> all{""};
    for (std::size_t i = 0; all[i].size() < longest; ++i) {
        for (const char letter : {'a', 'b'}) all.push_back(all[i] + letter);
    }
    return all;
}

TEST_CASE("edit_distance: insertions, deletions and replacements count one each") {
    CHECK(edit_distance("kitten", "sitting") == 3);
    CHECK(edit_distance("periodic", "periodic") == 0);
    CHECK(edit_distance("", "same") == 4);
    CHECK(edit_distance("same", "") == 4);
    CHECK(edit_distance("lowpas", "lowpass") == 1);
    CHECK(edit_distance("ab", "ba") == 2);  // no exchange of neighbours
}

TEST_CASE("edit_distance: is the definition's on all short words") {
    const auto all = words(4);
    REQUIRE(all.size() == 31);
    for (const auto& a : all) {
        for (const auto& b : all) {
            CAPTURE(a);
            CAPTURE(b);
            CHECK(edit_distance(a, b) == defined(a, b));
        }
    }
}

}  // namespace
}  // namespace noble::testing
