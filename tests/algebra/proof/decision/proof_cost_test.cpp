// Large identities are decided; what is too large is refused from the words alone.
#include <doctest/doctest.h>

#include "algebra/proof/deciding.hpp"
#include "noble/design.hpp"
#include "noble/error.hpp"
#include "noble/prove_range.hpp"
#include "noble/reconstruct.hpp"

using namespace noble;
using namespace noble::testing::deciding;

namespace {

std::string refusal(const std::string& text) {
    try {
        (void)decided(text);
    } catch (const limit_error& e) {
        return e.what();
    }
    return "decided";
}

bool is_refused(const std::string& text) {
    return refusal(text).starts_with("this proof needs about ");
}

}  // namespace

TEST_CASE("prove: kernels of a thousand taps commute, unknown ones too") {
    CHECK(holds(decided("conv(q:1000) * conv(h:1000) == conv(h) * conv(q)")));
    CHECK(
        holds(decided("conv(lowpass(0.3, 1001)) * conv(q:1001) == conv(q) * "
                      "conv(lowpass(0.3, 1001))")));
    CHECK(
        holds(decided("conv(q:1000) * conv(lowpass(0.3, 1001)) * conv(lowpass(0.2, 1001)) == "
                      "conv(lowpass(0.2, 1001)) * conv(lowpass(0.3, 1001)) * conv(q)")));
}

TEST_CASE("prove: periods of a few hundred with kernels of a thousand taps") {
    CHECK(
        holds(decided("down(300) * conv(up(300)(q:1000)) * conv(h:1000) == "
                      "conv(q) * down(300) * conv(h)")));
    CHECK(
        holds(decided("up(300) * down(299) * conv(lowpass(0.1, 1001)) == "
                      "down(299) * up(300) * conv(lowpass(0.1, 1001))")));
}

TEST_CASE("prove: one tap among a million terms is found") {
    const auto p =
        std::get<proof>(decided("conv(q:300) * conv(h:300) == conv(h) * conv(q) + "
                                "1/3 * delay(598)"));
    REQUIRE(p.difference);
    CHECK(p.difference->input == 0);
    CHECK(p.difference->output == 598);
    CHECK(to_string(p.difference->left) == "h299*q299");
    CHECK(to_string(p.difference->right) == "1/3+h299*q299");
}

TEST_CASE("prove: long powers, of numbers and of unknown taps") {
    CHECK(holds(decided("conv([1 1])^5000 == conv([1 2 1])^2500")));
    CHECK(
        holds(decided("conv([1/3 1/5+1/7i])^400 * conv([1/3 1/5+1/7i]) == "
                      "conv([1/3 1/5+1/7i]) * conv([1/3 1/5+1/7i])^400 * id")));
    CHECK(holds(decided("conv(q:3)^12 == id * conv(q)^12")));
}

TEST_CASE("prove: what takes more memory than there is is refused before work begins") {
    CHECK(is_refused("conv(q:1000) * conv(h:1000) * conv(g:1000) == conv(g) * conv(h) * conv(q)"));
    CHECK(is_refused("conv([0.1 0.7])^300000 == id"));
    CHECK(
        is_refused("column(id, conv(q:1000) * conv(h:1000) * conv(g:1000)) == "
                   "column(id, id)"));
    CHECK(
        is_refused("kron(conv(box(100000)), conv(box(100001))) == "
                   "kron(conv(box(100001)), conv(box(100000)))"));
    CHECK(refusal("conv(q:1000) * conv(h:1000) * conv(g:1000) == id").ends_with("is 4 GiB"));
}

TEST_CASE("prove: the cases of a range are counted together") {
    const auto prove_to = [](const std::string& last) {
        return prove_range("delay(k) * conv(q:4)^20 == conv(q)^20 * delay(k)", {"k=1.." + last}, "",
                           standard_vocabulary());
    };
    CHECK(prove_to("3").holds());
    CHECK_THROWS_WITH_AS(void(prove_to("100000")),
                         doctest::Contains("products of coefficients; the limit is 2e11 (at k = "),
                         limit_error);
}

TEST_CASE("prove: no taps cost nothing") {
    CHECK(holds(decided("conv([0]) * conv(q:3) == scale(0) * id")));
    CHECK(holds(decided("conv([0]) * conv([0]) == conv([0])")));
}

TEST_CASE("bank: a filter bank beyond the memory limit is refused") {
    const bank analysis = column({conv(unknown("q", 10000))});
    const bank synthesis = row({conv(unknown("h", 10000))});
    CHECK_THROWS_WITH_AS(void(reconstruct(analysis, synthesis)),
                         doctest::Contains("this proof needs about"), limit_error);
}
