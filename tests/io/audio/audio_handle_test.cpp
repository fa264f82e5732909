#include "io/audio/audio_handle.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "io/audio/memory_file.hpp"
#include "io/signals.hpp"
#include "noble/error.hpp"
#include "support/messages.hpp"

namespace noble::testing {
namespace {

const std::string name = "a.wav";
const std::string payload("\x01\x00\xFF\x7F\x00\x80", 6);

// 16-bit mono at 8 kHz.
SF_INFO wav_info() { return {0, 8000, 1, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 0, 0}; }

constexpr std::array<short, 3> samples{1, 32767, -32768};

TEST_CASE("audio handle: reading fills what the header says, and gives the samples") {
    memory_file file(wav_bytes(payload));
    SF_INFO info{};
    io::audio_handle handle(file, SFM_READ, info, name);
    CHECK(info.frames == 3);
    CHECK(info.samplerate == 8000);
    CHECK(info.channels == 1);
    CHECK(info.format == (SF_FORMAT_WAV | SF_FORMAT_PCM_16));
    std::array<short, 3> read{};
    CHECK(sf_readf_short(handle.get(), read.data(), 3) == 3);
    CHECK(read == samples);
}

TEST_CASE("audio handle: what was written is whole once it is closed, by name or by its end") {
    for (const bool by_name : {true, false}) {
        memory_file file("");
        SF_INFO info = wav_info();
        {
            io::audio_handle handle(file, SFM_WRITE, info, name);
            CHECK(sf_writef_short(handle.get(), samples.data(), 3) == 3);
            if (by_name) handle.close();
            if (by_name) CHECK(handle.get() == nullptr);
        }
        CHECK(file.bytes() == wav_bytes(payload));
    }
}

TEST_CASE("audio handle: what libsndfile does not take is an io_error that names the file") {
    const auto failure = [](const std::string& bytes, int mode, SF_INFO info) {
        return message_of<io_error>([&] {
            memory_file file(bytes);
            io::audio_handle(file, mode, info, name);
        });
    };
    CHECK(
        failure("no audio at all", SFM_READ, {}).starts_with("a.wav: libsndfile cannot read it: "));
    SF_INFO none = wav_info();
    none.channels = 0;
    CHECK(failure("", SFM_WRITE, none).starts_with("a.wav: libsndfile cannot write it: "));
    CHECK(failure(wav_bytes(payload), SFM_READ, {}).empty());
}

TEST_CASE("audio handle: what a callback throws comes out, not what libsndfile makes of it") {
    SF_INFO info{};
    memory_file unreadable(wav_bytes(payload), {.reads = 0});
    CHECK_THROWS_AS(io::audio_handle(unreadable, SFM_READ, info, name), memory_file::broken);
    for (const int writes : {0, 1}) {  // not even the header; not all that follows
        SF_INFO out = wav_info();
        memory_file full("", {.writes = writes});
        const auto write = [&] {
            io::audio_handle handle(full, SFM_WRITE, out, name);
            CHECK(writes > 0);
            sf_writef_short(handle.get(), samples.data(), 3);
            handle.close();
        };
        CHECK_THROWS_WITH_AS(write(), "no more writes", memory_file::broken);
    }
}

}  // namespace
}  // namespace noble::testing
