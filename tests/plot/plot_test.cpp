#include "noble/plot.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"
#include "noble/parse.hpp"
#include "plot/pictures.hpp"
#include "support/property.hpp"
#include "support/random_word.hpp"

using namespace noble;
using namespace noble::testing;

TEST_CASE("plot: pictures of random words are well-formed, small, and no text lies on another") {
    CHECK(holds("random words", scaled_cases(400), [] {
        const auto c = *random_cases();
        const op word = make_op(c.word);
        plot_options options;
        options.map = word.on(c.n, c.kept_window(), c.boundary);
        if (*rc::gen::arbitrary<bool>()) options.rate = *rc::gen::inRange(1, 1'000'000);
        options.phase = *rc::gen::arbitrary<bool>();
        const std::string page = plot(word, options);
        RC_ASSERT(page.size() < largest_page);
        const svg_reader svg(page);
        const auto misplaced = misplaced_text(svg);
        if (misplaced) RC_LOG(to_string(word) + "\n" + *misplaced);
        RC_ASSERT(!misplaced);
    }));
}

TEST_CASE("plot: the usual pages") {
    for (const char* text : {"conv([1 2 1]@1)",
                             "down(2) * conv([1 4 6 4 1]@2)",
                             "conv(lowpass(0.25, 255)) * up(4)",
                             "conv(lowpass(0.1, 10000))",
                             "down(147) * conv(lowpass(0.005, 3201)) * up(160)",
                             "conv(q:3) * up(2) + delay(2) * up(2)",
                             "0 * id",
                             "delay(1000000000000)",
                             "id",
                             "conv(q:300)",
                             "up(1000000)",
                             "up(1000000000)",
                             "down(1000000000)",
                             "delay(-4000000000000000000)",
                             "delay(4000000000000000000) + delay(-4000000000000000000)",
                             "1e-300 * id",
                             "conv([1 2i])",
                             "id + delay(5000000)",
                             "conv([1 2 1])^20",
                             "down(3, 2) * up(5, -1)",
                             "sum(i=0..40, conv([1 i]) * delay(i))",
                             "-conv([0.001 -12345.678])",
                             "conv([1 -1e-12])",
                             "conv([1e300 -1e-300])"}) {
        INFO(text);
        const std::string page = plot(parse(text));
        CHECK(page.size() < largest_page);
        CHECK(misplaced_text(svg_reader(page)).value_or("") == "");
    }
}

TEST_CASE("plot: words on two axes, banks, sequences and maps") {
    const auto check = [](const std::string& page) {
        CHECK(page.size() < largest_page);
        CHECK(misplaced_text(svg_reader(page)).value_or("") == "");
    };
    for (const char* text :
         {"kron(down(2) * conv([1 2 1]), conv([1 0 -1]) * up(2))", "kron(conv(q:2), conv(h:3))",
          "kron(up(2) * down(2), id)", "kron(conv([1 2]), id) + 2 * kron(id, conv([1 2 3]))",
          "kron(conv(box(5000)), conv(box(5000)))", "kron(up(100000000), id)"}) {
        check(plot(std::get<op2d>(parse_expression(text, standard_vocabulary()))));
    }
    for (const char* text :
         {"column(down(2) * conv([1 1]), down(2) * conv([1 -1]))", "row(up(2), conv(q:3) * up(2))",
          "column(row(id, 2 * id), row(delay(1), conv([1 2 3])))"}) {
        check(plot(std::get<bank>(parse_expression(text, standard_vocabulary()))));
    }
    check(plot(taps{1, 2, 1}));
    check(plot(sequence()));
    check(plot(crop(9, 1, 2) * pad(5, 2, 2)));
    check(plot(parse("conv(lowpass(0.3, 99))").on(3000)));
    check(plot(down(2).on(0)));
}

TEST_CASE("plot: eight long complex filters are still a small file") {
    std::vector<op> words;
    std::uint32_t state = 1;
    const auto noise = [&] {
        state = state * 1664525U + 1013904223U;
        return static_cast<index_t>(state >> 20U) - 2048;
    };
    for (int i = 0; i < 8; ++i) {
        std::vector<exact> taps;
        for (int t = 0; t < 5000; ++t) taps.emplace_back(noise(), noise());
        words.push_back(conv(sequence(taps)));
    }
    const std::string page = plot(column(words));
    CHECK(page.size() < largest_page);
    CHECK(misplaced_text(svg_reader(page)).value_or("") == "");
}

TEST_CASE("plot: numbers beyond double have a matrix, but no stems") {
    const op huge = parse("conv([1e308 2])^3");
    CHECK_NOTHROW(svg_reader{only(huge, picture::matrix)});
    CHECK_THROWS_AS(only(huge, picture::stems), argument_error);
    CHECK(to_html(huge).starts_with("<"));
}

TEST_CASE("plot: what a word has not is refused") {
    CHECK_THROWS_AS(only(parse("conv(q:3)"), picture::stems), argument_error);
    CHECK_THROWS_AS(only(parse("conv(q:3)"), picture::response), argument_error);
    plot_options options;
    options.pictures = {picture::response};
    CHECK_THROWS_WITH_AS(plot(kron(down(2), down(2)), options),
                         "plot: a word on two axes has no picture `response`; it has diagram, taps "
                         "and matrix",
                         argument_error);
    options.pictures = {picture::matrix};
    CHECK_THROWS_WITH_AS(plot(taps{1}, options),
                         "plot: a sequence has no picture `matrix`; it has taps and response",
                         argument_error);
    options.pictures = {picture::polyphase};
    CHECK_THROWS_WITH_AS(plot(column({identity(), identity()}), options),
                         "plot: a bank has no picture `polyphase`; it has diagram, taps, response "
                         "and matrix",
                         argument_error);
    plot_options rate;
    rate.rate = -1;
    CHECK_THROWS_AS(plot(down(2), rate), argument_error);
}

TEST_CASE("plot: the subtitle counts in words") {
    CHECK(svg_reader(only(parse("id"), picture::stems)).says("1 tap not zero"));
    CHECK(svg_reader(only(parse("conv([1 2])"), picture::stems)).says("2 taps not zero"));
    CHECK(svg_reader(only(parse("down(3000) * delay(1)"), picture::stems))
              .says("delay 0.000333333 samples"));
}

TEST_CASE("plot: a page without numbers is under the rate alone, whatever else is known") {
    const svg_reader svg(only(parse("down(2) * conv([1 2])"), picture::matrix));
    CHECK(svg.says("rate 1/2"));
    CHECK_FALSE(svg.says("latency"));
}

TEST_CASE("plot: titles and text are escaped") {
    plot_options options;
    options.title = "a < b & \"c\"";
    const svg_reader svg(plot(down(2), options));
    CHECK(svg.says("a < b & \"c\""));
}
