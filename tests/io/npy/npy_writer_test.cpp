#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <complex>
#include <limits>

#include "io/signals.hpp"
#include "noble/error.hpp"
#include "noble/signal_file.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;

TEST_CASE("npy: arrays of any shape and type come back bit for bit") {
    const temporary_folder folder;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<any_array> arrays{
        make_array<double>({}, {2.5}),
        make_array<double>({3}, {1, nan, -0.0}),
        make_array<float>({2, 1, 3}, {1, 2, 3, 4, 5, 6}),
        make_array<std::complex<float>>({1, 2}, {{1, 2}, {3, -4}}),
        make_array<std::complex<double>>({2}, {{0.1, 1e300}, {0, -0.0}}),
        make_array<double>({0, 5}, {}),
    };
    for (std::size_t i = 0; i < arrays.size(); ++i) {
        CAPTURE(i);
        noble::write_signal(folder / "a.npy", {arrays[i]});
        const auto back = noble::read_signal(folder / "a.npy");
        CHECK(back.samples.index() == arrays[i].index());
        CHECK(shape_of(back.samples) == shape_of(arrays[i]));
        noble::write_signal(folder / "b.npy", back);
        CHECK(bytes_of(folder / "a.npy") == bytes_of(folder / "b.npy"));
    }
    CHECK(folder.count() == 2);
}

// python3 -c "import numpy, sys; numpy.save(sys.stdout.buffer, numpy.array([1., 2.]))" | xxd
// (NumPy 1.24.2), also with the shapes (2, 1) and ().
TEST_CASE("npy: the written bytes are NumPy's own") {
    const temporary_folder folder;
    const auto expected = [](const std::string& shape, const std::string& payload) {
        std::string dict = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }";
        dict.resize(0x75, ' ');
        return npy_bytes(dict, payload);
    };
    const std::string payload = float_bytes({1, 2});
    noble::write_signal(folder / "a.npy", {make_array<double>({2}, {1, 2})});
    CHECK(bytes_of(folder / "a.npy") == expected("(2,)", payload));
    noble::write_signal(folder / "a.npy", {make_array<double>({2, 1}, {1, 2})});
    CHECK(bytes_of(folder / "a.npy") == expected("(2, 1)", payload));
    noble::write_signal(folder / "a.npy", {make_array<double>({}, {1})});
    CHECK(bytes_of(folder / "a.npy") == expected("()", float_bytes({1})));
}
