#include "io/csv/csv_number.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace noble::testing {
namespace {

using complex = std::complex<double>;

TEST_CASE("csv numbers: real, imaginary and both, as NumPy writes them too") {
    const auto value = [](const char* text) { return io::parse_csv_number(text).value().value; };
    CHECK(value("-1.5e3") == complex(-1500, 0));
    CHECK(value("+2") == complex(2, 0));
    CHECK(value("2j") == complex(0, 2));
    CHECK(value("1+2i") == complex(1, 2));
    CHECK(value("(1-2e1j)") == complex(1, -20));
    CHECK(std::isinf(value("-inf").real()));
    CHECK(std::isnan(value("nan").real()));
    CHECK(io::parse_csv_number("1+0i")->is_complex);
    CHECK_FALSE(io::parse_csv_number("1")->is_complex);
}

TEST_CASE("csv numbers: what is none") {
    for (const auto* text :
         {"", "i", "1+", "1+2", "+-1", "++1", "1 2", "0x1", "1e400", "(1", "()"}) {
        CAPTURE(text);
        CHECK_FALSE(io::parse_csv_number(text).has_value());
    }
}

TEST_CASE("csv numbers: written in the shortest digits that read back the same") {
    std::string text;
    io::append_number(text, 0.1F);
    text += ' ';
    io::append_number(text, 0.1);
    text += ' ';
    io::append_number(text, complex(1, -0.0));
    CHECK(text == "0.1 0.1 1-0i");
    for (const double x : {1.0 / 3, std::numeric_limits<double>::denorm_min(), -1e308}) {
        text.clear();
        io::append_number(text, x);
        CHECK(io::parse_csv_number(text)->value.real() == x);
    }
}

}  // namespace
}  // namespace noble::testing
