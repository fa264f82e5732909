#include "io/audio/audio_header.hpp"

#include <doctest/doctest.h>

#include "io/signals.hpp"

namespace noble::testing {
namespace {

std::span<std::byte> bytes_in(std::string& text) { return std::as_writable_bytes(std::span(text)); }

TEST_CASE("audio header: WAV's sizes, with the fact chunk's frames where there is one") {
    const std::string fact = "fact" + little(4, 4) + little(0, 4);
    std::string header = "RIFF" + little(0, 4) + "WAVE" + fact + "data" + little(0, 4);
    io::set_wav_sizes(bytes_in(header), {.riff = 0x01020304, .frames = 7, .data = 56});
    CHECK(header == "RIFF" + little(0x01020304, 4) + "WAVEfact" + little(4, 4) + little(7, 4) +
                        "data" + little(56, 4));
    std::string plain = "RIFF" + little(0, 4) + "WAVEdata" + little(0, 4);
    io::set_wav_sizes(bytes_in(plain), {});
    CHECK(plain == "RIFF\xFF\xFF\xFF\xFFWAVEdata\xFF\xFF\xFF\xFF");
}

TEST_CASE("audio header: AIFF's padding is one more byte, with its carries") {
    for (const auto& [before, after] :
         {std::pair{0x12U, 0x13U}, {0xFFU, 0x100U}, {0x00FFFFFFU, 0x01000000U}}) {
        std::string header = "FORM" + big(before, 4) + "AIFF";
        io::count_aiff_padding(bytes_in(header));
        CHECK(header == "FORM" + big(after, 4) + "AIFF");
    }
}

TEST_CASE("audio header: FLAC's 36 bits of frames keep the four bits before them") {
    std::string file(42, '\0');
    file[21] = '\x50';
    io::set_flac_frames(0, bytes_in(file), 0x9'1234'5678);
    CHECK(file.substr(21, 5) == "\x59\x12\x34\x56\x78");
    std::string part(10, '\0');  // of the file from byte 20 on
    io::set_flac_frames(20, bytes_in(part), 3);
    CHECK(part.substr(1, 5) == std::string("\0\0\0\0\3", 5));
    std::string elsewhere(10, '\0');
    io::set_flac_frames(22, bytes_in(elsewhere), 3);
    CHECK(elsewhere == std::string(10, '\0'));
    io::set_flac_frames(0, bytes_in(elsewhere), index_t{1} << 36U);  // more than the field holds
    CHECK(elsewhere == std::string(10, '\0'));
}

TEST_CASE("audio header: the time of day in a PEAK chunk becomes 0, and nothing else") {
    const std::string header =
        "RF64xxxxPEAK" + little(24, 4) + little(1, 4) + little(1234567, 4) + "tail";
    const auto timeless = io::without_peak_time(std::as_bytes(std::span(header)));
    std::string expected = header;
    expected.replace(20, 4, 4, '\0');
    CHECK(std::string(reinterpret_cast<const char*>(timeless.data()), timeless.size()) == expected);
}

}  // namespace
}  // namespace noble::testing
