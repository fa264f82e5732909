// What the outputs of a stream read beside its signal, and which of its frames that takes.
#pragma once

#include "engine/execution/chain.hpp"
#include "noble/stream.hpp"

namespace noble::engine {

class stream_edges {
 public:
    /// Throws limit_error where what one output reads exceeds the memory limit.
    template <class T>
    stream_edges(const op& word, const stream_options& options, const chain<T>& groups);

    [[nodiscard]] index_t begin() const noexcept { return begin_; }
    /// The end of the window on n frames, at least begin().
    [[nodiscard]] index_t end(index_t n) const;
    /// Whether that does not follow the frames.
    [[nodiscard]] bool has_fixed_end() const noexcept;
    /// The least d ≥ 0 such that end(n) ≥ n·L/M − d for all n, or somewhat more; 0 for a fixed end.
    [[nodiscard]] index_t lag() const;

    /// The frames without which no output is settled; more than any signal has where it takes the
    /// last ones.
    [[nodiscard]] index_t frames_to_start(bool is_primed) const;
    /// The first of the last frames that the boundary may ask for, of at least `frames` frames.
    [[nodiscard]] index_t kept_for_end(index_t frames) const;
    /// The first frames that the boundary may ask for later.
    [[nodiscard]] index_t head_frames() const noexcept { return head_frames_; }
    /// The last frames that the first outputs depend on, of a signal of known length.
    [[nodiscard]] index_t end_frames() const noexcept { return end_frames_; }
    /// Whether the first outputs depend on the last frames, whoever hands them over.
    [[nodiscard]] bool reads_end_first() const noexcept { return reads_end_first_; }

 private:
    template <class T>
    void find_reads(const chain<T>& groups);
    [[nodiscard]] index_t frames_of_head() const;

    op word_;
    window window_;
    boundary boundary_;
    std::optional<index_t> length_;
    index_t begin_ = 0;
    index_t before_ = 0;     ///< samples before the signal that are read
    index_t beyond_ = 0;     ///< those after it, at most, where the window follows the length
    index_t last_read_ = 0;  ///< one past the last input that a window of fixed end reads
    index_t head_frames_ = 0;
    index_t end_frames_ = 0;
    bool reads_end_first_ = false;
};

/// The least c with groups.end(b) ≤ (b − 1)·M/L + c for all b, or somewhat more.
template <class T>
rational lead_of(const chain<T>& groups);

}  // namespace noble::engine
