#include <doctest/doctest.h>
#include <gmpxx.h>

#include <complex>
#include <limits>
#include <sstream>

#include "algebra/random_word.hpp"
#include "noble/bank.hpp"
#include "noble/error.hpp"
#include "noble/op.hpp"
#include "noble/op2d.hpp"
#include "noble/parse.hpp"

using namespace noble;

namespace {

const vocabulary no_words;

op reread(const std::string& text) { return std::get<op>(parse_expression(text, no_words)); }

// The printed word, provided that it reads back as the same word.
std::string printed(const op& a) {
    const std::string text = to_string(a);
    return same_word(reread(text), a) ? text : "not read back: " + text;
}

std::string printed(const sequence& q) {
    const std::string text = to_string(q);
    return parse_sequence(text, no_words) == q ? text : "not read back: " + text;
}

}  // namespace

TEST_CASE("print: letters") {
    CHECK(printed(identity()) == "id");
    CHECK(printed(delay(3)) == "delay(3)");
    CHECK(printed(delay(-std::numeric_limits<index_t>::max())) == "delay(-9223372036854775807)");
    CHECK(printed(scale(2.5)) == "2.5");
    CHECK(printed(scale(-2)) == "-2");
    CHECK(printed(scale(rational(1, 3))) == "1/3");
    CHECK(printed(scale(std::complex<double>(1, 2))) == "(1+2i)");
    CHECK(printed(scale(std::complex<double>(-1, -2))) == "(-1-2i)");
    CHECK(printed(scale(std::complex<double>(0, -2))) == "-2i");
    CHECK(printed(scale(exact(rational(1, 3), rational(-3, 7)))) == "(1/3-3/7i)");
    CHECK(printed(down(2)) == "down(2)");
    CHECK(printed(down(2, 1)) == "down(2, 1)");
    CHECK(printed(up(3, -7)) == "up(3, -7)");
    CHECK(printed(conv({1, 2, 1})) == "conv([1 2 1])");
    CHECK(printed(conv(taps{1, 2, 1}.centred())) == "conv([1 2 1]@1)");
    CHECK(printed(corr({1, 2, 3})) == "conv([3 2 1]@2)");
}

TEST_CASE("print: every double reads back as itself") {
    for (const double value : {0.1, 5e-324, -1.7976931348623157e308, 1e17, 123456789012345678.0}) {
        const std::string text = printed(scale(value));
        CHECK(std::get<node::scale>(reread(text).root()).c == exact(value));
    }
    CHECK(printed(scale(rational("123456789012345678901"))) == "123456789012345678901");
}

TEST_CASE("print: products are flat, sums inside them stand in parentheses") {
    const op a = down(2) * conv({1, 2, 1}) * up(2);
    CHECK(printed(a) == "down(2) * conv([1 2 1]) * up(2)");
    CHECK(printed(a * (identity() + delay(1)) * scale(2)) ==
          "down(2) * conv([1 2 1]) * up(2) * (id + delay(1)) * 2");
    CHECK(printed(identity() + delay(1) * delay(2)) == "id + delay(1) * delay(2)");
}

TEST_CASE("print: a minus sign is written only where it reads back as the same scale") {
    const op b = delay(1);
    CHECK(printed(-b) == "-delay(1)");
    CHECK(printed(-(2 * b)) == "-2 * delay(1)");
    CHECK(printed(exact(-1) * (exact(2) * b)) == "-1 * 2 * delay(1)");
    CHECK(printed(identity() - b) == "id - delay(1)");
    CHECK(printed(identity() - 2 * b) == "id - 2 * delay(1)");
    CHECK(printed(identity() + exact(-1) * (exact(2) * b)) == "id + -1 * 2 * delay(1)");
    CHECK(printed(identity() + scale(-1)) == "id - 1");
    CHECK(printed(identity() - scale(exact(0, 2))) == "id + -2i");
    CHECK(printed(scale(1) + scale(exact(0, 2))) == "1 + 2i");
    CHECK(printed(-(identity() + b)) == "-(id + delay(1))");
    CHECK(printed(b * scale(-1) * b) == "delay(1) * -1 * delay(1)");
    CHECK(printed(-pow(b, 3)) == "-delay(1)^3");
    CHECK(printed(identity() - pow(scale(2), 3)) == "id - 2 * 2 * 2");
}

