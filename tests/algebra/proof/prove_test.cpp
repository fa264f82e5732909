#include <doctest/doctest.h>

#include "noble/design.hpp"
#include "noble/error.hpp"
#include "noble/prove_range.hpp"

using namespace noble;

namespace {

any_proof decided(const std::string& text) { return prove_equation(text, standard_vocabulary()); }
std::string answer(const std::string& text) { return to_string(decided(text)); }
bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const std::string for_signals = "proved for all signals";

struct limited_memory {
    explicit limited_memory(std::uint64_t bytes) { set_memory_limit(bytes); }
    ~limited_memory() { set_memory_limit(before); }
    std::uint64_t before = memory_limit();
};

/// Holds, decided within 64 MiB.
bool holds_frugally(const std::string& text) {
    const limited_memory limit(std::uint64_t{64} << 20);
    return holds(decided(text));
}

}  // namespace

TEST_CASE("prove: numeric words, for all signals") {
    CHECK(answer("up(2) == down(2).T") == for_signals);
    CHECK(answer("down(6) == down(2) * down(3)") == for_signals);
    CHECK(answer("down(2) * up(3) == up(3) * down(2)") == for_signals);
    CHECK(answer("10 * conv([1/10]) == id") == for_signals);
}

TEST_CASE("prove: unknown taps, by name") {
    CHECK(answer("(down(3) * conv(q:5)).T == conv(q).T * up(3)") ==
          "proved for all values of the taps q (and all signals)");
    CHECK(answer("conv(q:2) * conv(h:3) * conv(g:2) == conv(g) * conv(h) * conv(q)") ==
          "proved for all values of the taps g, h and q (and all signals)");
    CHECK(answer("(2i * conv(q:3)).H == -2i * conv(q).H") ==
          "proved for all values of the taps q (and all signals)");
    CHECK(has(answer("conv(q:3).H == conv(q).T"), "the left gives conj(q0) at 0, the right q0"));
}

TEST_CASE("prove: the strided, dilated and transposed trio") {
    CHECK(holds(decided("down(3) * conv(up(3)(q:4)) == conv(q) * down(3)")));
    CHECK(holds(decided("conv(up(3)(q:4)) * up(3) == up(3) * conv(q)")));
    CHECK(holds(decided("conv(q:5) * up(3) == (down(3) * conv(q).T).T")));
}

TEST_CASE("prove: the witness is the least input and there the nearest output") {
    const auto p = prove(conv(taps{1, 2, 3}), conv(taps{1, 2, 4}));
    REQUIRE(p.difference);
    CHECK(*p.difference == witness{0, 2, polynomial(3), polynomial(4)});
    const auto q = prove(up(2) * down(2), up(3) * down(3));
    REQUIRE(q.difference);
    CHECK(*q.difference == witness{2, 2, polynomial(1), polynomial()});
    const auto both_sides = prove(delay(1) + delay(-1), identity());
    REQUIRE(both_sides.difference);
    CHECK(both_sides.difference->output == 0);
    CHECK(prove(delay(1) + delay(-1), scale(0)).difference->output == 1);
}

TEST_CASE("prove: a late witness of words with long periods") {
    const auto p = prove(up(9973) * down(9973), up(9967) * down(9967));
    REQUIRE(p.difference);
    CHECK(*p.difference == witness{9967, 9967, polynomial(), polynomial(1)});
}

TEST_CASE("prove: zero operators of two rates differ") {
    CHECK(answer("0 * down(2) == 0 * down(2, 1)") == for_signals);
    CHECK(has(answer("0 * down(2) == 0 * id"), "the left has rate 1/2, the right has rate 1"));
}

TEST_CASE("prove: decimals are what they are") {
    const std::string text = answer("10 * conv([0.1]) == id");
    CHECK(has(text, "18014398509481985/18014398509481984 at 0, the right 1"));
    CHECK(has(text, "left - right = 5.551115123125783e-17"));
    CHECK(has(text, "equal if every decimal is read as n/10^k: 10 * conv([1/10]) == id"));
}

