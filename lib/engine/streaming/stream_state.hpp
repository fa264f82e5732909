// One stream's own: how far its signal is, its channels and the memory that they run on.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/streaming/stream_channel.hpp"
#include "engine/streaming/stream_program.hpp"

namespace noble::engine {

template <class T>
class stream_state {
 public:
    explicit stream_state(std::shared_ptr<const stream_program<T>> of);

    [[nodiscard]] const stream_program<T>& program() const noexcept { return *program_; }
    [[nodiscard]] std::string name() const;
    [[nodiscard]] index_t width() const noexcept { return program_->options().channels; }
    /// The frames taken in, and the next output to be given.
    [[nodiscard]] index_t frames() const noexcept { return frames_; }
    [[nodiscard]] index_t next() const noexcept { return next_; }
    [[nodiscard]] bool is_primed() const noexcept { return is_primed_; }

    void restart();
    /// The last frames, before the first.
    void prime(std::span<const T> last_frames);

    [[nodiscard]] index_t frames_of(std::span<const T> samples) const;
    /// One past the last output that `count` more frames settle, and past the last of all.
    [[nodiscard]] index_t settled_after(index_t count) const;
    [[nodiscard]] index_t end() const { return program_->edges().end(frames_); }
    /// The samples of the outputs before `end` that have not been given.
    [[nodiscard]] index_t samples_to(index_t end) const;

    /// Throws where so many frames cannot follow, these not, or where the signal cannot end.
    void require_possible(index_t count) const;
    index_t require_next(std::span<const T> samples) const;
    void require_complete() const;
    void require_room(std::span<T> out, index_t end) const;
    /// Memory of the stream's own for the outputs before `end`.
    std::span<T> own_outputs(index_t end);

    void take(const T* from, index_t count, index_t end, T* y);
    void finish(index_t end, T* y);

 private:
    /// Throws argument_error where frames that were handed over beforehand come otherwise.
    void require_primed_again(const T* from, index_t count) const;
    void step(const T* from, index_t count, index_t outputs_end, int threads, T* y);

    std::shared_ptr<const stream_program<T>> program_;
    std::vector<stream_channel<T>> channels_;
    aligned_memory<T> runner_memory_;  ///< for each thread
    aligned_memory<T> values_;         ///< for each thread, of several channels
    aligned_memory<T> outputs_;
    index_t frames_ = 0;
    index_t next_;
    bool is_primed_ = false;
    bool is_ended_ = false;
};

}  // namespace noble::engine
