#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "io/audio/audio_signals.hpp"
#include "noble/error.hpp"
#include "noble/signal_format.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;
using noble::file_format;
using noble::sample_type;

namespace {

struct pcm_case {
    const char* extension;
    sample_type type;
    int bits;
};

const std::vector<pcm_case> pcm_cases{
    {"wav", sample_type::uint_8, 8},   {"wav", sample_type::int_16, 16},
    {"wav", sample_type::int_24, 24},  {"wav", sample_type::int_32, 32},
    {"rf64", sample_type::int_16, 16}, {"rf64", sample_type::int_24, 24},
    {"w64", sample_type::uint_8, 8},   {"w64", sample_type::int_24, 24},
    {"flac", sample_type::int_8, 8},   {"flac", sample_type::int_16, 16},
    {"flac", sample_type::int_24, 24}, {"aiff", sample_type::int_8, 8},
    {"aiff", sample_type::int_16, 16}, {"aiff", sample_type::int_24, 24},
    {"aiff", sample_type::int_32, 32},
};

// The 16-bit samples in a mono WAV written by libsndfile, whose header has 44 bytes.
std::vector<int> wav_samples(const std::string& bytes) {
    std::vector<int> samples;
    for (std::size_t i = 44; i + 1 < bytes.size(); i += 2) {
        const auto low = static_cast<unsigned char>(bytes[i]);
        samples.push_back(static_cast<signed char>(bytes[i + 1]) * 256 + low);
    }
    return samples;
}

}  // namespace

TEST_CASE("audio: PCM of every width comes back bit for bit, in every format, with 3 channels") {
    const temporary_folder folder;
    for (const auto& c : pcm_cases) {
        CAPTURE(c.extension);
        CAPTURE(c.bits);
        const std::string path = folder / ("a." + std::string(c.extension));
        const std::vector<double> values = pcm_values(c.bits, 15000);
        noble::signal_data signal{make_array<double>({5000, 3}, values)};
        signal.rate = 44100;
        const auto report = noble::write_signal(path, signal, {.type = c.type});
        CHECK(report.type == c.type);
        CHECK(report.clipped == 0);
        CHECK(report.rate == 44100);
        const auto back = noble::read_signal(path);
        CHECK(back.type == c.type);
        CHECK(back.rate == 44100);
        CHECK(shape_of(back.samples) == std::vector<index_t>{5000, 3});
        CHECK(values_of<double>(back.samples) == values);
        const std::string again = folder / ("b." + std::string(c.extension));
        CHECK(noble::write_signal(again, back).type == c.type);
        CHECK(bytes_of(again) == bytes_of(path));
    }
}

TEST_CASE("audio: floats come back bit for bit and keep their width") {
    const temporary_folder folder;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const std::string extension : {"wav", "rf64", "w64", "aiff"}) {
        CAPTURE(extension);
        const std::string path = folder / ("a." + extension);
        const std::vector<float> singles{0.1F, -7.5F, 1e-30F, 2};
        CHECK(noble::write_signal(path, {make_array<float>({2, 2}, singles)}).type ==
              sample_type::float_32);
        CHECK(values_of<float>(noble::read_signal(path).samples) == singles);
        const std::vector<double> doubles{0.1, -1e300, 3, 1.0 / 3};
        CHECK(noble::write_signal(path, {make_array<double>({4, 1}, doubles)}).type ==
              sample_type::float_64);
        CHECK(values_of<double>(noble::read_signal(path).samples) == doubles);
        noble::write_signal(path, {make_array<double>({1, 1}, {nan})});
        CHECK(std::isnan(values_of<double>(noble::read_signal(path).samples).at(0)));
    }
}

TEST_CASE("audio: PCM rounds to nearest, ties to even, saturates, and counts what it clipped") {
    const temporary_folder folder;
    const double step = 1.0 / 32768;
    const double inf = std::numeric_limits<double>::infinity();
    const auto report = noble::write_signal(
        folder / "a.wav",
        mono({0.5 * step, 1.5 * step, -0.5 * step, -1.5 * step, 2.4 * step, 1, -1, 1.5, -1.5, inf,
              -inf, 32767.5 * step, 32767.4 * step, -32768.5 * step}),
        {.type = sample_type::int_16});
    CHECK(wav_samples(bytes_of(folder / "a.wav")) == std::vector<int>{0, 2, 0, -2, 2, 32767, -32768,
                                                                      32767, -32768, 32767, -32768,
                                                                      32767, 32767, -32768});
    CHECK(report.clipped == 6);  // 1, ±1.5, ±inf and 32767.5, which rounds to 32768
}

TEST_CASE("audio: NaN into PCM names the frame and the channel, and leaves no file") {
    const temporary_folder folder;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const noble::signal_data signal{make_array<double>({2, 3}, {0, 0, 0, 0, nan, 0})};
    for (const auto& [name, type] : {std::pair{"a.wav", sample_type::int_16},
                                     {"a.flac", sample_type::int_24},
                                     {"a.ogg", sample_type::vorbis}}) {
        const auto write = [&, name = name, type = type] {
            noble::write_signal(folder / name, signal, {.type = type});
        };
        CHECK(contains(message_of<noble::io_error>(write), "NaN at frame 1, channel 1"));
    }
    CHECK(folder.count() == 0);
}

TEST_CASE("audio: Ogg Vorbis keeps length, channels and rate, and the sound within its loss") {
    const temporary_folder folder;
    std::vector<double> values(40000);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t frame = i / 2;
        const double frequency = i % 2 == 0 ? 0.05 : 0.08;
        values[i] = 0.5 * std::sin(static_cast<double>(frame) * frequency);
    }
    noble::signal_data signal{make_array<double>({20000, 2}, values)};
    signal.rate = 44100;
    CHECK(noble::write_signal(folder / "a.ogg", signal).type == sample_type::vorbis);
    const auto back = noble::read_signal(folder / "a.ogg");
    CHECK(back.rate == 44100);
    CHECK(shape_of(back.samples) == std::vector<index_t>{20000, 2});
    const auto decoded = values_of<float>(back.samples);
    double worst = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        worst = std::max(worst, std::abs(values[i] - static_cast<double>(decoded[i])));
    }
    CHECK(worst < 0.05);
    noble::write_signal(folder / "b.ogg", signal);
    CHECK(bytes_of(folder / "a.ogg") == bytes_of(folder / "b.ogg"));
}

TEST_CASE("audio: Vorbis saturates at full scale, whatever comes") {
    const temporary_folder folder;
    std::vector<double> values(5000, 0.25);
    values[7] = 1e30;
    values[8] = -std::numeric_limits<double>::infinity();
    CHECK(noble::write_signal(folder / "a.ogg", mono(values)).clipped == 2);
    CHECK(noble::inspect(folder / "a.ogg").length == 5000);
}
