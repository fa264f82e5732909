// The oracle itself, against matrices written down by hand, and one way of it against another.
#include "support/oracle.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "support/property.hpp"
#include "support/random_word.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

std::vector<int> entries(const word_tree& tree, index_t n, interval kept,
                         boundary b = boundary::zero) {
    std::vector<int> values;
    for (const gaussian& entry : matrix_of(tree, n, kept, b).entries) {
        values.push_back(static_cast<int>(entry.re));
    }
    return values;
}

word_tree kernel(index_t first, const std::vector<int>& values) {
    word_tree tree{.what = letter::conv, .first = first};
    for (const int value : values) tree.taps.push_back({value, 0});
    return tree;
}

}  // namespace

TEST_CASE("oracle: matrices by hand") {
    using list = std::vector<int>;
    CHECK(entries({.what = letter::down, .k = 2}, 4, {0, 2}) == list{1, 0, 0, 0, 0, 0, 1, 0});
    CHECK(entries({.what = letter::up, .k = 2}, 2, {0, 4}) == list{1, 0, 0, 0, 0, 1, 0, 0});
    CHECK(entries({.what = letter::down, .k = 3, .p = -1}, 3, {0, 2}) == list{0, 0, 0, 0, 0, 1});
    CHECK(entries(kernel(-1, {1, 2, 3}), 3, {0, 3}) == list{2, 1, 0, 3, 2, 1, 0, 3, 2});
    CHECK(entries({.what = letter::transpose, .parts = {kernel(-1, {1, 2, 3})}}, 3, {0, 3}) ==
          list{2, 3, 0, 1, 2, 3, 0, 1, 2});
    CHECK(entries(kernel(-1, {1, 2, 3}), 3, {0, 3}, boundary::symmetric) ==
          list{5, 1, 0, 3, 2, 1, 0, 3, 3});
    CHECK(entries(kernel(0, {1, 1}), 2, {0, 3}, boundary::antireflect) == list{3, -1, 1, 1, -1, 3});
    CHECK(entries({.what = letter::delay, .p = 1}, 2, {0, 3}) == list{0, 0, 1, 0, 0, 1});
}

TEST_CASE("oracle: columns are rows of the transpose, for random words") {
    CHECK(holds("columns and rows", 300, [] {
        const word_tree word = (*random_cases()).word;
        std::map<std::pair<index_t, index_t>, gaussian> by_row;
        std::map<std::pair<index_t, index_t>, gaussian> by_column;
        for (index_t i = -12; i <= 12; ++i) {
            for (const auto& [m, value] : backward(word, {{i, {1, 0}}})) {
                if (std::abs(m) <= 12) by_row[{i, m}] = value;
            }
            for (const auto& [n, value] : forward(word, {{i, {1, 0}}})) {
                if (std::abs(n) <= 12) by_column[{n, i}] = value;
            }
        }
        RC_ASSERT(by_row == by_column);
    }));
}

TEST_CASE("oracle: random words are as various as they should be") {
    std::map<int, int> depths;
    std::set<std::pair<int, int>> bindings;
    int entries = 0;
    int complex = 0;
    int reaching = 0;
    const auto all = rc::gen::container<std::vector<random_case>>(2000, random_cases());
    const auto cases = all(rc::Random(random_seed()), 100).value();
    for (const random_case& c : cases) {
        ++depths[depth(c.word)];
        bindings.insert({static_cast<int>(c.kept), static_cast<int>(c.boundary)});
        complex += is_real(c.word) ? 0 : 1;
        bool filled = false;
        bool outside = false;
        for (index_t n = c.outputs().begin; n < c.outputs().end; ++n) {
            for (const auto& [m, value] : kernel_row(c.word, n)) {
                filled = true;
                outside = outside || m < 0 || m >= c.n;
            }
        }
        entries += filled ? 1 : 0;
        reaching += outside ? 1 : 0;
        CHECK(depth(c.word) <= 6);
        CHECK(c.outputs().count() * c.n <= 100'000);
    }
    CAPTURE(entries);
    CAPTURE(complex);
    CAPTURE(reaching);
    CHECK(bindings.size() == 36);
    for (int d = 1; d <= 6; ++d) {
        CAPTURE(d);
        CHECK(depths[d] > 50);
    }
    CHECK(entries > 1000);
    CHECK(complex > 400);
    CHECK(reaching > 700);
}
