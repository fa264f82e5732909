// One channel of a stream: the samples that are still read, and the chain's state.
#pragma once

#include <vector>

#include "base/aligned_memory.hpp"
#include "engine/execution/chain.hpp"

namespace noble::engine {

template <class T>
class stream_channel {
 public:
    explicit stream_channel(const chain<T>& groups) : pass_memory_(groups.memory()) {
        restart(groups);
    }

    void restart(const chain<T>& groups);
    /// The last samples, before the first.
    void prime(const T* samples, index_t count, index_t stride);
    /// Whether `sample` has the bytes of the i-th that it was primed with.
    [[nodiscard]] bool is_primed_with(index_t i, const T& sample) const;

    /// Forgets what lies before sample `keep` and makes room for `count` more. Throws limit_error
    /// where `channels` of these do not fit the memory limit.
    void make_room(index_t keep, index_t count, index_t channels);
    /// Keeps those of the next samples, one of `stride` channels, that are among the first `head`.
    void keep_head(const T* samples, index_t count, index_t stride, index_t head);
    /// The next samples, for which there is room.
    void append(const T* samples, index_t count, index_t stride);

    /// y[0], y[y_stride], …: the outputs a … b−1 of a signal of `length` samples; `is_whole` where
    /// all of them have come. `values` holds chain.most() elements, used where y_stride is not 1.
    void run(const chain<T>& groups, boundary rule, index_t length, bool is_whole,
             const interval& outputs, T* y, index_t y_stride, const thread_scratch<T>& scratch,
             T* values);

 private:
    aligned_memory<T> samples_;
    index_t at_ = 0;     ///< the element that holds sample first_
    index_t first_ = 0;  ///< samples first_ … end_−1 are held
    index_t end_ = 0;
    std::vector<T> head_;
    std::vector<T> tail_;
    aligned_memory<T> pass_memory_;
};

}  // namespace noble::engine
