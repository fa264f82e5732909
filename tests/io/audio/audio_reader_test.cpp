#include <doctest/doctest.h>
#include <sys/stat.h>

#include <thread>

#include "io/audio/audio_signals.hpp"
#include "noble/error.hpp"
#include "noble/signal_format.hpp"
#include "support/memory.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;
using noble::file_format;
using noble::sample_type;

TEST_CASE("audio: a known WAV is read as the integers in it, divided by 2^15") {
    const temporary_folder folder;
    const auto path = folder.put("a.wav", wav_bytes(std::string("\x00\x80\xFF\x7F\x01\x00", 6)));
    const auto signal = noble::read_signal(path);
    CHECK(shape_of(signal.samples) == std::vector<index_t>{3, 1});
    CHECK(values_of<double>(signal.samples) ==
          std::vector<double>{-1, 32767.0 / 32768, 1.0 / 32768});
    CHECK(signal.rate == 8000);
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

TEST_CASE("audio: a file beyond the memory limit is refused before its array is made") {
    const temporary_folder folder;
    const auto path = folder.put("a.wav", wav_bytes(std::string(2000, '\0')));
    const limited_memory limit(7999);
    const auto message = message_of<noble::limit_error>([&] { noble::read_signal(path); });
    CHECK(contains(message, "1000 items of 8 bytes"));
    CHECK(noble::inspect(path).length == 1000);
}
