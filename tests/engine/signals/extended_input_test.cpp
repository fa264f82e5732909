#include "engine/signals/extended_input.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace noble;
using namespace noble::engine;

namespace {

const std::vector<double> samples{3, 1, 4, 1, 5, 9, 2};

double by_hand(boundary b, index_t m) {
    double sum = 0;
    for (const auto& term : extend(b, 7, m)) {
        sum += weight_of(term) * samples[static_cast<std::size_t>(term.index)];
    }
    return sum;
}

}  // namespace

TEST_CASE("extended input: x̃ of every boundary, sample by sample and as an interval") {
    for (const auto b : boundaries) {
        CAPTURE(b);
        const extended_input<double> x{samples.data(), 7, 1, b};
        std::vector<double> written(40);
        x.write(-15, 25, written.data(), 1);
        for (index_t m = -15; m < 25; ++m) {
            CHECK(x.at(m) == doctest::Approx(by_hand(b, m)));
            CHECK(written[static_cast<std::size_t>(m + 15)] == x.at(m));
        }
    }
}

TEST_CASE("extended input: what lies contiguous is read in place, the rest from scratch") {
    std::vector<double> scratch(16);
    const extended_input<double> x{samples.data(), 7, 1, boundary::edge};
    CHECK(x.read(2, 5, scratch.data()) == samples.data() + 2);
    CHECK(x.read(-1, 5, scratch.data()) == scratch.data());
    CHECK(scratch[0] == 3);
    const extended_input<double> apart{samples.data(), 3, 2, boundary::edge};
    CHECK(apart.read(0, 3, scratch.data()) == scratch.data());
    CHECK(scratch[2] == 5);
}

TEST_CASE("extended input: a piece of a longer signal knows its ends, and nothing else is zero") {
    const signal_ends<double> ends{7, std::span(samples).first(2), std::span(samples).last(1)};
    const extended_input<double> piece{samples.data() + 3, 2, 1, boundary::line, 3, &ends};
    const extended_input<double> whole{samples.data(), 7, 1, boundary::line};
    for (const index_t m : {-4, 0, 1, 3, 4, 6, 9}) CHECK(piece.at(m) == whole.at(m));
    CHECK(piece.at(2) == 0);
    CHECK(piece.signal() == interval{0, 7});
}

TEST_CASE("extended input: rows of neighbouring columns are each column's own") {
    const std::vector<double> columns{1, 2, 3, 4, 5, 6};  // 3 rows of 2
    const extended_input<double> x{columns.data(), 3, 2, boundary::reflect};
    std::vector<double> rows(3 * 7, -1.0);
    x.write_rows(-2, 5, 2, rows.data(), 3);
    for (index_t m = -2; m < 5; ++m) {
        for (index_t c = 0; c < 2; ++c) {
            const extended_input<double> one{columns.data() + c, 3, 2, boundary::reflect};
            CHECK(rows[static_cast<std::size_t>((m + 2) * 3 + c)] == one.at(m));
        }
        CHECK(rows[static_cast<std::size_t>((m + 2) * 3 + 2)] == -1);
    }
}
