#include "algebra/proof/decision/proof_text.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include "noble/parse.hpp"

namespace noble {
namespace {

TEST_CASE("proof_text: the taps that a proof is for") {
    CHECK(scope_text({}) == "for all signals");
    CHECK(scope_text({"q"}) == "for all values of the taps q (and all signals)");
    CHECK(scope_text({"g", "h", "q"}) == "for all values of the taps g, h and q (and all signals)");
    std::vector<std::string> names;
    add_unknowns(parse("conv(q:2) * (conv(h:3) + conj(conv(q)))"), names);
    CHECK(names == std::vector<std::string>{"h", "q"});
}

TEST_CASE("proof_text: values, their difference where it is no integer, and long ones shortened") {
    CHECK(values_text(polynomial(3), polynomial(4), "2") == "the left gives 3 at 2, the right 4");
    CHECK(values_text(polynomial(exact(ratio(1, 3))), polynomial(exact(0)), "0") ==
          "the left gives 1/3 at 0, the right 0 (left - right = 1/3, about 0.333)");
    polynomial sum;
    for (index_t i = 0; i < 100; ++i) sum += polynomial(unknown_tap{"q", i});
    CHECK(value_text(sum) == "q0+q1+q2+q3+… (100 terms)");
    CHECK(about(rational(5e-17)) == "5e-17");
}

}  // namespace
}  // namespace noble
