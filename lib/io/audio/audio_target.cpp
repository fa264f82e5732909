#include "io/audio/audio_target.hpp"

#include <algorithm>

#include "io/audio/ogg_serial.hpp"
#include "noble/limit.hpp"

namespace noble::io {
namespace {

// libsndfile leaves the PEAK chunk out of WAV and AIFF when told to, but not out of RF64. In the
// chunk, after id, size and version, stands the time of day.
std::vector<std::byte> without_peak_time(std::span<const std::byte> header) {
    constexpr std::size_t time_at = 12;
    constexpr std::size_t time_bytes = 4;
    const auto id = std::as_bytes(std::span("PEAK").first<4>());
    std::vector<std::byte> copy(header.begin(), header.end());
    const auto found = std::search(copy.begin(), copy.end(), id.begin(), id.end());
    if (copy.end() - found >= static_cast<std::ptrdiff_t>(time_at + time_bytes)) {
        std::fill_n(found + time_at, time_bytes, std::byte{0});
    }
    return copy;
}

void set_integer(std::span<std::byte> field, std::uint64_t value) {
    for (std::size_t i = 0; i < field.size(); ++i) {
        field[i] = static_cast<std::byte>(value >> (8 * i) & 0xFFU);
    }
}

constexpr std::uint32_t size_until_end = 0xFFFFFFFF;

struct wav_sizes {
    std::uint32_t riff = size_until_end;
    std::uint32_t frames = size_until_end;
    std::uint32_t data = size_until_end;
};

// The sizes of the RIFF chunk and of the data chunk, whose id and size end the header; of floats
// the fact chunk counts the frames.
void set_wav_sizes(std::span<std::byte> header, const wav_sizes& sizes) {
    const auto id = std::as_bytes(std::span("fact").first<4>());
    const auto fact = std::search(header.begin(), header.end(), id.begin(), id.end());
    if (header.end() - fact >= 12) {
        set_integer(header.subspan(static_cast<std::size_t>(fact - header.begin()) + 8, 4),
                    sizes.frames);
    }
    set_integer(header.subspan(4, 4), sizes.riff);
    set_integer(header.last(4), sizes.data);
}

// An odd number of bytes is followed by one more, which the outermost size counts too. AIFF's is
// big-endian.
void count_aiff_padding(std::span<std::byte> header) {
    for (std::size_t i = 7; i >= 4; --i) {
        header[i] = static_cast<std::byte>(std::to_integer<unsigned>(header[i]) + 1U);
        if (header[i] != std::byte{0}) break;
    }
}

// The 36 bits of the total samples in STREAMINFO (RFC 9639, section 8.2), which the encoder leaves
// 0 until it goes back: behind "fLaC" (4 bytes), the block's header (4) and 13 bytes and a half.
void set_flac_frames(std::uint64_t offset, std::span<std::byte> bytes, index_t frames) {
    constexpr std::uint64_t first = 21;
    constexpr std::uint64_t last = 25;
    if (offset > first || offset + bytes.size() <= last || frames >> 36U != 0) return;
    const auto value = static_cast<std::uint64_t>(frames);
    bytes[first - offset] |= static_cast<std::byte>(value >> 32U);
    for (std::uint64_t i = 1; i <= last - first; ++i) {
        bytes[first + i - offset] = static_cast<std::byte>(value >> (32 - 8 * i) & 0xFFU);
    }
}

}  // namespace

audio_target::audio_target(output_file& file, const audio_layout& layout, pipe_style style)
    : file_(file), layout_(layout), mode_(choose_mode(style)) {}

audio_target::mode audio_target::choose_mode(pipe_style style) const {
    if (layout_.format == file_format::ogg) return mode::pages;
    if (!file_.in_place()) return mode::regular;
    switch (layout_.format) {
        case file_format::wav:
            return mode::flowing;
        case file_format::flac:
            return style == pipe_style::flowing ? mode::flowing : mode::held;
        case file_format::w64:
        case file_format::aiff:
            return layout_.frames == unknown_length ? mode::held : mode::flowing;
        default:  // RF64 may have the peaks in its header
            return mode::held;
    }
}

void audio_target::write(std::uint64_t offset, std::span<const std::byte> bytes) {
    const std::uint64_t end = offset + bytes.size();
    if (mode_ == mode::pages) {
        pass_pages(bytes);
    } else if (mode_ == mode::flowing && (flowed_ > 0 || layout_.format == file_format::flac)) {
        flow(offset, bytes);
    } else if (layout_.format == file_format::rf64 && offset == 0) {
        const auto timeless = without_peak_time(bytes);
        mode_ == mode::regular ? file_.write_at(offset, timeless) : hold(offset, timeless);
    } else if (mode_ == mode::regular) {
        file_.write_at(offset, bytes);
    } else {
        hold(offset, bytes);
    }
    size_ = std::max(size_, end);
}

void audio_target::hold(std::uint64_t offset, std::span<const std::byte> bytes) {
    const std::uint64_t end = offset + bytes.size();
    require_memory(
        static_cast<index_t>(end), 1,
        std::string(name_of(layout_.format)) + " on a pipe, held until its header can be written,");
    if (end > memory_.size()) memory_.resize(end);
    std::copy(bytes.begin(), bytes.end(), memory_.begin() + static_cast<std::ptrdiff_t>(offset));
}

// What goes back into the past would only repeat it.
void audio_target::flow(std::uint64_t offset, std::span<const std::byte> bytes) {
    if (offset < flowed_) {
        bytes = bytes.subspan(std::min<std::uint64_t>(flowed_ - offset, bytes.size()));
        offset = flowed_;
    }
    if (layout_.format == file_format::flac && layout_.frames != unknown_length && offset < 26) {
        std::vector<std::byte> copy(bytes.begin(), bytes.end());
        set_flac_frames(offset, copy, layout_.frames);
        file_.write(copy);
    } else {
        file_.write(bytes);
    }
    flowed_ += bytes.size();
}

void audio_target::pass_pages(std::span<const std::byte> bytes) {
    memory_.insert(memory_.end(), bytes.begin(), bytes.end());
    const std::size_t complete = complete_ogg_pages(memory_);
    if (complete == 0) return;
    const auto pages = std::span(memory_).first(complete);
    set_ogg_serial(pages, 1);
    file_.write(pages);
    memory_.erase(memory_.begin(), memory_.begin() + static_cast<std::ptrdiff_t>(complete));
}

// The header, in memory, gets the lengths of the complete file.
void audio_target::claim_length(SNDFILE* handle) {
    const auto bytes = static_cast<std::uint64_t>(layout_.frames * frame_bytes(layout_));
    const std::uint64_t padding = bytes % 2;
    if (layout_.format == file_format::wav) {
        set_wav_sizes(memory_, {static_cast<std::uint32_t>(size_ + bytes + padding - 8),
                                static_cast<std::uint32_t>(layout_.frames),
                                static_cast<std::uint32_t>(bytes)});
        return;
    }
    claimed_ = size_ + bytes;
    sf_command(handle, SFC_UPDATE_HEADER_NOW, nullptr, 0);
    claimed_.reset();
    if (layout_.format == file_format::aiff && padding > 0) count_aiff_padding(memory_);
}

void audio_target::end_header(SNDFILE* handle) {
    if (mode_ == mode::pages) return;
    size_ = position();
    if (mode_ == mode::regular) return file_.truncate(size_);
    memory_.resize(size_);
    if (mode_ == mode::held || size_ == 0) return;
    if (layout_.frames == unknown_length) {
        set_wav_sizes(memory_, {});
    } else {
        claim_length(handle);
    }
    flow(0, memory_);
    memory_.clear();
}

void audio_target::commit() {
    if (mode_ == mode::held) file_.write(memory_);
    file_.commit();
}

}  // namespace noble::io
