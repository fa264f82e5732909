#include "plot/animation/timeline.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace noble::drawing;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("timeline: equal marks have equal names, others their own") {
    CHECK(timeline("a", 3, 1, 0).name() == timeline("a", 9, 2, 1).name());
    CHECK(timeline("a", 3, 1, 0).name() != timeline("b", 3, 1, 0).name());
}

TEST_CASE("timeline: step i begins i steps into a loop of all steps and a pause of 1.5") {
    const timeline time("a", 4, 2, 1);
    CHECK(time.during(0) == "class=\"step\" data-step=\"0\" style=\"animation-delay:-11s\"");
    CHECK(time.during(1) == "class=\"step still\" data-step=\"1\" style=\"animation-delay:-9s\"");
}

TEST_CASE("timeline: every part has keyframes of its own, and motion can be unwanted") {
    timeline time("a", 2, 1, 0);
    const std::string first = time.from(0);
    CHECK(first != time.from(1));
    CHECK(time.gliding({{0, 0}, {5, 0}}).starts_with("class=\"" + time.name()));
    CHECK(time.jumping({{0, 0}, {5, 0}}, {false, true}) != first);
    const std::string css = time.css();
    CHECK(count(css, "@keyframes") == 5);
    CHECK(css.find("translate(5px,0px)") != std::string::npos);
    CHECK(css.find("prefers-reduced-motion") != std::string::npos);
}

TEST_CASE("timeline: a part that is unseen in the still step is drawn where it is first seen") {
    const timeline time("a", 3, 1, 1);
    CHECK(time.drawn({true, true, false}) == 1U);
    CHECK(time.drawn({false, false, true}) == 2U);
    CHECK_FALSE(time.drawn({false, false, false}));
}
