#include <doctest/doctest.h>

#include "noble/parse.hpp"
#include "noble/plot.hpp"
#include "plot/svg_reader.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("to_html: a notebook's cell is small, whatever the word") {
    for (const char* text :
         {"conv([1 2 1])", "conv(lowpass(0.25, 10000))", "conv(q:3)", "conv(q:100000)", "0 * id",
          "down(147) * conv(lowpass(0.005, 3201)) * up(160)", "up(1000003) * down(1000033)",
          "(id + up(97) * down(97)) * (id + up(101) * down(101))", "conv(box(1000000))",
          "sum(i=0..7, delay(i) * up(8) * down(8) * conv(lowpass(0.1, 999)))"}) {
        INFO(text);
        const std::string html = to_html(parse(text));
        CHECK(html.size() < 100'000);
        CHECK_NOTHROW(svg_reader{html});
    }
    CHECK(to_html(parse("down(2)")).starts_with("<svg"));
    CHECK(to_html(parse("conv(q:100000)").on(100000)).starts_with("<pre>"));
    CHECK(to_html(taps{1, 2, 1}).starts_with("<svg"));
    CHECK(to_html(kron(down(2), up(2))).starts_with("<svg"));
    CHECK(to_html(column({down(2), down(2, 1)})).starts_with("<svg"));
}
