// Lines by themselves, and parts of them.
#pragma once

#include "engine/signals/lines.hpp"

namespace noble::engine {

// The line of an array, or of none of its other axes.
template <class T>
lines<T> single(const lines<T>& all, index_t at) {
    return {all.at(at), all.length, all.stride};
}

template <class T>
lines<T> part_of(const lines<T>& line, index_t begin, index_t length) {
    return {line.data + begin * line.stride, length, line.stride};
}

}  // namespace noble::engine
