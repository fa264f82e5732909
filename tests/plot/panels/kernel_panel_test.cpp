#include <doctest/doctest.h>

#include "plot/panels/panels.hpp"
#include "plot/pictures.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("kernel_panel: the image of the kernel, or why there is none") {
    const auto p = drawing::kernel_panel(kron(conv({1, 2}), conv({1, 0, -1})));
    CHECK(p.heading == "Kernel h[t₀, t₁]");
    CHECK(p.note == "2 × 3, 4 not zero");
    CHECK(drawn(p).says("−2"));
    CHECK(drawing::kernel_panel(kron(up(2) * down(2), identity())).note.empty());
}
