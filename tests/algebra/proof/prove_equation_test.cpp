#include <doctest/doctest.h>

#include "algebra/proof/deciding.hpp"

namespace noble {
namespace {

using namespace testing::deciding;

TEST_CASE("prove: a hint writes variables by their values") {
    vocabulary words = standard_vocabulary();
    words.variables["k"] = -3;
    const std::string text = to_string(prove_equation("delay(k) * down(2) == down(2)", words));
    CHECK(contains(text, "a delay: delay(3) * delay(-3) * down(2) == down(2)"));
}

TEST_CASE("prove: the hint for up in place of down quotes the letter as written") {
    CHECK(contains(answer("(up(2) * conv(q:3).T).T == conv(q) * up(2)"),
                   "equal with down(2) for up(2): (down(2) * conv(q:3).T).T == conv(q) * up(2)"));
    CHECK(contains(answer("↑2 * conv(q:3) == ↓2 * conv(q)"),
                   "equal with ↓2 for ↑2: ↓2 * conv(q:3) == ↓2 * conv(q)"));
    CHECK(
        contains(answer("kron(down(2), id) == kron(up(2), id)"), "with up(2) for down(2): kron("));
    CHECK_FALSE(contains(answer("up(2) == up(3)"), "equal with"));
}

TEST_CASE("prove: a hint quotes the sides as they stand, whatever they quote themselves") {
    vocabulary words;
    words.kernels["taps"] = {"taps(\"NAME\")", [](const std::vector<kernel_argument>& arguments) {
                                 const auto& name = std::get<std::string>(arguments.at(0));
                                 return sequence{static_cast<int>(name.size())};
                             }};
    const std::string side = R"(conv(taps("a == \"b")))";
    const auto p = prove_equation("  " + side + "  ==\t2 * " + side + " ", words);
    CHECK(contains(to_string(p), "equal up to a scale: 2 * " + side + " == 2 * " + side));
    CHECK(contains(to_string(prove_equation("up(2) * " + side + "==down(2)*" + side, words)),
                   "with down(2) for up(2): down(2) * " + side + " == down(2)*" + side));
}

}  // namespace
}  // namespace noble
