#include "io/audio/audio_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "io/audio/audio.hpp"
#include "io/formats.hpp"
#include "noble/error.hpp"
#include "noble/signal_writer.hpp"

namespace noble::io {
namespace {

sample_type choose_type(const signal_header& signal, file_format format,
                        std::optional<sample_type> asked) {
    if (asked && !can_store(format, *asked)) {
        throw argument_error(std::string(name_of(format)) + " cannot hold samples of type " +
                             std::string(name_of(*asked)));
    }
    if (asked) return *asked;
    const sample_type element = signal.element;
    const sample_type own = is_audio(signal.format) ? signal.type.value_or(element) : element;
    // WAV has unsigned bytes, FLAC signed ones.
    const sample_type twin = own == sample_type::int_8    ? sample_type::uint_8
                             : own == sample_type::uint_8 ? sample_type::int_8
                                                          : own;
    const std::array candidates{own, twin, element, sample_type::int_24};
    const auto* found = std::find_if(candidates.begin(), candidates.end(),
                                     [&](sample_type type) { return can_store(format, type); });
    return found == candidates.end() ? sample_type::vorbis : *found;
}

int choose_rate(const std::string& path, std::optional<double> rate) {
    if (!rate) return default_rate;
    const double rounded = std::nearbyint(*rate);
    if (!(rounded >= 1 && rounded <= std::numeric_limits<int>::max())) {
        throw io_error(path + ": audio files hold rates from 1 to 2147483647 Hz, not " +
                       std::to_string(*rate));
    }
    return static_cast<int>(rounded);
}

// What sf_format_check lets pass, and the encoders then refuse or get wrong.
bool encoder_takes(file_format format, const SF_INFO& info) {
    switch (format) {
        case file_format::flac:  // the rate has 20 bits, in the frames 16, or 16 in units of 10 Hz
            return info.samplerate <= 65535 ||
                   (info.samplerate <= 655350 && info.samplerate % 10 == 0);
        case file_format::ogg:
            return info.samplerate <= 200000 && info.channels <= 255;
        case file_format::aiff:  // libsndfile's 80-bit floats end here
            return info.samplerate < 1 << 30;
        default:
            return true;
    }
}

}  // namespace

audio_layout plan_layout(const std::string& path, const signal_header& signal, file_format format,
                         std::optional<sample_type> asked) {
    const std::vector<index_t>& shape = signal.shape;
    const std::string name(name_of(format));
    if (is_complex(signal.element)) {
        throw argument_error(name + " holds real samples, not " +
                             std::string(name_of(signal.element)) +
                             "; npy and csv hold complex ones");
    }
    if (shape.empty() || shape.size() > 2) {
        throw argument_error(name + " holds frames and channels, not an array of shape " +
                             shape_text(shape) + "; npy holds any shape");
    }
    const index_t channels = shape.size() == 1 ? 1 : shape.back();
    audio_layout layout{shape.front(), 1, format, choose_type(signal, format, asked),
                        choose_rate(path, signal.rate)};
    const int subtype = subtype_of(layout.type).value();
    SF_INFO info{0,
                 layout.rate,
                 static_cast<int>(std::min<index_t>(channels, 1 << 20)),
                 major_of(format) | subtype,
                 0,
                 0};
    if (sf_format_check(&info) == 0 || !encoder_takes(format, info)) {
        throw io_error(path + ": " + name + " cannot hold " + std::to_string(channels) +
                       " channels of " + std::string(name_of(layout.type)) + " at " +
                       std::to_string(layout.rate) + " Hz");
    }
    layout.channels = info.channels;
    if (layout.frames != unknown_length) require_frames(path, layout, layout.frames);
    return layout;
}

// WAV and AIFF count bytes in 32 bits; a little is left for the other chunks. libsndfile writes
// nothing at all, not even a header, for FLAC without frames.
void require_frames(const std::string& path, const audio_layout& layout, index_t frames) {
    if (layout.format == file_format::flac && frames == 0) {
        throw io_error(path + ": FLAC cannot hold a signal without frames; the other formats can");
    }
    constexpr index_t most = (index_t{1} << 32U) - (index_t{1} << 16U);
    const bool bounded = layout.format == file_format::wav || layout.format == file_format::aiff;
    if (bounded && frames > most / frame_bytes(layout)) {
        throw io_error(path + ": " + std::string(name_of(layout.format)) +
                       " holds less than 4 GiB; rf64 and w64 hold more");
    }
}

index_t frame_bytes(const audio_layout& layout) {
    if (layout.format == file_format::flac) return 0;
    return index_t{bytes_of(layout.type)} * layout.channels;
}

}  // namespace noble::io
