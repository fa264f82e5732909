#include "io/audio/audio_target.hpp"

#include <algorithm>

#include "io/audio/audio_header.hpp"
#include "io/audio/ogg_serial.hpp"
#include "noble/limit.hpp"

namespace noble::io {
audio_target::audio_target(output_file& file, const audio_layout& layout, pipe_style style)
    : file_(file), layout_(layout), mode_(choose_mode(style)) {}

audio_target::mode audio_target::choose_mode(pipe_style style) const {
    const pipe_flow flow = layout_.format.flow;
    if (flow == pipe_flow::pages) return mode::pages;
    if (!file_.in_place()) return mode::regular;
    const bool is_flac = layout_.format.format == file_format::flac;
    if (is_flac && style == pipe_style::complete) return mode::held;
    const bool flows = flow == pipe_flow::always ||
                       (flow == pipe_flow::of_known_length && layout_.frames != unknown_length);
    return flows ? mode::flowing : mode::held;
}

void audio_target::write(std::uint64_t offset, std::span<const std::byte> bytes) {
    const std::uint64_t end = offset + bytes.size();
    if (mode_ == mode::pages) {
        pass_pages(bytes);
    } else if (mode_ == mode::flowing &&
               (flowed_ > 0 || layout_.format.format == file_format::flac)) {
        flow(offset, bytes);
    } else if (layout_.format.format == file_format::rf64 && offset == 0) {
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
    require_memory(static_cast<index_t>(end), 1,
                   std::string(layout_.name) + " on a pipe, held until its header can be written,");
    if (end > memory_.size()) memory_.resize(end);
    std::copy(bytes.begin(), bytes.end(), memory_.begin() + static_cast<std::ptrdiff_t>(offset));
}

// What goes back into the past would only repeat it.
void audio_target::flow(std::uint64_t offset, std::span<const std::byte> bytes) {
    if (offset < flowed_) {
        bytes = bytes.subspan(std::min<std::uint64_t>(flowed_ - offset, bytes.size()));
        offset = flowed_;
    }
    if (layout_.format.format == file_format::flac && layout_.frames != unknown_length &&
        offset < 26) {
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
    if (layout_.format.format == file_format::wav) {
        set_wav_sizes(memory_, {static_cast<std::uint32_t>(size_ + bytes + padding - 8),
                                static_cast<std::uint32_t>(layout_.frames),
                                static_cast<std::uint32_t>(bytes)});
        return;
    }
    claimed_ = size_ + bytes;
    sf_command(handle, SFC_UPDATE_HEADER_NOW, nullptr, 0);
    claimed_.reset();
    if (layout_.format.format == file_format::aiff && padding > 0) count_aiff_padding(memory_);
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