TEST_CASE("prove: near misses are equations that read and hold") {
    const auto hint = [](const std::string& equation, const std::string& part) {
        const any_proof p = decided(equation);
        for (const auto& text : std::visit([](const auto& x) { return x.hints; }, p)) {
            INFO(text);
            CHECK(holds(decided(text.substr(text.find(": ") + 2))));
        }
        INFO(equation);
        CHECK(has(to_string(p), part));
    };
    hint("conv([1 2 3]) == delay(2) * conv([1 2 3])",
         "a delay: delay(2) * conv([1 2 3]) == delay(2) * conv([1 2 3])");
    hint("down(2) * delay(3) == down(2)",
         "a delay of the input (a phase): down(2) * delay(3) * delay(-3) == down(2)");
    hint("conv(q:3) == scale(2+1i) * conv(q)", "equal up to a scale: ");
    hint("conv([1 2i]) == conv([1 -2i])", "a conjugate: conj(conv([1 2i])) == conv([1 -2i])");
    hint("conv([1 2 3]) == conv([3 2 1]@2)", "a reversal: conv([1 2 3]).T == conv([3 2 1]@2)");
    hint("up(2) * down(2) == id", "even output samples: down(2) * up(2) * down(2) == down(2) * id");
    hint("up(3) * down(3, 1) * conv(q:2) == up(3) * down(3) * conv(q)",
         "equal up to a phase, with down(3) for down(3, 1): ");
    hint("10 * conv([0.1]) == id", "n/10^k: 10 * conv([1/10]) == id");
    hint("id - delay(1) == 2 * id - 2 * delay(1)",
         "a scale: 2 * (id - delay(1)) == 2 * id - 2 * delay(1)");
}

TEST_CASE("prove: near misses of several changes at once") {
    const auto gives = [](const std::string& equation, const std::string& part) {
        INFO(equation);
        INFO(answer(equation));
        CHECK(has(answer(equation), part));
    };
    gives("conv([1 2 3]) == 2 * delay(3) * conv([1 2 3])", "a delay and a scale: 2 * delay(3) * ");
    gives("conv(q:3) == delay(1) * conv(reversed(q))",
          "a reversal and a delay: delay(1) * conv(q:3).T == ");
    gives("down(2) * conv([1 2 4]) == 3 * down(2) * conv([4 2 1])",
          "a reversal, a delay and a scale: 3 * delay(1) * down(2) * conv([4 2 1]@2) == ");
    gives("conv([1 2i 3]) == delay(7) * conv([3 -2i 1])",
          "a conjugate, a reversal and a delay: delay(9) * conv([1 2i 3]).H == ");
    gives("up(2, 1) * down(2, 1) == up(2) * down(2)",
          "delays of input and output: delay(-1) * up(2, 1) * down(2, 1) * delay(1) == ");
}

TEST_CASE("prove: the misused noble identity") {
    const auto gives = [](const std::string& equation, const std::string& hint) {
        INFO(answer(equation));
        CHECK(has(answer(equation), "\nequal as a noble identity: " + hint));
    };
    gives("conv(q:3) * down(2) == down(2) * conv(q)",
          "conv(q:3) * down(2) == down(2) * conv(up(2)(q:3))");
    gives("up(3) * conv(q:3) == conv(q) * up(3)", "up(3) * conv(q:3) == conv(up(3)(q:3)) * up(3)");
    gives("conv(up(2)(q:3)) * down(2) == down(2) * conv(q)",
          "conv(q:3) * down(2) == down(2) * conv(up(2)(q:3))");
    CHECK_FALSE(has(answer("conv(q:3) * down(2) == down(2) * conv(h:3)"), "noble identity"));
}

TEST_CASE("prove: no hint where there is none to give") {
    CHECK_FALSE(has(answer("conv([1 2 3]) == conv([1 2 4])"), "\n"));
    CHECK_FALSE(has(answer("up(1, 1) == down(1, 1)"), "down(1, 1) for"));
    CHECK_FALSE(has(answer("up(2, 1) == 2 * up(2, 1) * conv([1 1])"), "even"));  // both are 0 there
    CHECK_FALSE(has(answer("0 * id == conv([1 2])"), "equal"));
}

TEST_CASE("prove: a hint writes variables by their values") {
    vocabulary words = standard_vocabulary();
    words.variables["k"] = -3;
    const std::string text = to_string(prove_equation("delay(k) * down(2) == down(2)", words));
    CHECK(has(text, "a delay: delay(3) * delay(-3) * down(2) == down(2)"));
}

