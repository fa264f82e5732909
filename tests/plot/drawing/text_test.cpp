#include "plot/drawing/text.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

using namespace noble::drawing;

TEST_CASE("text: widths add up, and other faces and sizes are as wide as they are") {
    CHECK(text_width("", 10) == 0);
    CHECK(text_width("W", 10) == doctest::Approx(9.9));
    CHECK(text_width("ii", 10) == doctest::Approx(5.6));
    CHECK(text_width("ab", 20) == doctest::Approx(2 * text_width("ab", 10)));
    CHECK(text_width("iW", 10, face::mono) == doctest::Approx(12.04));
    CHECK(text_width("−", 10) == doctest::Approx(8.4));  // one character, three bytes
}

TEST_CASE("text: what does not fit is cut at a character, not a byte") {
    CHECK(fitted("abc", 100, 10) == "abc");
    CHECK(fitted("↓↓↓↓", 30, 10) == "↓↓…");
    CHECK(text_width(fitted(std::string(1000, 'x'), 77, 11), 11) <= 77);
}

TEST_CASE("text: lines break at spaces, and the last is cut") {
    const auto lines = wrapped("one two three four five six seven", 50, 10, face::sans, 3);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == "one two");
    CHECK(lines[2].ends_with("…"));
    for (const auto& line : lines) CHECK(text_width(line, 10) <= 50);
    CHECK(wrapped("short", 50, 10, face::sans, 3) == std::vector<std::string>{"short"});
}

TEST_CASE("text: XML's own characters are entities, and what it forbids is replaced") {
    CHECK(escaped("a<b & \"c\" > 'd'") == "a&lt;b &amp; &quot;c&quot; &gt; &#39;d&#39;");
    CHECK(escaped(std::string("\x01\xFF\xC0\xAF", 4)) == "\uFFFD\uFFFD\uFFFD\uFFFD");
    CHECK(escaped("↓2") == "↓2");
}

TEST_CASE("text: coordinates are short, and never −0") {
    CHECK(coordinate(1) == "1");
    CHECK(coordinate(10) == "10");
    CHECK(coordinate(1.239) == "1.24");
    CHECK(coordinate(-0.001) == "0");
    CHECK(coordinate(-2.5) == "-2.5");
}

TEST_CASE("text: numbers have a minus sign and thin gaps") {
    CHECK(number(-0.5) == "−0.5");
    CHECK(number(noble::index_t{1234}) == "1234");
    CHECK(number(noble::index_t{-1234567}) == "−1\u2009234\u2009567");
    CHECK(label(noble::exact(noble::rational(1, 3))) == "0.3333");
    CHECK(label(noble::exact(2, -1)) == "2−1i");
    CHECK(label(noble::exact(0, 3)) == "3i");
    CHECK(superscript(-12) == "⁻¹²");
    CHECK(hertz(44100) == "44.1 kHz");
    CHECK(hertz(2.5e9) == "2.5 GHz");
    CHECK(number(1e6) == "1e6");
    CHECK(number(-1.25e-7) == "−1.25e−7");
    CHECK(number(1e300) == "1e300");
    const noble::exact third(noble::rational(1, 3));
    CHECK(label_within(third, 100, 10) == "0.3333");
    CHECK(label_within(third, 25, 10) == "0.33");
    CHECK(label_within(third, 5, 10) == "…");
    CHECK(label_within(noble::exact(1'000'000), 30, 10) == "1e6");
    CHECK(samples("1") == "1 sample");
    CHECK(samples("0") == "0 samples");
}