TEST_CASE("print: three or more repeats are a power") {
    CHECK(printed(pow(delay(1), 2)) == "delay(1) * delay(1)");
    CHECK(printed(pow(delay(1), 3)) == "delay(1)^3");
    CHECK(printed(pow(identity() + delay(1), 4)) == "(id + delay(1))^4");
    CHECK(printed(pow(down(2) * conv({1, 1}), 3)) == "(down(2) * conv([1 1]))^3");
    CHECK(printed(pow(scale(2), 3)) == "(2)^3");
    CHECK(printed(pow(scale(-2), 3)) == "(-2)^3");
    CHECK(printed(pow(scale(rational(1, 3)), 3)) == "(1/3)^3");
    CHECK(printed(pow(-delay(1), 3)) == "(-delay(1))^3");
}

TEST_CASE("print: unknown kernels and their mirror images") {
    const sequence q = unknown("q", 5).origin(2);
    CHECK(printed(q) == "q:5@2");
    CHECK(printed(q.reversed()) == "reversed(q:5@2)");
    CHECK(printed(conj(q)) == "conj(q:5@2)");
    CHECK(printed(conj(q).reversed()) == "reversed(conj(q:5@2))");
    CHECK(printed(conv(q)) == "conv(q:5@2)");
    CHECK(printed(conv(q).T()) == "corr(q:5@2)");
    CHECK(printed(conv(q).H()) == "corr(conj(q:5@2))");
    CHECK(printed(conv(q) * conv(q)) == "conv(q:5@2) * conv(q:5@2)");
    CHECK(printed(conv(up(2)(unknown("q", 3)))) == "conv(up(2)(q:3))");
    CHECK(printed(unknown("conj", 2)) == "conj:2");
    CHECK(printed(unknown("id", 1)) == "id:1");
    CHECK(printed(unknown("h1", 2) + unknown("h1", 1)) == "[2*h1_0 h1_1]");
}

TEST_CASE("print: a second origin or length of one name is written as taps") {
    const sequence q = unknown("q", 3);
    CHECK(printed(conv(q) * conv(q.shifted(-1))) == "conv(q:3) * conv([q0 q1 q2]@1)");
    CHECK(printed(conv(q) * conv(unknown("q", 2))) == "conv(q:3) * conv([q0 q1])");
    CHECK(printed(conv(q) * conv(q.reversed().shifted(1))) == "conv(q:3) * conv([q2 q1 q0]@1)");
}

TEST_CASE("print: products of unknown taps") {
    const sequence q = convolve(unknown("q", 2), conj(unknown("h", 2)));
    CHECK(printed(q) == "[conj(h0)*q0 conj(h0)*q1+conj(h1)*q0 conj(h1)*q1]");
    CHECK(printed(exact(rational(-1, 2), 3) * unknown("q", 2)) == "[(-0.5+3i)*q0 (-0.5+3i)*q1]");
}

