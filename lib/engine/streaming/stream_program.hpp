// What all copies of a stream share: the chain of groups, and how its inputs and outputs follow one
// another.
#pragma once

#include <memory>

#include "engine/execution/chain.hpp"
#include "engine/streaming/stream_edges.hpp"
#include "noble/stream.hpp"

namespace noble::engine {

template <class T>
class stream_program {
 public:
    stream_program(const op& word, const stream_options& options);

    [[nodiscard]] const op& word() const noexcept { return word_; }
    [[nodiscard]] const stream_options& options() const noexcept { return options_; }
    [[nodiscard]] const plan_report& report() const noexcept { return report_; }
    [[nodiscard]] const chain<T>& groups() const noexcept { return *chain_; }
    [[nodiscard]] const stream_edges& edges() const noexcept { return *edges_; }
    /// For `outputs` outputs of each channel.
    [[nodiscard]] int threads_for(index_t outputs) const noexcept;
    [[nodiscard]] int threads() const noexcept { return threads_; }
    /// Frames to take in at a time: what a tile of outputs reads, about.
    [[nodiscard]] index_t tile_frames() const noexcept { return tile_frames_; }

    /// The end of the outputs that the first `frames` frames settle.
    [[nodiscard]] index_t settled(index_t frames, bool is_primed) const;
    /// The first frame that must be at hand for the outputs from `next` on and for whatever the
    /// boundary makes of the last frames of a signal of at least `frames` frames.
    [[nodiscard]] index_t keep_from(index_t next, index_t frames, bool is_primed) const;

    [[nodiscard]] index_t latency() const noexcept { return latency_; }
    [[nodiscard]] index_t tail() const noexcept { return tail_; }

 private:
    [[nodiscard]] plan_report report_on_stream() const;

    op word_;
    stream_options options_;
    int threads_ = 1;
    plan_report report_;
    std::unique_ptr<const chain<T>> chain_;
    std::unique_ptr<const stream_edges> edges_;
    index_t tile_frames_ = 0;
    index_t latency_ = 0;
    index_t tail_ = 0;
};

}  // namespace noble::engine
