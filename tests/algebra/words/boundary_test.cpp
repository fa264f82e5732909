#include "noble/boundary.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <limits>
#include <map>

#include "algebra/words/boundary_rule.hpp"
#include "noble/error.hpp"
#include "noble/evaluate.hpp"
#include "noble/linear_map.hpp"
#include "noble/matrix.hpp"
#include "support/fixture.hpp"
#include "support/oracle.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

std::map<index_t, rational> weights(boundary b, index_t n, index_t m) {
    std::map<index_t, rational> sum;
    for (const extension_term& term : extend(b, n, m)) sum[term.index] += term.weight();
    std::erase_if(sum, [](const auto& entry) { return entry.second == 0; });
    return sum;
}

std::map<index_t, rational> weights_by_hand(boundary b, index_t n, index_t m) {
    std::map<index_t, rational> sum;
    const extension e = extend_by_hand(b, n, m);
    for (const auto& [index, weight] : e.terms) {
        sum[index] += ratio(to_integer(weight), to_integer(e.den));
    }
    std::erase_if(sum, [](const auto& entry) { return entry.second == 0; });
    return sum;
}

/// x̃ on [−before, n + after) of x = 10, 11, 13, …
std::vector<double> extended(boundary b, const std::vector<double>& x, index_t before,
                             index_t after) {
    const auto n = static_cast<index_t>(x.size());
    const auto in = xt::adapt(x, {x.size()});
    const auto y = pad(n, before, after, b)(in);
    return {y.begin(), y.end()};
}

using list = std::vector<double>;

}  // namespace

TEST_CASE("boundary: every mode is its formula, any width, also wider than the signal") {
    for (const boundary b : boundaries) {
        for (index_t n = 1; n <= 9; ++n) {
            for (index_t m = -40; m <= 48; ++m) {
                CAPTURE(b);
                CAPTURE(n);
                CAPTURE(m);
                CHECK(weights(b, n, m) == weights_by_hand(b, n, m));
            }
        }
    }
}

TEST_CASE("boundary: the modes on three samples, by hand") {
    const list x{1, 2, 4};
    CHECK(extended(boundary::zero, x, 2, 2) == list{0, 0, 1, 2, 4, 0, 0});
    CHECK(extended(boundary::edge, x, 2, 2) == list{1, 1, 1, 2, 4, 4, 4});
    CHECK(extended(boundary::periodic, x, 4, 2) == list{4, 1, 2, 4, 1, 2, 4, 1, 2});
    CHECK(extended(boundary::symmetric, x, 4, 4) == list{4, 4, 2, 1, 1, 2, 4, 4, 2, 1, 1});
    CHECK(extended(boundary::reflect, x, 4, 4) == list{1, 2, 4, 2, 1, 2, 4, 2, 1, 2, 4});
    CHECK(extended(boundary::antisymmetric, x, 4, 4) ==
          list{4, -4, -2, -1, 1, 2, 4, -4, -2, -1, 1});
    CHECK(extended(boundary::antireflect, x, 2, 2) == list{-2, 0, 1, 2, 4, 6, 7});
    CHECK(extended(boundary::smooth, x, 3, 3) == list{-2, -1, 0, 1, 2, 4, 6, 8, 10});
    CHECK(extended(boundary::line, x, 2, 2) == list{-2, -0.5, 1, 2, 4, 5.5, 7});
}

TEST_CASE("boundary: antireflect goes on odd about each end, as often as needed") {
    // A straight line is odd about each of its points, so it goes on for ever.
    CHECK(extended(boundary::antireflect, {5, 7}, 5, 5) ==
          list{-5, -3, -1, 1, 3, 5, 7, 9, 11, 13, 15, 17});
    CHECK(extended(boundary::antireflect, {1, 2, 4}, 4, 4) ==
          list{-5, -4, -2, 0, 1, 2, 4, 6, 7, 8, 10});
}

TEST_CASE("boundary: straight lines go on straight for antireflect, smooth and line") {
    for (const boundary b : {boundary::antireflect, boundary::smooth, boundary::line}) {
        for (index_t n = 2; n <= 6; ++n) {
            for (index_t m = -15; m < n + 15; ++m) {
                rational sum;
                for (const auto& [i, weight] : weights(b, n, m)) sum += weight * (3 + 2 * i);
                CAPTURE(b);
                CAPTURE(n);
                CHECK(sum == 3 + 2 * m);
            }
        }
    }
}

TEST_CASE("boundary: constants go on constant where they should") {
    for (const boundary b : boundaries) {
        if (b == boundary::zero || b == boundary::antisymmetric) continue;
        for (index_t n = 1; n <= 5; ++n) {
            for (index_t m = -20; m < 20; ++m) {
                rational sum;
                for (const auto& [index, weight] : weights(b, n, m)) sum += weight;
                CHECK(sum == 1);
            }
        }
    }
}

