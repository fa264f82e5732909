#include "io/audio/audio_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "io/audio/audio_type.hpp"
#include "io/blocks/shape.hpp"
#include "noble/error.hpp"

namespace noble::io {
namespace {

sample_type choose_type(const output_request& output, const audio_format& format,
                        std::string_view name) {
    if (output.type && !can_store(format, *output.type)) {
        throw argument_error(std::string(name) + " cannot hold samples of type " +
                             std::string(name_of(*output.type)));
    }
    if (output.type) return *output.type;
    const sample_type element = stored_as(output.signal.element);
    const bool from_audio = find_audio_format(output.signal.format) != nullptr;
    const sample_type own = from_audio ? output.signal.type.value_or(element) : element;
    // WAV has unsigned bytes, FLAC signed ones.
    const sample_type twin = own == sample_type::int_8    ? sample_type::uint_8
                             : own == sample_type::uint_8 ? sample_type::int_8
                                                          : own;
    const std::array candidates{own, twin, element, sample_type::int_24};
    const auto* found =
        std::ranges::find_if(candidates, [&](sample_type type) { return can_store(format, type); });
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

void require_audio(const signal_header& signal, const std::string& name) {
    if (is_complex(signal.element)) {
        throw argument_error(name + " holds real samples, not " +
                             std::string(name_of(signal.element)) +
                             "; npy and csv hold complex ones");
    }
    if (signal.shape.empty() || signal.shape.size() > 2) {
        throw argument_error(name + " holds frames and channels, not an array of shape " +
                             shape_text(signal.shape) + "; npy holds any shape");
    }
}

}  // namespace

audio_layout plan_layout(const output_request& output, const format_entry& entry) {
    const signal_header& signal = output.signal;
    const std::string name(entry.name);
    require_audio(signal, name);
    const audio_format& format = audio_format_of(entry.format);
    audio_layout layout{signal.shape.front(),
                        1,
                        format,
                        entry.name,
                        choose_type(output, format, entry.name),
                        choose_rate(output.path, signal.rate)};
    const index_t channels = signal.shape.size() == 1 ? 1 : signal.shape.back();
    layout.channels = static_cast<int>(std::min<index_t>(channels, 1 << 20));
    const SF_INFO info = info_of(layout);
    if (sf_format_check(&info) == 0 || !format.encoder_takes(info)) {
        throw io_error(output.path + ": " + name + " cannot hold " + std::to_string(channels) +
                       " channels of " + std::string(name_of(layout.type)) + " at " +
                       std::to_string(layout.rate) + " Hz");
    }
    if (layout.frames != unknown_length) require_frames(output.path, layout, layout.frames);
    return layout;
}

SF_INFO info_of(const audio_layout& layout) {
    return {
        0, layout.rate, layout.channels, layout.format.major | subtype_of(layout.type).value(), 0,
        0};
}

void require_frames(const std::string& path, const audio_layout& layout, index_t frames) {
    const std::string name(layout.name);
    if (frames == 0 && !layout.format.can_be_empty) {
        throw io_error(path + ": " + name +
                       " cannot hold a signal without frames; the other formats can");
    }
    const index_t bytes = frame_bytes(layout);
    if (bytes > 0 && layout.format.most_bytes && frames > *layout.format.most_bytes / bytes) {
        throw io_error(path + ": " + name + " holds less than 4 GiB; rf64 and w64 hold more");
    }
}

index_t frame_bytes(const audio_layout& layout) {
    if (layout.format.format == file_format::flac) return 0;
    return index_t{bytes_of(layout.type)} * layout.channels;
}

}  // namespace noble::io
