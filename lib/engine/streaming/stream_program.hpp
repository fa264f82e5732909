// What all copies of a stream share: the chain of groups, and how its inputs and outputs follow one
// another.
#pragma once

#include <memory>

#include "engine/execution/chain.hpp"
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
    /// For `outputs` outputs of each channel.
    [[nodiscard]] int threads_for(index_t outputs) const noexcept;
    [[nodiscard]] int threads() const noexcept { return threads_; }
    /// Frames to take in at a time: what a tile of outputs reads, about.
    [[nodiscard]] index_t chunk() const noexcept { return chunk_; }

    [[nodiscard]] index_t begin() const noexcept { return begin_; }
    /// The end of the window on n frames, at least begin().
    [[nodiscard]] index_t end(index_t n) const;
    /// The end of the outputs that the first `frames` frames settle.
    [[nodiscard]] index_t settled(index_t frames, bool is_primed) const;
    /// The first frame that must be at hand for the outputs from `next` on and for whatever the
    /// boundary makes of the last frames of a signal of at least `frames` frames.
    [[nodiscard]] index_t keep_from(index_t next, index_t frames, bool is_primed) const;
    /// The first frames that the boundary may ask for later.
    [[nodiscard]] index_t head_frames() const noexcept { return head_frames_; }
    [[nodiscard]] index_t end_frames() const noexcept { return end_frames_; }
    /// Whether the first outputs depend on the last frames, whoever hands them over.
    [[nodiscard]] bool reads_end_first() const noexcept { return reads_end_first_; }

    [[nodiscard]] index_t latency() const noexcept { return latency_; }
    [[nodiscard]] index_t tail() const noexcept { return tail_; }

 private:
    [[nodiscard]] bool has_fixed_end() const noexcept;
    [[nodiscard]] index_t frames_to_start(bool is_primed) const;
    [[nodiscard]] index_t kept_for_end(index_t frames) const;
    void find_inputs();
    [[nodiscard]] index_t frames_for_window(index_t output, index_t frames) const;
    [[nodiscard]] index_t steady_latency() const;

    op word_;
    stream_options options_;
    plan_report report_;
    int threads_ = 1;
    std::unique_ptr<const chain<T>> chain_;
    index_t chunk_ = 0;
    index_t begin_ = 0;
    index_t before_ = 0;     ///< samples before the signal that are read
    index_t beyond_ = 0;     ///< those after it, at most, where the window follows the length
    index_t last_read_ = 0;  ///< one past the last input that a window of fixed end reads
    index_t head_frames_ = 0;
    index_t end_frames_ = 0;
    bool reads_end_first_ = false;
    index_t latency_ = 0;
    index_t tail_ = 0;
};

}  // namespace noble::engine
