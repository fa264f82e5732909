// A stream of some of the channels, over lines: it begins anew with each.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "apply/columns.hpp"
#include "apply/line_layout.hpp"
#include "apply/sample_buffer.hpp"
#include "noble/evaluate.hpp"
#include "noble/stream.hpp"

namespace noble::files {

template <class T>
class line_filter {
 public:
    line_filter(stream<T> word, const line_layout& layout, const channel_range& channels)
        : word_(std::move(word)), layout_(layout), channels_(channels), left_(layout.length) {}

    index_t end_frames() const { return word_.end_frames(); }
    /// The last end_frames() frames of the signal, of all channels, beforehand.
    void prime(std::span<const T> frames) { word_.prime(own(frames)); }

    /// Appends the outputs that the frames, of all channels, settle.
    void operator()(std::span<const T> frames, sample_buffer<T>& out) {
        frames = own(frames);
        if (layout_.lines == 1) return append(frames, out);
        while (!frames.empty()) {
            const auto count = std::min(frames.size(), static_cast<std::size_t>(left_));
            append(frames.first(count), out);
            frames = frames.subspan(count);
            left_ -= static_cast<index_t>(count);
            if (left_ == 0) end_line(out);
        }
    }

    /// Appends what the end of the signal settles.
    void finish(sample_buffer<T>& out) {
        if (layout_.lines == 1) append_end(out);
    }

    /// Frames, of all lines.
    index_t outputs() const { return outputs_; }
    const channel_range& channels() const { return channels_; }

 private:
    std::span<const T> own(std::span<const T> frames) {
        if (channels_.count == layout_.channels) return frames;
        const auto count = static_cast<index_t>(frames.size()) / layout_.channels;
        samples_.resize(static_cast<std::size_t>(count * channels_.count));
        const T* const from = frames.data() + channels_.first;
        if (layout_.channels == 2) {
            copy_of_pairs(from, samples_.data(), count);
        } else {
            copy_columns(from, layout_.channels, samples_.data(), channels_.count, channels_.count,
                         count);
        }
        return samples_;
    }

    // Lines have one channel.
    void end_line(sample_buffer<T>& out) {
        append_end(out);
        word_.reset();
        left_ = layout_.length;
    }

    void append(std::span<const T> frames, sample_buffer<T>& out) {
        const auto count = static_cast<index_t>(frames.size()) / channels_.count;
        word_(frames, room(word_.outputs_of(count), out));
    }

    void append_end(sample_buffer<T>& out) { word_.flush(room(word_.outputs_of_end(), out)); }

    // For so many frames of outputs.
    std::span<T> room(index_t frames, sample_buffer<T>& out) {
        outputs_ += frames;
        return out.append(element_count({frames, channels_.count}));
    }

    stream<T> word_;
    line_layout layout_;
    channel_range channels_;
    index_t left_;  // samples of the line
    index_t outputs_ = 0;
    std::vector<T> samples_;
};

/// The channels in `parts` filters, which threads can run side by side.
template <class T>
std::vector<line_filter<T>> filters_of(const stream_options& options, const op& word,
                                       const line_layout& layout, index_t parts) {
    std::vector<line_filter<T>> filters;
    for (index_t part = 0; part < parts; ++part) {
        const index_t first = layout.channels * part / parts;
        const channel_range channels{first, layout.channels * (part + 1) / parts - first};
        stream_options own = options;
        own.channels = channels.count;
        filters.emplace_back(stream<T>(word, own), layout, channels);
    }
    return filters;
}

}  // namespace noble::files
