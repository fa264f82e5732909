#include "plot/panels/filters.hpp"

#include <doctest/doctest.h>

#include "noble/parse.hpp"

using namespace noble;

TEST_CASE("filters: the equivalent filter and its phases give the word back") {
    const op word = parse("down(3) * conv([1 2 3 4 5]) * up(2)");
    const auto form = canonical_form<exact>(word);
    REQUIRE(drawing::is_one_filter(form));
    const auto f = drawing::equivalent_filter(form);
    const sequence h(f.taps.front().index, f.taps.back().index, f.taps);
    CHECK(down(f.kept) * conv(h) * up(f.inputs) == word);
    const op varying = parse("up(2) * conv([1 2]) * down(2) + delay(3)");
    const auto rows = canonical_form<exact>(varying);
    REQUIRE_FALSE(drawing::is_one_filter(rows));
    std::vector<op> sum;
    for (index_t r = 0; r < rows.outputs(); ++r) {
        const auto phase = drawing::phase_filter(rows, r);
        const sequence taps(phase.taps.front().index, phase.taps.back().index, phase.taps);
        sum.push_back(up(rows.outputs(), r) * down(rows.inputs()) * conv(taps));
    }
    CHECK(sum_of(sum) == varying);
}

TEST_CASE("filters: a tap beyond 1e300 is not rounded to a number that is drawn") {
    drawing::filter<exact> f;
    f.taps = {{0, exact(1e300)}, {1, exact(0, 1)}};
    const auto numbers = drawing::rounded(f);
    REQUIRE(numbers);
    CHECK(numbers->taps.size() == 2);
    CHECK_FALSE(drawing::is_real(*numbers));
    f.taps.push_back({2, exact(1e300) * exact(2)});
    CHECK_FALSE(drawing::rounded(f));
}
