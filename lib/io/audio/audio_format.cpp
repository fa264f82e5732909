#include "io/audio/audio_format.hpp"

#include <algorithm>
#include <array>

#include "io/audio/audio_type.hpp"
#include "noble/write_report.hpp"

namespace noble::io {
namespace {

// Bytes are counted in 32 bits; a little is left for the other chunks.
constexpr index_t four_gigabytes = (index_t{1} << 32U) - (index_t{1} << 16U);

sample_extent no_chunks(byte_source& /*source*/) { return {}; }

bool takes_all(const SF_INFO& /*info*/) { return true; }

// The rate has 20 bits, in the frames 16, or 16 in units of 10 Hz.
bool flac_takes(const SF_INFO& info) {
    return info.samplerate <= 65535 || (info.samplerate <= 655350 && info.samplerate % 10 == 0);
}

// libsndfile's 80-bit floats end here.
bool aiff_takes(const SF_INFO& info) { return info.samplerate < 1 << 30; }

bool vorbis_takes(const SF_INFO& info) { return info.samplerate <= 200000 && info.channels <= 255; }

// libsndfile writes nothing at all, not even a header, for FLAC without frames.
constexpr std::array audio_formats{
    audio_format{file_format::wav, SF_FORMAT_WAV, check_wav, pipe_flow::always, four_gigabytes,
                 true, takes_all},
    audio_format{file_format::rf64, SF_FORMAT_RF64, check_rf64, pipe_flow::never, std::nullopt,
                 true, takes_all},
    audio_format{file_format::w64, SF_FORMAT_W64, check_w64, pipe_flow::of_known_length,
                 std::nullopt, true, takes_all},
    audio_format{file_format::flac, SF_FORMAT_FLAC, no_chunks, pipe_flow::always, std::nullopt,
                 false, flac_takes},
    audio_format{file_format::aiff, SF_FORMAT_AIFF, check_aiff, pipe_flow::of_known_length,
                 four_gigabytes, true, aiff_takes},
    audio_format{file_format::ogg, SF_FORMAT_OGG, no_chunks, pipe_flow::pages, std::nullopt, true,
                 vorbis_takes},
};

}  // namespace

const audio_format* find_audio_format(file_format format) {
    const auto* found = std::ranges::find(audio_formats, format, &audio_format::format);
    return found == audio_formats.end() ? nullptr : found;
}

const audio_format& audio_format_of(file_format format) { return *find_audio_format(format); }

bool can_store(const audio_format& format, sample_type type) {
    const auto subtype = subtype_of(type);
    if (!subtype) return false;
    SF_INFO info{};
    info.samplerate = default_rate;
    info.channels = 1;
    info.format = format.major | *subtype;
    return sf_format_check(&info) != 0;
}

}  // namespace noble::io
