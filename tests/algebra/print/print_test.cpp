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
