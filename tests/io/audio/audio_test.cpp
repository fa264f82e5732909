#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmath>
#include <complex>
#include <limits>
#include <thread>

#include "io/signals.hpp"
#include "noble/error.hpp"
#include "noble/signal_file.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;
using noble::file_format;
using noble::sample_type;

namespace {

constexpr std::array audio_formats{file_format::wav,  file_format::rf64, file_format::w64,
                                   file_format::flac, file_format::aiff, file_format::ogg};

// Every kind of PCM value: the ends, around zero, and a mixture; `channels` divides the count.
std::vector<double> pcm_values(int bits, std::size_t count) {
    const double full = std::ldexp(1.0, bits - 1);
    std::vector<double> values{-full, full - 1, -1, 0, 1, -full + 1};
    std::uint64_t state = 1;
    while (values.size() < count) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        values.push_back(std::floor(std::ldexp(static_cast<double>(state >> 32U), bits - 32)) -
                         full);
    }
    for (double& value : values) value /= full;
    return values;
}

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

noble::signal_data mono(const std::vector<double>& values) {
    return {make_array<double>({values.size()}, values), file_format::wav, std::nullopt, 8000.0};
}

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

TEST_CASE("audio: floating-point files hold no time of day") {
    const temporary_folder folder;
    for (const std::string extension : {"wav", "w64", "aiff"}) {
        noble::write_signal(folder / ("a." + extension), {make_array<float>({1}, {0.5F})});
        CHECK_FALSE(contains(bytes_of(folder / ("a." + extension)), "PEAK"));
    }
    noble::write_signal(folder / "a.rf64", {make_array<float>({1}, {0.5F})});
    const std::string bytes = bytes_of(folder / "a.rf64");
    const auto peak = bytes.find("PEAK");
    REQUIRE(peak != std::string::npos);
    CHECK(bytes.substr(peak + 12, 4) == std::string(4, '\0'));
}

TEST_CASE("audio: a known WAV is read as the integers in it, divided by 2^15") {
    const temporary_folder folder;
    const auto path = folder.put("a.wav", wav_bytes(std::string("\x00\x80\xFF\x7F\x01\x00", 6)));
    const auto signal = noble::read_signal(path);
    CHECK(shape_of(signal.samples) == std::vector<index_t>{3, 1});
    CHECK(values_of<double>(signal.samples) ==
          std::vector<double>{-1, 32767.0 / 32768, 1.0 / 32768});
    CHECK(signal.rate == 8000);
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

TEST_CASE("audio: inspect tells format, type, shape, rate and size") {
    const temporary_folder folder;
    const auto path = folder.put("a.wav", wav_bytes(std::string(200, '\0')));
    const auto info = noble::inspect(path);
    CHECK(info.format == file_format::wav);
    CHECK(info.type == sample_type::int_16);
    CHECK(info.encoding == "Signed 16 bit PCM");
    CHECK(info.shape == std::vector<index_t>{100, 1});
    CHECK(info.length == 100);
    CHECK(info.channels == 1);
    CHECK(info.rate == 8000);
    CHECK(info.bytes == 244);
}

TEST_CASE("audio: written into a FIFO, every format is byte for byte what a file would be") {
    const temporary_folder folder;
    const std::string fifo = folder / "fifo";
    REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
    const auto signal = mono(pcm_values(16, 40000));
    for (const file_format format : audio_formats) {
        CAPTURE(noble::name_of(format));
        noble::write_signal(folder / "file", signal, {.format = format});
        std::string received;
        std::thread reader([&] { received = bytes_of(fifo); });
        noble::write_signal(fifo, signal, {.format = format});
        reader.join();
        CHECK(received == bytes_of(folder / "file"));
    }
    CHECK(folder.count() == 2);
}

TEST_CASE("audio: read from a FIFO, every format is known by its content") {
    const temporary_folder folder;
    const std::string fifo = folder / "fifo";
    REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
    for (const file_format format : audio_formats) {
        CAPTURE(noble::name_of(format));
        noble::write_signal(folder / "file", mono(pcm_values(16, 1000)), {.format = format});
        const auto direct = noble::read_signal(folder / "file");
        const std::string bytes = bytes_of(folder / "file");
        std::thread writer([&] { std::ofstream(fifo, std::ios::binary) << bytes; });
        const auto piped = noble::read_signal(fifo);
        writer.join();
        CHECK(piped.format == format);
        CHECK((piped.samples == direct.samples));
        CHECK(piped.rate == 8000);
    }
}

TEST_CASE("audio: a full device fails for every format") {
    for (const file_format format : audio_formats) {
        CAPTURE(noble::name_of(format));
        const auto write = [&] {
            noble::write_signal("/dev/full", mono({0.5, 0.25}), {.format = format});
        };
        CHECK(message_of<noble::io_error>(write) ==
              "/dev/full: writing failed: No space left on device");
    }
}

TEST_CASE("audio: a file beyond the memory limit is refused before its array is made") {
    const temporary_folder folder;
    const auto path = folder.put("a.wav", wav_bytes(std::string(2000, '\0')));
    const auto before = noble::memory_limit();
    noble::set_memory_limit(7999);
    const auto message = message_of<noble::limit_error>([&] { noble::read_signal(path); });
    noble::set_memory_limit(before);
    CHECK(contains(message, "1000 items of 8 bytes"));
    CHECK(noble::inspect(path).length == 1000);
}
