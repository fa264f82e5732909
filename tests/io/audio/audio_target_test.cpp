#include <doctest/doctest.h>
#include <sys/stat.h>

#include <thread>

#include "io/audio/audio_signals.hpp"
#include "noble/error.hpp"
#include "noble/signal_format.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;
using noble::file_format;

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
