#include "io/audio/audio_type.hpp"

#include <doctest/doctest.h>
#include <sndfile.h>

namespace noble::testing {
namespace {

TEST_CASE("audio types: libsndfile's codes and back, whatever the format around them") {
    CHECK(io::subtype_of(sample_type::int_24) == SF_FORMAT_PCM_24);
    CHECK(io::type_of(SF_FORMAT_WAV | SF_FORMAT_PCM_U8) == sample_type::uint_8);
    CHECK(io::type_of(SF_FORMAT_WAV | SF_FORMAT_ULAW) == sample_type::other);
    CHECK_FALSE(io::subtype_of(sample_type::complex_64).has_value());
}

TEST_CASE("audio types: bits of PCM, and bytes where a sample lies by itself") {
    CHECK(io::pcm_bits(sample_type::int_24) == 24);
    CHECK(io::bytes_of(sample_type::int_24) == 3);
    CHECK(io::pcm_bits(sample_type::float_32) == 0);
    CHECK(io::bytes_of(sample_type::float_32) == 4);
    CHECK(io::bytes_of(sample_type::float_64) == 8);
    CHECK(io::bytes_of(sample_type::vorbis) == 0);
}

}  // namespace
}  // namespace noble::testing
