#include "plot/subject.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"
#include "noble/parse.hpp"

using namespace noble;

TEST_CASE("subject: filters are made when they are asked for, once") {
    const op word = parse("down(2) * conv([1 2 1]) * up(3)");
    const plot_options options;
    drawing::subject<op> s(word, options);
    CHECK(std::get<canonical<exact>>(s.form()) == canonical_form<exact>(word));
    CHECK_FALSE(s.has_filters());
    const auto& filters = s.filters();
    CHECK(s.has_filters());
    CHECK(&s.filters() == &filters);
    CHECK(filters.total == 1);
    CHECK(s.numbers() == canonical_form<exact>(word));
}

TEST_CASE("subject: unknown taps have a form, but no filters") {
    const op word = parse("conv(q:3)");
    const plot_options options;
    drawing::subject<op> s(word, options);
    CHECK(std::get<canonical<polynomial>>(s.form()).taps().size() == 3);
    CHECK_THROWS_AS(s.filters(), argument_error);
    CHECK_THROWS_AS(s.numbers(), argument_error);
}

TEST_CASE(
    "subject: a word that changes with time has a filter for each output, a bank for each word") {
    const auto phases =
        drawing::filters_of(canonical_form<exact>(parse("up(12) * down(12) + delay(1)")));
    CHECK(phases.total == 12);
    CHECK(phases.drawn.size() == drawing::most_filters);
    CHECK(phases.drawn.front().name == "r = 0");
    const auto words = drawing::filters_of(column({down(2), down(2, 1)}));
    REQUIRE(words.drawn.size() == 2);
    CHECK(words.drawn[1].name == "y1");
    CHECK(drawing::filters_of(row({up(2), up(2)})).drawn[1].name == "x1");
    CHECK(drawing::filters_of(bank(2, 2, {identity(), identity(), identity(), identity()}))
              .drawn[1]
              .name == "x1 → y0");
    CHECK(drawing::filters_of(taps{1, 2, 3}).drawn.front().taps.size() == 3);
}
