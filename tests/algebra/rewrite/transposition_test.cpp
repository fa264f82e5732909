#include <doctest/doctest.h>

#include "noble/explain.hpp"
#include "noble/laws.hpp"

namespace noble {
namespace {

TEST_CASE("explain: the laws by which reading pushes transposes to the letters") {
    const equation e = parse_equation("(down(3) * conv(q:5).T).H == up(2).T", {});
    std::vector<std::string> names;
    for (const auto& a : e.transposed) names.emplace_back(law_of(a));
    CHECK(names == std::vector<std::string>{"transpose-conv", "adjoint-product", "transpose-up"});
    const std::vector<op> letters{
        identity(), delay(2),         scale(exact(0, 1)), down(2),
        up(2),      conv(taps{1, 2}), down(2) * delay(1), identity() + delay(1)};
    for (const auto& a : letters) {
        for (const bool adjoint : {false, true}) CHECK(find_law(law_of({a, adjoint})) != nullptr);
    }
}

}  // namespace
}  // namespace noble
