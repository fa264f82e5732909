// Frames whose channels several filters made.
#pragma once

#include <algorithm>
#include <vector>

#include "apply/line_filter.hpp"
#include "noble/signal_writer.hpp"

namespace noble::files {

/// Writes frames in pieces that stay in the first caches.
template <class T>
class joined_channels {
 public:
    /// outputs[i] is what filters[i] made: as many frames each.
    void write(const std::vector<sample_buffer<T>>& outputs,
               const std::vector<line_filter<T>>& filters, signal_writer& out) {
        if (outputs.size() == 1) return out.write(outputs.front().all());
        const auto& last = filters.back().channels();
        const index_t width = last.first + last.count;
        const auto frames = static_cast<index_t>(outputs.back().all().size()) / last.count;
        const index_t piece = std::max<index_t>(piece_samples / width, 1);
        for (index_t at = 0; at < frames; at += piece) {
            const index_t count = std::min(piece, frames - at);
            frames_.resize(static_cast<std::size_t>(count * width));
            join(outputs, filters, at, count, width);
            out.write(std::span<const T>(frames_));
        }
    }

 private:
    static constexpr index_t piece_samples = 1 << 13;

    void join(const std::vector<sample_buffer<T>>& outputs,
              const std::vector<line_filter<T>>& filters, index_t at, index_t count,
              index_t width) {
        if (width == 2) {
            const T* const first = outputs[0].all().data() + at;
            return join_pairs(first, outputs[1].all().data() + at, frames_.data(), count);
        }
        for (std::size_t part = 0; part < filters.size(); ++part) {
            const auto& own = filters[part].channels();
            copy_columns(outputs[part].all().data() + at * own.count, own.count,
                         frames_.data() + own.first, width, own.count, count);
        }
    }

    std::vector<T> frames_;
};

}  // namespace noble::files
