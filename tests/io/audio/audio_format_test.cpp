#include "io/audio/audio_format.hpp"

#include <doctest/doctest.h>

#include "noble/signal_format.hpp"

namespace noble::testing {
namespace {

TEST_CASE("audio formats: those that hold audio, and no others") {
    for (const auto format :
         {file_format::wav, file_format::rf64, file_format::w64, file_format::flac,
          file_format::aiff, file_format::ogg, file_format::csv, file_format::npy}) {
        const auto* found = io::find_audio_format(format);
        CHECK((found != nullptr) == is_audio(format));
        if (found != nullptr) CHECK(found->format == format);
    }
}

TEST_CASE("audio formats: bytes have one sign in WAV and the other in FLAC and AIFF") {
    const auto can = [](file_format format, sample_type type) {
        return io::can_store(io::audio_format_of(format), type);
    };
    CHECK(can(file_format::wav, sample_type::uint_8));
    CHECK_FALSE(can(file_format::wav, sample_type::int_8));
    CHECK(can(file_format::flac, sample_type::int_8));
    CHECK_FALSE(can(file_format::flac, sample_type::float_32));
    CHECK(can(file_format::aiff, sample_type::int_8));
    CHECK(can(file_format::ogg, sample_type::vorbis));
    CHECK_FALSE(can(file_format::ogg, sample_type::int_16));
    CHECK_FALSE(can(file_format::wav, sample_type::complex_64));
}

TEST_CASE("audio formats: FLAC's rates have 16 bits, or 16 in units of 10 Hz") {
    const auto takes = [](file_format format, int rate, int channels) {
        return io::audio_format_of(format).encoder_takes({0, rate, channels, 0, 0, 0});
    };
    CHECK(takes(file_format::flac, 65535, 1));
    CHECK_FALSE(takes(file_format::flac, 65536, 1));
    CHECK(takes(file_format::flac, 655350, 1));
    CHECK_FALSE(takes(file_format::flac, 655360, 1));
    CHECK_FALSE(takes(file_format::ogg, 48000, 256));
    CHECK_FALSE(takes(file_format::aiff, 1 << 30, 1));
    CHECK(takes(file_format::wav, 1 << 30, 1));
}

}  // namespace
}  // namespace noble::testing
