#include "noble/animate.hpp"

#include <doctest/doctest.h>

#include <map>

#include "noble/error.hpp"
#include "noble/parse.hpp"
#include "plot/svg_reader.hpp"
#include "support/property.hpp"
#include "support/random_word.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("animate: random words, where they are small enough") {
    CHECK(holds("animations of random words", scaled_cases(300), [] {
        const auto c = *random_cases();
        const op word = make_op(c.word);
        animation_options options;
        options.rows = c.kept_window();
        options.row_boundary = c.boundary;
        try {
            const std::string page = animate(word, c.n, options);
            RC_ASSERT(page.size() < 300'000U);
            const svg_reader svg(page);
            const auto misplaced = misplaced_text(svg);
            if (misplaced) RC_LOG(to_string(word) + "\n" + *misplaced);
            RC_ASSERT(!misplaced);
        } catch (const limit_error&) {
            RC_CLASSIFY(true, "too large");
        } catch (const argument_error&) {
            RC_ASSERT(word.on(c.n, c.kept_window(), c.boundary).rows() == 0);
        }
    }));
}

TEST_CASE("animate: at step i row i of the matrix is lit, and its equation shown") {
    const op word = parse("conv([1 2 3]) * up(2)");
    const svg_reader svg(animate(word, 4));
    const index_t rows = word.on(4).rows();
    std::map<std::string, std::vector<element>> lit;
    std::map<std::string, std::string> equations;
    for (const auto& e : svg.elements()) {
        if (!e.layer.starts_with("step ")) continue;
        if (e.name == "rect" && e.has_class("lit")) lit[e.layer].push_back(e);
        if (e.name == "text") equations[e.layer] = e.text;
    }
    CHECK(static_cast<index_t>(lit.size()) == rows);
    // Labels of the matrix's rows, on the left of it.
    std::map<std::string, double> label_y;
    for (const auto& e : svg.elements()) {
        if (e.name == "text" && e.has_class("end")) label_y[e.text] = e.number("y");
    }
    for (index_t i = 0; i < rows; ++i) {
        const auto& rect = lit["step " + std::to_string(i)].back();
        const double y = label_y.at(std::to_string(i));
        CHECK(rect.number("y") < y);
        CHECK(rect.number("y") + rect.number("height") > y);
    }
    CHECK(equations["step 0"] == "y0 = x0");
    CHECK(equations["step 2"] == "y2 = 3·x0 + x1");
    CHECK(equations["step 9"] == "y9 = 0");
}

TEST_CASE("animate: outputs that read beyond the ends show what is there") {
    animation_options options;
    options.rows = window::same;
    options.row_boundary = boundary::periodic;
    const svg_reader svg(animate(parse("conv([1 -1])"), 3, options));
    CHECK(svg.says("y0 = x0 − x2"));
}

TEST_CASE("animate: a phase that is not in the still picture lies within the page too") {
    const svg_reader svg(animate(parse("0 - delay(3) * up(5, -8) * down(5, -4)"), 1));
    CHECK(misplaced_text(svg).value_or("") == "");
}

TEST_CASE("animate: taps that do not fit are shortened, and none is left out silently") {
    const svg_reader svg(animate(parse("conv([0.333333333 -12345.678 1e-7])"), 4));
    for (const char* tap : {"0.333", "1e−7", "…"}) CHECK(svg.says(tap));
}

TEST_CASE("animate: unknown taps and words that change with time") {
    for (const char* text : {"conv(q:3) * up(2)", "up(2) * conv([1 2]) * down(2) + delay(3)",
                             "0 * id", "down(3) * conv([1 2+1i]) * up(2)", "conv([1 0 0 -1])"}) {
        INFO(text);
        const std::string page = animate(parse(text), 5);
        CHECK(misplaced_text(svg_reader(page)).value_or("") == "");
        CHECK(page.find("prefers-reduced-motion") != std::string::npos);
    }
}

TEST_CASE("animate: too much is refused, with the greatest size that is shown") {
    const op word = parse("conv([1 2 1])");
    try {
        animate(word, 1000);
        FAIL("not refused");
    } catch (const limit_error& e) {
        const std::string text = e.what();
        const auto at = text.find("the greatest is ");
        REQUIRE(at != std::string::npos);
        const index_t n = std::stoll(text.substr(at + 16));
        CHECK_NOTHROW(animate(word, n));
        CHECK_THROWS_AS(animate(word, n + 1), limit_error);
    }
    CHECK_THROWS_AS(animate(parse("conv(box(10000))"), 5), limit_error);
    CHECK_THROWS_AS(animate(kron(word, word), 100, 100), limit_error);
    CHECK_THROWS_AS(animate(parse("delay(4000000000000000000) + delay(-4000000000000000000)"), 5),
                    limit_error);
    animation_options options;
    options.step = 0;
    CHECK_THROWS_AS(animate(word, 3, options), argument_error);
    CHECK_THROWS_AS(animate(down(2), 0), argument_error);
}
