#include <doctest/doctest.h>

#include "algebra/proof/deciding.hpp"

namespace noble {
namespace {

using namespace testing::deciding;

TEST_CASE("prove: decimals are what they are") {
    const std::string text = answer("10 * conv([0.1]) == id");
    CHECK(contains(text, "18014398509481985/18014398509481984 at 0, the right 1"));
    CHECK(contains(text, "left - right = 5.551115123125783e-17"));
    CHECK(contains(text, "equal if every decimal is read as n/10^k: 10 * conv([1/10]) == id"));
}

TEST_CASE("prove: near misses are equations that read and hold") {
    const auto hint = [](const std::string& equation, const std::string& part) {
        const any_proof p = decided(equation);
        for (const auto& text : std::visit([](const auto& x) { return x.hints; }, p)) {
            INFO(text);
            CHECK(holds(decided(text.substr(text.find(": ") + 2))));
        }
        INFO(equation);
        CHECK(contains(to_string(p), part));
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
        CHECK(contains(answer(equation), part));
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
        CHECK(contains(answer(equation), "\nequal as a noble identity: " + hint));
    };
    gives("conv(q:3) * down(2) == down(2) * conv(q)",
          "conv(q:3) * down(2) == down(2) * conv(up(2)(q:3))");
    gives("up(3) * conv(q:3) == conv(q) * up(3)", "up(3) * conv(q:3) == conv(up(3)(q:3)) * up(3)");
    gives("conv(up(2)(q:3)) * down(2) == down(2) * conv(q)",
          "conv(q:3) * down(2) == down(2) * conv(up(2)(q:3))");
    CHECK_FALSE(contains(answer("conv(q:3) * down(2) == down(2) * conv(h:3)"), "noble identity"));
}

TEST_CASE("prove: no hint where there is none to give") {
    CHECK_FALSE(contains(answer("conv([1 2 3]) == conv([1 2 4])"), "\n"));
    CHECK_FALSE(contains(answer("up(1, 1) == down(1, 1)"), "down(1, 1) for"));
    CHECK_FALSE(
        contains(answer("up(2, 1) == 2 * up(2, 1) * conv([1 1])"), "even"));  // both are 0 there
    CHECK_FALSE(contains(answer("0 * id == conv([1 2])"), "equal"));
}

}  // namespace
}  // namespace noble
