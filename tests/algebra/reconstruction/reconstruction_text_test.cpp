#include <doctest/doctest.h>

#include "noble/parse.hpp"
#include "noble/reconstruct.hpp"

namespace noble {
namespace {

std::string told(std::string_view analysis, std::string_view synthesis) {
    const auto as_bank = [](std::string_view text) {
        return std::get<bank>(parse_expression(text, standard_vocabulary()));
    };
    return to_string(reconstruct(as_bank(analysis), as_bank(synthesis)));
}

TEST_CASE("reconstruction: a perfect bank by its delay and scale") {
    CHECK(told("column(down(2), down(2, 1))", "row(2 * up(2), 2 * up(2, 1))") ==
          "perfect reconstruction: row * column == 2\n  delay 0, scale 2\n");
}

TEST_CASE("reconstruction: what is left, at -z and at other frequencies") {
    const std::string half = told("column(down(2))", "row(up(2))");
    CHECK(half.starts_with("not perfect reconstruction\nnearest: delay 0, scale 0.5\n"));
    CHECK(half.find("at -z: y[n] = sum of a[t] * (-1)^(n-t) * x[n-t], a = [0.5]") !=
          std::string::npos);
    const std::string third = told("column(down(3))", "row(up(3))");
    CHECK(third.find("at the frequencies j/3, j prime to 3, added up:") != std::string::npos);
    CHECK(third.find("outputs 3n + 2: ") != std::string::npos);
}

}  // namespace
}  // namespace noble
