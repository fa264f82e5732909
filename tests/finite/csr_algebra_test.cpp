#include "finite/csr_algebra.hpp"

#include <doctest/doctest.h>

using namespace noble;

namespace {

using int_rows = std::vector<std::vector<int>>;

csr<exact> sparse(const int_rows& entries, index_t cols) {
    csr<exact> m;
    m.rows = static_cast<index_t>(entries.size());
    m.cols = cols;
    for (const auto& row : entries) {
        for (std::size_t j = 0; j < row.size(); ++j) {
            if (row[j] == 0) continue;
            m.columns.push_back(static_cast<index_t>(j));
            m.values.emplace_back(row[j]);
        }
        m.row_begin.push_back(static_cast<index_t>(m.columns.size()));
    }
    return m;
}

const auto sparse_a = sparse({{1, 0, 2}, {0, -1, 0}}, 3);
const auto sparse_b = sparse({{1, 1}, {0, 5}, {0, -1}}, 2);

}  // namespace

TEST_CASE("csr algebra: products and sums by hand, and what cancels is no entry") {
    CHECK(multiply(sparse_a, sparse_b) == sparse({{1, -1}, {0, -5}}, 2));
    CHECK(add(sparse_a, sparse_a) == sparse({{2, 0, 4}, {0, -2, 0}}, 3));
    CHECK(add(sparse_a, scale(-1, sparse_a)) == sparse({{0, 0, 0}, {0, 0, 0}}, 3));
    CHECK(multiply(sparse({{1, 1}}, 2), sparse({{1}, {-1}}, 1)).values.empty());
    CHECK(scale(0, sparse_a).values.empty());
}

TEST_CASE("csr algebra: blocks, diagonals and Kronecker products by hand") {
    const auto one = sparse({{7}}, 1);
    CHECK(assemble<exact>({sparse_a, sparse({{3}, {0}}, 1)}, 2) ==
          sparse({{1, 0, 2, 3}, {0, -1, 0}}, 4));
    CHECK(assemble<exact>({sparse({{1, 0}}, 2), sparse_b}, 1) ==
          sparse({{1, 0}, {1, 1}, {0, 5}, {0, -1}}, 2));
    CHECK(diagonal<exact>({one, sparse_a}) == sparse({{7}, {0, 1, 0, 2}, {0, 0, -1}}, 4));
    CHECK(kronecker(sparse({{1, 2}}, 2), sparse({{0, 3}, {1, 0}}, 2)) ==
          sparse({{0, 3, 0, 6}, {1, 0, 2, 0}}, 4));
}