TEST_CASE("print: sequences with explicit zeros keep their span") {
    CHECK(printed(sequence()) == "[0]");
    CHECK(printed(taps{0, 0, 1, 0}) == "[0 0 1 0]");
    CHECK(printed(up(2)(taps{1, 2, 1})) == "[1 0 2 0 1]");
    CHECK(printed(up(1000)(taps{1, 2, 1})) == "up(1000)([1 2 1])");
    CHECK(printed(up(1000)(taps{1, 2, 1}.centred())) == "up(1000)([1 2 1]@1)");
    CHECK(printed(up(1000, 3)(taps{1, 2, 1})) == "up(1000)([1 2 1])@-3");
    CHECK(printed(sequence(0, 1'000'000, tap_list<exact>{})) == "up(1000000)([0 0])");
    CHECK(printed((identity() + exact(0.5) * delay(44101) + delay(44107))(taps{1})) ==
          "(delay(0) + delay(44101) * conv([0.5 0 0 0 0 0 1]))([1])");
    CHECK(printed(sequence(-9, 1000, tap_list<exact>{{5, -3}, {500, {1, 2}}})) ==
          "(0 * delay(-9) + -3 * delay(5) + delay(500) * conv([1+2i]) + 0 * delay(1000))([1])");
    CHECK(printed(up(100)(sequence(0, 1000, tap_list<exact>{{5, 1}, {500, 2}}))) ==
          "up(500)((0 * delay(0) + delay(1) + 2 * delay(100) + 0 * delay(200))([1]))");
}

TEST_CASE("print: two-dimensional words") {
    std::ostringstream out;
    out << kron(down(2), identity()) + 2 * kron(down(2), scale(3)) - kron(down(2), delay(1));
    CHECK(out.str() == "kron(down(2), id) + 2 * kron(down(2), 3) - kron(down(2), delay(1))");
    CHECK(to_string(-kron(exact(2) * delay(1), identity())) == "-2 * kron(delay(1), id)");
    CHECK(to_string(exact(-1) * kron(exact(2) * delay(1), identity())) ==
          "-1 * kron(2 * delay(1), id)");
}

TEST_CASE("print: banks") {
    const op a = down(2);
    CHECK(to_string(row({a})) == "row(down(2))");
    CHECK(to_string(row({a, a})) == "row(down(2), down(2))");
    CHECK(to_string(column({a, identity()})) == "column(down(2), id)");
    CHECK(to_string(bank(2, 2, {a, a, identity(), delay(1)})) ==
          "column(row(down(2), down(2)), row(id, delay(1)))");
}

TEST_CASE("print: a random word reads back as the same word") {
    CHECK(testing::holds_for_genomes(4000, [](testing::word_maker make) {
        op a;
        try {
            a = make.word(6);
        } catch (const limit_error&) {
            RC_DISCARD("a word beyond 64 bits");
        }
        const std::string text = to_string(a);
        RC_LOG(text);
        RC_ASSERT(same_word(reread(text), a));
        RC_ASSERT(to_string(reread(text)) == text);
        for (const char c : text) RC_ASSERT(c >= ' ' && c < '\x7f');
    }));
}

TEST_CASE("print: a random sequence reads back as itself") {
    CHECK(testing::holds_for_genomes(2000, [](testing::word_maker make) {
        const sequence q = make.taps();
        const std::string text = to_string(q);
        RC_LOG(text);
        RC_ASSERT(parse_sequence(text, no_words) == q);
    }));
}

TEST_CASE("print: random two-dimensional words and banks read back") {
    CHECK(testing::holds_for_genomes(2000, [](testing::word_maker make) {
        const op a = make.word(3);
        const op b = make.word(3);
        op2d grid = kron(a, b);
        for (index_t n = make.pick(3); n > 0; --n) {
            grid = grid + make.number() * kron(conv(make.taps()) * a, b * scale(make.number()));
        }
        grid = make.pick(2) == 1 ? -grid.T() : grid;
        RC_LOG(to_string(grid));
        RC_ASSERT(same_word(std::get<op2d>(parse_expression(to_string(grid), no_words)), grid));
        const bank grid_of_words =
            make.pick(2) == 1 ? bank(2, 2, {a, a, b, -b}) : column({a, b, make.word(2)});
        const std::string text = to_string(grid_of_words);
        RC_LOG(text);
        RC_ASSERT(same_word(std::get<bank>(parse_expression(text, no_words)), grid_of_words));
    }));
}
