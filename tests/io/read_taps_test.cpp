#include <doctest/doctest.h>

#include <complex>

#include "io/signals.hpp"
#include "noble/error.hpp"
#include "noble/signal_file.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;

TEST_CASE("taps: one axis of any file is a kernel of shape {N}") {
    const temporary_folder folder;
    const std::vector<double> taps{1, 2, 1};
    noble::write_signal(folder / "flat.npy", {make_array<double>({3}, taps)});
    noble::write_signal(folder / "column.npy", {make_array<double>({3, 1}, taps)});
    noble::write_signal(folder / "row.npy", {make_array<double>({1, 3}, taps)});
    folder.put("column.csv", "1\n2\n1\n");
    folder.put("row.csv", "1 2 1\n");
    noble::write_signal(folder / "audio.wav", {make_array<double>({3}, taps)});
    for (const std::string name :
         {"flat.npy", "column.npy", "row.npy", "column.csv", "row.csv", "audio.wav"}) {
        CAPTURE(name);
        const auto kernel = noble::read_taps(folder / name);
        CHECK(shape_of(kernel) == std::vector<index_t>{3});
        CHECK(values_of<double>(kernel) == taps);
    }
}

TEST_CASE("taps: complex and single-precision kernels are kept as they are") {
    const temporary_folder folder;
    const std::vector<std::complex<double>> taps{{1, 2}, {0, -1}};
    CHECK(values_of<std::complex<double>>(noble::read_taps(folder.put("a.csv", "1+2i\n0-1i\n"))) ==
          taps);
    noble::write_signal(folder / "a.npy", {make_array<float>({1}, {0.5F})});
    CHECK(values_of<float>(noble::read_taps(folder / "a.npy")) == std::vector<float>{0.5F});
}

TEST_CASE("taps: more or fewer axes than one, and no numbers, are refused with the shape") {
    const temporary_folder folder;
    const auto failure = [&](const any_array& array) {
        noble::write_signal(folder / "a.npy", {array});
        return message_of<noble::io_error>([&] { noble::read_taps(folder / "a.npy"); });
    };
    CHECK(contains(failure(make_array<double>({2, 2}, {1, 2, 3, 4})), "the shape is {2, 2}"));
    CHECK(contains(failure(make_array<double>({}, {1})), "the shape is {}"));
    CHECK(contains(failure(make_array<double>({1, 1, 1}, {1})), "the shape is {1, 1, 1}"));
    CHECK(contains(failure(make_array<double>({0}, {})), "at least one number"));
    CHECK(contains(failure(make_array<double>({0, 1}, {})), "at least one number"));
    CHECK(failure(make_array<double>({1, 1}, {5})) == "");
}