TEST_CASE("boundary: one sample: reflect, antireflect, smooth and line act as edge") {
    for (const boundary b :
         {boundary::reflect, boundary::antireflect, boundary::smooth, boundary::line}) {
        CAPTURE(b);
        CHECK(extended(b, {7}, 3, 3) == list(7, 7.0));
        CHECK(matrix<double>(conv(taps{1, 2, 3}).on(1, window::full, b)) ==
              matrix<double>(conv(taps{1, 2, 3}).on(1, window::full, boundary::edge)));
    }
    CHECK(extended(boundary::antisymmetric, {7}, 3, 3) == list{-7, 7, -7, 7, -7, 7, -7});
    CHECK(extended(boundary::periodic, {7}, 3, 3) == list(7, 7.0));
}

TEST_CASE("boundary: no samples are fine for zero and an error for the rest") {
    CHECK(conv(taps{1, 2, 3}).on(0).cols() == 0);
    for (const boundary b : boundaries) {
        CAPTURE(b);
        if (b == boundary::zero) {
            CHECK_NOTHROW(require_extendable(b, 0));
        } else {
            CHECK_THROWS_AS(require_extendable(b, 0), shape_error);
            CHECK_THROWS_AS(void(conv(taps{1, 2, 3}).on(0, window::full, b)), shape_error);
            CHECK_THROWS_AS(void(pad(0, 1, 1, b)), shape_error);
        }
        CHECK_THROWS_AS(require_extendable(b, -1), shape_error);
    }
}

TEST_CASE("boundary: any index of 64 bits extends or is a limit_error") {
    constexpr index_t far = std::numeric_limits<index_t>::max();
    constexpr index_t least = std::numeric_limits<index_t>::min();
    for (const boundary b : boundaries) {
        for (const index_t n : {index_t{1}, index_t{2}, index_t{5}, far}) {
            for (const index_t m : {far, far - 1, least, least + 1}) {
                CAPTURE(b);
                CAPTURE(n);
                CAPTURE(m);
                try {
                    for (const extension_term& term : extend(b, n, m)) {
                        CHECK(term.index >= 0);
                        CHECK(term.index < n);
                    }
                } catch (const limit_error&) {
                    // The period 2(n − 1), or weights that grow with the distance.
                    CHECK((b == boundary::reflect || b >= boundary::antireflect));
                }
            }
        }
    }
    CHECK(weights(boundary::periodic, 5, far) == std::map<index_t, rational>{{far % 5, 1}});
    CHECK(weights(boundary::periodic, 5, least) ==
          std::map<index_t, rational>{{(least % 5 + 5) % 5, 1}});
}

TEST_CASE("boundary: a row tells how many samples at either end are read, and no more than are") {
    for (const boundary b : boundaries) {
        CAPTURE(b);
        const boundary_rule& rule = rule_of(b);
        for (index_t n = 1; n <= 12; ++n) {
            for (index_t depth = 1; depth <= 12; ++depth) {
                CAPTURE(n);
                CAPTURE(depth);
                index_t from_first = 0;
                index_t from_last = 0;
                for (index_t m = -depth; m < 0; ++m) {
                    for (const auto& [i, weight] : weights(b, n, m)) {
                        if (i < rule.near(depth)) {
                            from_first = std::max(from_first, i + 1);
                        } else {
                            from_last = std::max(from_last, n - i);
                        }
                    }
                }
                CHECK(from_last <= rule.far(depth));
                if (depth + 2 < n) {
                    // x̃[−1] of antireflect is 2x[0] − x[1]: one less than its row says.
                    CHECK(from_first >= rule.near(depth) - (b == boundary::antireflect ? 1 : 0));
                    CHECK(from_last == rule.far(depth));
                }
            }
        }
        CHECK(needs_end(b) == (b == boundary::periodic || b == boundary::line));
    }
}

TEST_CASE("boundary: what lies before the signal mirrors what lies after it") {
    for (const boundary b : boundaries) {
        for (index_t n = 1; n <= 7; ++n) {
            for (index_t m = -20; m < 0; ++m) {
                std::map<index_t, rational> turned;
                for (const auto& [i, weight] : weights(b, n, n - 1 - m)) {
                    turned[n - 1 - i] = weight;
                }
                CAPTURE(b);
                CHECK(weights(b, n, m) == turned);
            }
        }
    }
}

TEST_CASE("boundary: names, SciPy's names, and why some have no matrix") {
    for (const boundary b : boundaries) CHECK(boundary_from(to_string(b)) == b);
    CHECK(boundary_from("wrap") == boundary::periodic);
    CHECK(boundary_from("constant") == boundary::zero);
    CHECK_THROWS_WITH_AS(boundary_from("edgy"), doctest::Contains("antireflect"), argument_error);
    for (const char* name : {"median", "minimum", "maximum", "constant:5"}) {
        CAPTURE(name);
        CHECK_THROWS_WITH_AS(boundary_from(name), doctest::Contains("matrix"), argument_error);
    }
}

TEST_CASE("boundary: NumPy's pad, where it is narrower than the signal") {
    const std::vector<fixture_line> lines = read_fixture("pad.txt");
    REQUIRE(lines.size() == 90);
    for (std::size_t i = 0; i < lines.size(); i += 3) {
        const boundary b = boundary_from(lines[i].words[0]);
        CAPTURE(b);
        CAPTURE(i);
        const index_t before = std::stoll(lines[i].words[1]);
        const index_t after = std::stoll(lines[i].words[2]);
        CHECK(extended(b, lines[i + 1].numbers(), before, after) == lines[i + 2].numbers());
    }
}
