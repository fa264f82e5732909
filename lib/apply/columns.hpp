// Channels out of interleaved frames, and back.
#pragma once

#include "noble/limit.hpp"

namespace noble::files {

/// Channels first … first + count − 1 of the frames.
struct channel_range {
    index_t first = 0;
    index_t count = 1;
};

/// Frames of `from_width` samples to frames of `to_width`: `count` samples of each.
template <class T>
void copy_columns(const T* from, index_t from_width, T* to, index_t to_width, index_t count,
                  index_t frames) {
    for (index_t i = 0; i < frames; ++i) {
        for (index_t c = 0; c < count; ++c) to[i * to_width + c] = from[i * from_width + c];
    }
}

/// One channel of two; of a step that compilers make vectors of.
template <class T>
void copy_of_pairs(const T* pairs, T* to, index_t count) {
    for (index_t i = 0; i < count; ++i) to[i] = pairs[2 * i];
}

/// Two channels of one each; likewise.
template <class T>
void join_pairs(const T* first, const T* second, T* pairs, index_t count) {
    for (index_t i = 0; i < count; ++i) {
        pairs[2 * i] = first[i];
        pairs[2 * i + 1] = second[i];
    }
}

}  // namespace noble::files