TEST_CASE("prove: the hint for up in place of down quotes the letter as written") {
    CHECK(has(answer("(up(2) * conv(q:3).T).T == conv(q) * up(2)"),
              "equal with down(2) for up(2): (down(2) * conv(q:3).T).T == conv(q) * up(2)"));
    CHECK(has(answer("↑2 * conv(q:3) == ↓2 * conv(q)"),
              "equal with ↓2 for ↑2: ↓2 * conv(q:3) == ↓2 * conv(q)"));
    CHECK(has(answer("kron(down(2), id) == kron(up(2), id)"), "with up(2) for down(2): kron("));
    CHECK_FALSE(has(answer("up(2) == up(3)"), "equal with"));
}

TEST_CASE("prove: near misses on two axes") {
    CHECK(has(answer("kron(delay(1), conv([1 2])) == 2 * kron(id, conv([1 2]))"),
              "axes and a scale: 2 * kron(delay(-1), id) * kron(delay(1), conv([1 2])) == "));
    CHECK(has(answer("kron(down(2, 1), conv(q:2)) == kron(down(2), delay(1) * conv(q))"),
              "axes: kron(id, delay(1)) * kron(down(2, 1), conv(q:2)) * kron(delay(1), id) == "));
}

TEST_CASE("prove: words on two axes") {
    CHECK(answer("kron(conv([1 2]), down(2)) - kron(id, down(2)) == kron(conv([0 2]), down(2))") ==
          for_signals);
    CHECK(holds(decided("kron(up(2), up(3)).T == kron(down(2), down(3))")));
    CHECK(
        holds(decided("kron(conv(q:3), conv(h:2)) * kron(up(2), id) == "
                      "kron(conv(q) * up(2), id) * kron(id, conv(h))")));
    const auto p = prove(kron(up(2) * down(2), conv(taps{1, 1})), kron(identity(), conv({1, 1})));
    REQUIRE(p.difference);
    CHECK(p.difference->input == std::array<index_t, 2>{1, 0});
    CHECK(p.difference->output == std::array<index_t, 2>{1, 0});
    CHECK(p.difference->left == polynomial(0));
    CHECK(p.difference->right == polynomial(1));
}

TEST_CASE("prove: the witness on two axes is at the least column of all outputs") {
    // Of input row 0: at output row 0 the columns differ from input 1 on, at row 1 from input 0 on.
    const op odd = up(2, 1) * down(2, 1);
    const auto left = kron(identity(), odd) + kron(delay(1), identity());
    const auto p = prove(left, kron(scale(0), identity()));
    REQUIRE(p.difference);
    CHECK(p.difference->input == std::array<index_t, 2>{0, 0});
    CHECK(p.difference->output == std::array<index_t, 2>{1, 0});
}

TEST_CASE("prove: rates along each axis") {
    CHECK(has(answer("kron(down(2), id) == kron(down(2), up(2))"),
              "the left has rate 1, the right has rate 2 along axis 1"));
}

TEST_CASE("prove: banks, entry by entry") {
    CHECK(answer("row(up(2), up(2, 1)) * column(down(2), down(2, 1)) == row(id)") == for_signals);
    const std::string text = answer("column(id, down(2, 1)) == column(id, down(2))");
    CHECK(has(text, "from input 0 to output 1, on the unit sample at index 0 the left gives 0"));
    CHECK(has(text, "1 of 2 entries differ"));
    CHECK(has(answer("column(id, id) == row(id, id)"), "a bank of 2 x 1 words"));
}

TEST_CASE("prove: periods of hundreds and kernels of a thousand taps within 64 MiB") {
    CHECK(holds_frugally("conv(q:1000) * up(300) == (down(300) * conv(q).T).T"));
    CHECK(holds_frugally("down(300) * conv(up(300)(q:1000)) == conv(q) * down(300)"));
    CHECK(
        holds_frugally("down(300) * conv(up(300)(lowpass(0.1, 1001))) == "
                       "conv(lowpass(0.1, 1001)) * down(300)"));
    CHECK(
        holds_frugally("up(147) * conv(lowpass(0.1, 1001)) * down(160) == "
                       "up(147) * down(160) * conv(up(160)(lowpass(0.1, 1001)))"));
}

TEST_CASE("prove: what is too large is refused before it begins") {
    CHECK_THROWS_AS(decided("conv(q:1000)^3 == conv(h:1000)^3"), limit_error);
    const limited_memory limit(1 << 20);
    CHECK_THROWS_AS(decided("conv(q:300) * conv(h:300) == conv(h) * conv(q)"), limit_error);
}
