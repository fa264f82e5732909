#include <doctest/doctest.h>

#include "noble/animate.hpp"
#include "noble/parse.hpp"
#include "plot/svg_reader.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("animate: two axes: valid, padded, strided, dilated, transposed") {
    const auto show = [](const char* text, index_t n, const animation_options& options) {
        const auto word = std::get<op2d>(parse_expression(text, standard_vocabulary()));
        const std::string page = animate(word, n, n, options);
        CHECK(page.size() < 300'000);
        const svg_reader svg(page);
        CHECK(misplaced_text(svg).value_or("") == "");
        std::size_t steps = 0;
        for (const auto& e : svg.with_class("step")) {
            steps = std::max(steps, std::stoul(e.attributes.at("data-step")) + 1);
        }
        return steps;
    };
    animation_options valid;
    valid.rows = valid.cols = window::valid;
    const animation_options full;
    CHECK(show("kron(corr([1 2 3]), corr([1 2 3]))", 4, valid) == 4);
    CHECK(show("kron(corr([1 2 3]), corr([1 2 3]))", 5, full) == 49);
    CHECK(show("kron(down(2) * corr([1 2 3]), down(2) * corr([1 2 3]))", 5, valid) == 4);
    CHECK(show("kron(corr(up(2)([1 2 3])), corr(up(2)([1 2 3])))", 7, valid) == 9);
    CHECK(show("kron(conv([1 2 3]) * up(2), conv([1 2 3]) * up(2))", 2, full) == 36);
    CHECK(show("kron(conv(q:2), up(2) * down(2))", 3, full) == 16);
}
