#include <doctest/doctest.h>

#include <string>

#include "noble/op.hpp"
#include "noble/op2d.hpp"
#include "noble/prove_map.hpp"
#include "support/messages.hpp"

namespace noble::testing {
namespace {

const op blur = conv(taps{1, 2, 1}.centred());  // the first and the last row look outside

std::string text_of(const linear_map& a, const linear_map& b) { return to_string(prove(a, b)); }

// The line that counts rows, of words that keep the first samples of a signal on [0, n).
std::string rows_text(const op& a, const op& b, index_t n) {
    const std::string text = text_of(a.on(n, window::same), b.on(n, window::same));
    const auto begin = text.find('\n') + 1;
    return text.substr(begin, text.find('\n', begin) - begin);
}

TEST_CASE("proof of maps: what is proved is told by its shape and scope") {
    CHECK(text_of(down(2).on(8), down(2).on(8)) ==
          "proved: equal matrices, 4 x 8, for all signals");
    const linear_map q = conv(unknown("q", 2)).on(3);
    CHECK(text_of(q, q.T().T()) ==
          "proved: equal matrices, 4 x 3, for all values of the taps q (and all signals)");
    CHECK(text_of(identity().on(0), identity().on(0)) ==
          "proved: equal matrices, 0 x 0, which are empty: nothing is compared");
    CHECK(text_of(identity().on(1, window(0, 1)), (delay(1) + identity()).on(1, window(0, 1))) ==
          "proved: equal matrices, 1 x 1, for all signals\n"
          "the words differ on endless signals: this holds of these samples only");
}

TEST_CASE("proof of maps: different shapes, and whether windows or samples are to blame") {
    CHECK(text_of(blur.on(6, window::full), blur.on(6, window::same)) ==
          "refuted: the left is 8 x 6, the right 6 x 6\n"
          "the first row of the left is output -1, of the right output 0\n"
          "the words are equal on endless signals: their windows alone make the difference; "
          "--window same keeps the same outputs of both");
    CHECK(text_of(down(2).on(8), down(2).on(9)) ==
          "refuted: the left is 4 x 8, the right 5 x 9\n"
          "the words are equal on endless signals: here they are bound to 8 and to 9 samples");
    CHECK(text_of(down(2).on(7).T(), down(2).on(8).T()) ==
          "refuted: the left is 7 x 4, the right 8 x 4\n"
          "the words are equal on endless signals: here they are bound to 7 and to 8 samples");
    CHECK(text_of(kron(identity(), identity()).on(2, 3), identity().on(6)) ==
          "refuted: the left is (2, 3) x (2, 3), the right 6 x 6");
}

TEST_CASE("proof of maps: the first entry that differs, and edges, boundary or words to blame") {
    CHECK(text_of(blur.on(6, window::same), blur.on(6, window::same, boundary::edge)) ==
          "refuted: in row 0 the left gives 2 at column 0, the right 3\n"
          "2 of 6 rows differ: the first (0) and the last (5); rows that agree: 1 … 4\n"
          "only at the edges: the 4 rows that read no sample outside the signal agree\n"
          "the words are equal on endless signals: the boundary and the windows alone make the "
          "difference");
    CHECK(text_of(blur.on(2, window::same), blur.on(2, window::same, boundary::edge)) ==
          "refuted: in row 0 the left gives 2 at column 0, the right 3\n"
          "2 of 2 rows differ: all\n"
          "every row reads samples outside the signal: it is too short to have an interior\n"
          "the words are equal on endless signals: the boundary and the windows alone make the "
          "difference");
    CHECK(text_of(blur.on(4, window::same), conv(taps{1, 2}.origin(1)).on(4, window::same)) ==
          "refuted: in row 1 the left gives 1 at column 0, the right 0\n"
          "3 of 4 rows differ: the last 3 (1 … 3); rows that agree: 0\n"
          "not only at the edges: of the 2 rows that read no sample outside the signal, 2 differ");
    CHECK(text_of(conv(taps{1, 1}).on(1), identity().on(1, window(0, 2))) ==
          "refuted: in row 1 the left gives 1 at column 0, the right 0\n"
          "1 of 2 rows differ: the last (1); rows that agree: 0\n"
          "every row reads samples outside the signal: it is too short to have an interior\n"
          "the words differ on endless signals: a longer signal and window show it inside too");
}

TEST_CASE("proof of maps: rows that follow one another are runs, of which twelve are shown") {
    const auto some = [](index_t k) { return up(k) * down(k); };  // keeps every k-th sample
    CHECK(rows_text(some(3), identity(), 7) ==
          "4 of 7 rows differ: 1, 2, 4, 5; rows that agree: 0, 3, 6");
    CHECK(rows_text(some(4), identity(), 8) ==
          "6 of 8 rows differ: 1 … 3, 5 … 7; rows that agree: 0, 4");
    const linear_map later = delay(2).on(4, window::same);
    CHECK(contains(text_of(later, delay(2).on(4, window::same, boundary::periodic)),
                   "\n2 of 4 rows differ: the first 2 (0, 1); rows that agree: 2, 3\n"));
    CHECK(rows_text(identity(), delay(-1), 3) == "3 of 3 rows differ: all");
    CHECK(rows_text(some(2), identity(), 26)
              .starts_with("13 of 26 rows differ: 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, …; "
                           "rows that agree: 0, "));
    CHECK(rows_text(some(2), identity(), 24).ends_with("18, 20, 22"));
}

TEST_CASE("proof of maps: rows of maps on two axes are named by both indices") {
    const linear_map a = blur.on(2, window::same);
    const linear_map b = blur.on(3, window::same);
    CHECK(contains(text_of(kron(a, b), kron(a, blur.on(3, window::same, boundary::edge))),
                   "in row (0, 0) the left gives 4 at column 0, the right 6\n"
                   "4 of 6 rows differ: (0, 0), (0, 2), (1, 0), (1, 2); rows that agree: (0, 1), "
                   "(1, 1)\n"));
}

}  // namespace
}  // namespace noble::testing
