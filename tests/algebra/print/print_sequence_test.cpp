#include <doctest/doctest.h>
#include <gmpxx.h>

#include "algebra/random_word.hpp"
#include "noble/parse.hpp"

namespace noble {
namespace {

// The text, provided that it reads back as the same word or sequence.
std::string sequence_text(const op& a) {
    const std::string text = to_string(a);
    return same_word(parse(text), a) ? text : "not read back: " + text;
}

std::string sequence_text(const sequence& q) {
    const std::string text = to_string(q);
    return parse_sequence(text, {}) == q ? text : "not read back: " + text;
}

TEST_CASE("print sequence: unknown kernels and their mirror images") {
    const sequence q = unknown("q", 5).origin(2);
    CHECK(sequence_text(q) == "q:5@2");
    CHECK(sequence_text(q.reversed()) == "reversed(q:5@2)");
    CHECK(sequence_text(conj(q)) == "conj(q:5@2)");
    CHECK(sequence_text(conj(q).reversed()) == "reversed(conj(q:5@2))");
    CHECK(sequence_text(conv(q)) == "conv(q:5@2)");
    CHECK(sequence_text(conv(q).T()) == "corr(q:5@2)");
    CHECK(sequence_text(conv(q).H()) == "corr(conj(q:5@2))");
    CHECK(sequence_text(conv(q) * conv(q)) == "conv(q:5@2) * conv(q:5@2)");
    CHECK(sequence_text(conv(up(2)(unknown("q", 3)))) == "conv(up(2)(q:3))");
    CHECK(sequence_text(unknown("conj", 2)) == "conj:2");
    CHECK(sequence_text(unknown("id", 1)) == "id:1");
    CHECK(sequence_text(unknown("h1", 2) + unknown("h1", 1)) == "[2*h1_0 h1_1]");
}

TEST_CASE("print sequence: a second origin or length of one name is written as taps") {
    const sequence q = unknown("q", 3);
    CHECK(sequence_text(conv(q) * conv(q.shifted(-1))) == "conv(q:3) * conv([q0 q1 q2]@1)");
    CHECK(sequence_text(conv(q) * conv(unknown("q", 2))) == "conv(q:3) * conv([q0 q1])");
    CHECK(sequence_text(conv(q) * conv(q.reversed().shifted(1))) ==
          "conv(q:3) * conv([q2 q1 q0]@1)");
}

TEST_CASE("print sequence: products of unknown taps") {
    const sequence q = convolve(unknown("q", 2), conj(unknown("h", 2)));
    CHECK(sequence_text(q) == "[conj(h0)*q0 conj(h0)*q1+conj(h1)*q0 conj(h1)*q1]");
    CHECK(sequence_text(exact(rational(-1, 2), 3) * unknown("q", 2)) ==
          "[(-0.5+3i)*q0 (-0.5+3i)*q1]");
}

TEST_CASE("print sequence: sequences with explicit zeros keep their span") {
    CHECK(sequence_text(sequence()) == "[0]");
    CHECK(sequence_text(taps{0, 0, 1, 0}) == "[0 0 1 0]");
    CHECK(sequence_text(up(2)(taps{1, 2, 1})) == "[1 0 2 0 1]");
    CHECK(sequence_text(up(1000)(taps{1, 2, 1})) == "up(1000)([1 2 1])");
    CHECK(sequence_text(up(1000)(taps{1, 2, 1}.centred())) == "up(1000)([1 2 1]@1)");
    CHECK(sequence_text(up(1000, 3)(taps{1, 2, 1})) == "up(1000)([1 2 1])@-3");
    CHECK(sequence_text(sequence(0, 1'000'000, tap_list<exact>{})) == "up(1000000)([0 0])");
    CHECK(sequence_text((identity() + exact(0.5) * delay(44101) + delay(44107))(taps{1})) ==
          "(delay(0) + delay(44101) * conv([0.5 0 0 0 0 0 1]))([1])");
    CHECK(sequence_text(sequence(-9, 1000, tap_list<exact>{{5, -3}, {500, {1, 2}}})) ==
          "(0 * delay(-9) + -3 * delay(5) + delay(500) * conv([1+2i]) + 0 * delay(1000))([1])");
    CHECK(sequence_text(up(100)(sequence(0, 1000, tap_list<exact>{{5, 1}, {500, 2}}))) ==
          "up(500)((0 * delay(0) + delay(1) + 2 * delay(100) + 0 * delay(200))([1]))");
}

TEST_CASE("print sequence: a random sequence reads back as itself") {
    CHECK(testing::holds_for_genomes(2000, [](testing::word_maker make) {
        const sequence q = make.taps();
        const std::string text = to_string(q);
        RC_LOG(text);
        RC_ASSERT(parse_sequence(text, {}) == q);
    }));
}

}  // namespace
}  // namespace noble
