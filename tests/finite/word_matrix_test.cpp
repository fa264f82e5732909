#include "finite/word_matrix.hpp"

#include <doctest/doctest.h>

#include <map>

#include "noble/error.hpp"

using namespace noble;

namespace {

map_node::bound_word bound(const op& word, index_t n, const window& w, boundary b) {
    return {word, n, w.of(word, n), b, false};
}

// h[i, j] = Σ tap·weight over the terms of x̃ that read x[j].
std::map<index_t, exact> row_by_hand(const std::vector<int>& q, index_t i, index_t n, boundary b) {
    std::map<index_t, exact> row;
    for (std::size_t t = 0; t < q.size(); ++t) {
        for (const auto& term : extend(b, n, i - static_cast<index_t>(t))) {
            row[term.index] += exact(q[t]) * exact(term.weight());
        }
    }
    std::erase_if(row, [](const auto& entry) { return entry.second.is_zero(); });
    return row;
}

}  // namespace

TEST_CASE("word matrix: taps by the terms of the extended signal, for every boundary") {
    const std::vector<int> q{1, -2, 3, 5, 7, -1};
    const op word = conv(taps{1, -2, 3, 5, 7, -1});
    for (const auto b : boundaries) {
        for (const index_t n : {1, 2, 3, 4, 9}) {
            const auto m = word_matrix<exact>(bound(word, n, window::full, b));
            REQUIRE(m.rows == n + 5);
            for (index_t i = 0; i < m.rows; ++i) {
                std::map<index_t, exact> row;
                for (index_t k = m.row_begin[static_cast<std::size_t>(i)];
                     k < m.row_begin[static_cast<std::size_t>(i) + 1]; ++k) {
                    const auto at = static_cast<std::size_t>(k);
                    row[m.columns[at]] = m.values[at];
                }
                CAPTURE(b);
                CHECK(row == row_by_hand(q, i, n, b));
            }
        }
    }
}

TEST_CASE("word matrix: entries that samples share are added exactly and rounded once") {
    // 1 + 2⁻⁶⁰ − 1 on one sample: nothing of it would be left of rounded sums.
    const auto word = conv(taps{1, exact(0x1p-60), -1});
    const auto m = word_matrix<float>(bound(word, 1, window(2, 1), boundary::edge));
    REQUIRE(m.values.size() == 1);
    CHECK(m.values.front() == 0x1p-60F);
}
