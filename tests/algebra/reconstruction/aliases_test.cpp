#include "algebra/reconstruction/aliases.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "noble/canonical.hpp"

namespace noble {
namespace {

TEST_CASE("aliases: an alias term has only the frequencies of its denominator") {
    // Summed over the outputs of one class of a proper divisor of d, its kernels vanish.
    std::vector<op> take;
    std::vector<op> put;
    for (index_t i = 0; i < 6; ++i) {
        take.push_back(down(6, i));
        put.push_back(exact(i * i + 1) * up(6, i));
    }
    const auto r = reconstruct(column(take), row(put));
    REQUIRE(r.aliases.size() == 3);
    for (const auto& term : r.aliases) {
        const auto d = term.denominator;
        for (index_t e = 1; e < d; ++e) {
            if (d % e != 0) continue;
            for (index_t r0 = 0; r0 < e; ++r0) {
                polynomial sum;
                for (index_t i = r0; i < d; i += e) {
                    sum += term.kernels[static_cast<std::size_t>(i)][0];
                }
                CHECK(sum.is_zero());
            }
        }
    }
    CHECK(r.aliases[0].denominator == 2);
    CHECK(r.aliases[1].denominator == 3);
    CHECK(r.aliases[2].denominator == 6);
}

TEST_CASE("aliases: the parts at all denominators add up to the kernels") {
    const phase_kernels g{{1, 2}, {3}, {0, 5, 7}, {-1}, {4, 4}, {2}};
    for (std::size_t r = 0; r < g.size(); ++r) {
        sequence sum;
        for (const index_t d : {1, 2, 3, 6}) {
            sum = sum + part_at_frequencies(g, d)[r % static_cast<std::size_t>(d)];
        }
        for (index_t t = 0; t < 4; ++t) CHECK(sum[t] == g[r][t]);
    }
    CHECK(aliases_of({{1, 2}, {1, 2}}).empty());
}

}  // namespace
}  // namespace noble
