#include <doctest/doctest.h>

#include "noble/parse.hpp"
#include "plot/panels/panels.hpp"
#include "plot/pictures.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

drawing::panel branches_of(const char* text) {
    return drawing::polyphase_panel(canonical_form<exact>(parse(text)));
}

}  // namespace

TEST_CASE("polyphase_panel: a branch for each output, with what its taps sum to") {
    const auto p = branches_of("conv([1 2 3]) * up(2)");
    CHECK(p.note == "y[2j + r] = Σ c_r[o] · x[j + o], over o; Σ is the sum of a branch");
    const auto svg = drawn(p);
    for (const char* text : {"r = 0", "r = 1", "Σ = 4", "Σ = 2"}) CHECK(svg.says(text));
    CHECK(svg.with_class("dot").size() == 3);
}

TEST_CASE("polyphase_panel: of a decimator, a branch for each input") {
    const auto p = branches_of("down(3) * conv([1 2 3 4i])");
    CHECK(p.note ==
          "y[j] = Σ c[3w + m] · x[3(j + w) + m], over w; Σ is the sum of a branch; real parts");
    for (const char* text : {"m = 0", "m = 1", "m = 2"}) CHECK(drawn(p).says(text));
}

TEST_CASE("polyphase_panel: of many branches the first twelve, in two columns") {
    const auto p = branches_of("up(20)");
    CHECK(p.note.ends_with("; the first 12 of 20"));
    CHECK(drawn(p).says("r = 11"));
    CHECK_FALSE(drawn(p).says("r = 12"));
    CHECK(p.height < 6 * 120);
}

TEST_CASE("polyphase_panel: taps beyond 1e300 are not drawn") {
    CHECK(drawn(branches_of("conv([1e301]) * up(2)")).says("Taps beyond 1e300 are not drawn."));
}
