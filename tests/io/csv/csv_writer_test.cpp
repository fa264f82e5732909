#include <doctest/doctest.h>

#include <cmath>
#include <complex>
#include <limits>

#include "io/signals.hpp"
#include "noble/error.hpp"
#include "noble/signal_file.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;

namespace {

noble::signal_data read_back(const std::string& text) {
    const temporary_folder folder;
    return noble::read_signal(folder.put("a.csv", text));
}

std::string written(const any_array& samples) {
    const temporary_folder folder;
    noble::write_signal(folder / "a.csv", {samples});
    return bytes_of(folder / "a.csv");
}

}  // namespace

TEST_CASE("csv: numbers are written in the shortest form that reads back the same") {
    CHECK(written(make_array<double>({2, 2}, {0.1, -2, 1e300, 1.0 / 3})) ==
          "0.1,-2\n1e+300,0.3333333333333333\n");
    CHECK(written(make_array<float>({2}, {0.1F, -0.0F})) == "0.1\n-0\n");
    CHECK(written(make_array<std::complex<double>>({1, 2}, {{1, 2}, {0.5, -0.0}})) ==
          "1+2i,0.5-0i\n");
    CHECK(written(make_array<double>({}, {3})) == "3\n");
}

TEST_CASE("csv: float64 and complex128 come back exactly") {
    const double tiny = std::numeric_limits<double>::denorm_min();
    const std::vector<double> values{tiny, std::numeric_limits<double>::max(), 0.1, -0.0, 1e-7,
                                     123};
    CHECK(values_of<double>(read_back(written(make_array<double>({3, 2}, values))).samples) ==
          values);
    const std::vector<std::complex<double>> pairs{{0.1, -tiny}, {1e300, 2}};
    const auto text = written(make_array<std::complex<double>>({2}, pairs));
    CHECK(values_of<std::complex<double>>(read_back(text).samples) == pairs);
}

TEST_CASE("csv: many rows cross the writer's blocks unchanged") {
    std::vector<double> values(30000);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = std::sin(static_cast<double>(i));
    const auto back = read_back(written(make_array<double>({10000, 3}, values)));
    CHECK(shape_of(back.samples) == std::vector<index_t>{10000, 3});
    CHECK(values_of<double>(back.samples) == values);
}

TEST_CASE("csv: three axes and conversions are argument errors") {
    const temporary_folder folder;
    const auto write = [&] {
        noble::write_signal(folder / "a.csv", {make_array<double>({1, 1, 1}, {1})});
    };
    CHECK(contains(message_of<noble::argument_error>(write), "shape {1, 1, 1}"));
    const auto convert = [&] {
        noble::write_signal(folder / "a.csv", {make_array<double>({1}, {1})},
                            {.type = noble::sample_type::int_16});
    };
    CHECK(contains(message_of<noble::argument_error>(convert), "float64, not int16"));
    CHECK(folder.count() == 0);
}
