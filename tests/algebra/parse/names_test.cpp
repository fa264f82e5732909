#include <doctest/doctest.h>

#include "algebra/parse/reading.hpp"

namespace noble {
namespace {

using namespace testing::reading;

TEST_CASE("parse: unknown names") {
    CHECK(starts_with(error_of("conv(bax(5))"),
                      "6: unknown name 'bax'; did you mean 'box'? (known: id, identity, delay"));
    CHECK(starts_with(error_of("dwon(2)"), "1: unknown name 'dwon'; did you mean 'down'?"));
    CHECK(starts_with(error_of("wavelet(2)"), "1: unknown name 'wavelet' (known: id,"));
    CHECK(error_of("nan * id") ==
          "1: unknown name 'nan'; every tap and scale is a finite number; unknown taps are "
          "declared by their number, as in nan:5");
    CHECK(starts_with(error_of("inf"), "1: unknown name 'inf'; every tap"));
    CHECK(starts_with(error_of(repeated("a", 1000)), "1: unknown name 'aaaaaaaa"));
}

}  // namespace
}  // namespace noble
