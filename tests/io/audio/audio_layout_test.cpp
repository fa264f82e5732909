#include <doctest/doctest.h>

#include <complex>
#include <limits>

#include "io/audio/audio_signals.hpp"
#include "noble/error.hpp"
#include "noble/signal_format.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;
using noble::file_format;
using noble::sample_type;

TEST_CASE("audio: FLAC, which has no floats, takes 24-bit PCM unless the signal says PCM") {
    const temporary_folder folder;
    CHECK(noble::write_signal(folder / "a.flac", mono({0.5})).type == sample_type::int_24);
    auto signal = mono({0.5});
    signal.type = sample_type::int_16;
    CHECK(noble::write_signal(folder / "a.flac", signal).type == sample_type::int_16);
    signal.type = sample_type::int_32;
    CHECK(noble::write_signal(folder / "a.flac", signal).type == sample_type::int_24);
    signal.type = sample_type::uint_8;
    CHECK(noble::write_signal(folder / "a.flac", signal).type == sample_type::int_8);
}

TEST_CASE("audio: integers that come from npy are not taken for PCM") {
    const temporary_folder folder;
    const auto path =
        folder.put("a.npy", npy_bytes(npy_dict("<i2", "(2,)"), little(100, 2) + little(3, 2)));
    const auto report = noble::write_signal(folder / "a.wav", noble::read_signal(path));
    CHECK(report.type == sample_type::float_64);
    CHECK(report.rate_assumed);
    CHECK(report.rate == noble::default_rate);
    CHECK(values_of<double>(noble::read_signal(folder / "a.wav").samples) ==
          std::vector<double>{100, 3});
}

TEST_CASE("audio: a signal without frames is written and read where the format allows it") {
    const temporary_folder folder;
    noble::signal_data signal{make_array<double>({0, 2}, {})};
    for (const std::string extension : {"wav", "rf64", "w64", "aiff", "ogg"}) {
        CAPTURE(extension);
        noble::write_signal(folder / ("a." + extension), signal);
        const auto back = noble::read_signal(folder / ("a." + extension));
        CHECK(shape_of(back.samples) == std::vector<index_t>{0, 2});
    }
    const auto write = [&] { noble::write_signal(folder / "a.flac", signal); };
    CHECK(contains(message_of<noble::io_error>(write), "FLAC cannot hold a signal without frames"));
    CHECK_FALSE(std::filesystem::exists(folder / "a.flac"));
}

TEST_CASE("audio: complex samples, odd shapes and unknown types are argument errors") {
    const temporary_folder folder;
    const auto failure = [&](const any_array& samples, noble::write_options options = {}) {
        return message_of<noble::argument_error>(
            [&] { noble::write_signal(folder / "a.wav", {samples}, options); });
    };
    CHECK(contains(failure(make_array<std::complex<double>>({1}, {{1, 2}})),
                   "WAV holds real samples, not complex128; npy and csv hold complex ones"));
    CHECK(contains(failure(make_array<double>({1, 1, 1}, {1})), "shape {1, 1, 1}"));
    CHECK(contains(failure(make_array<double>({}, {1})), "shape {}"));
    CHECK(contains(failure(make_array<double>({1}, {1}), {.type = sample_type::int_8}),
                   "WAV cannot hold samples of type int8"));
    CHECK(contains(failure(make_array<double>({1}, {1}), {.type = sample_type::text}), "text"));
    CHECK(folder.count() == 0);
}

TEST_CASE("audio: rates and channels that a format cannot hold are io_errors") {
    const temporary_folder folder;
    const auto failure = [&](const std::string& name, double rate, std::size_t channels) {
        noble::signal_data signal{make_array<double>({1, channels}, std::vector<double>(channels))};
        signal.rate = rate;
        return message_of<noble::io_error>([&] { noble::write_signal(folder / name, signal); });
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(contains(failure("a.wav", 0.25, 1), "rates from 1 to 2147483647 Hz, not 0.25"));
    CHECK(contains(failure("a.wav", nan, 1), "not nan"));
    CHECK(contains(failure("a.wav", 1e10, 1), "rates from 1"));
    CHECK(contains(failure("a.flac", 700000, 1), "FLAC cannot hold 1 channels of int24 at 700000"));
    CHECK(contains(failure("a.flac", 96001, 1), "FLAC cannot hold"));
    CHECK(contains(failure("a.ogg", 300000, 1), "Ogg cannot hold"));
    CHECK(contains(failure("a.flac", 48000, 9), "9 channels"));
    CHECK(contains(failure("a.wav", 48000, 3000), "3000 channels"));
    CHECK(contains(failure("a.wav", 48000, 0), "0 channels"));
    CHECK(folder.count() == 0);
    CHECK(failure("a.flac", 96010, 8) == "");
}
