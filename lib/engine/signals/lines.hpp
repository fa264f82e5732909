// The lines of an array along one axis, as flat descriptions that cost no allocation.
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "noble/error.hpp"
#include "noble/limit.hpp"

namespace noble::engine {

/// Arrays have at most this many other axes longer than 1.
constexpr std::size_t most_axes = 16;

/// Lines of `length` elements, `stride` apart; one for each index on the other axes. Of `extent`
/// and `step` only the first `axes` are ever written: to clear them all would take longer than a
/// short signal.
template <class T>
struct lines {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): as said above
    lines(T* first, index_t count, index_t distance)
        : data(first), length(count), stride(distance) {}

    T* data;
    index_t length;
    index_t stride;
    std::size_t axes = 0;  ///< the others, the last one fastest
    std::array<index_t, most_axes> extent;
    std::array<index_t, most_axes> step;

    [[nodiscard]] index_t count() const {
        index_t n = 1;
        for (std::size_t i = 0; i < axes; ++i) n *= extent[i];
        return n;
    }

    [[nodiscard]] T* at(index_t line) const {
        T* place = data;
        for (std::size_t i = axes; i-- > 0;) {
            place += step[i] * (line % extent[i]);
            line /= extent[i];
        }
        return place;
    }

    /// Adds an axis, faster than those before.
    void add_axis(index_t n, index_t distance) {
        if (n == 1) return;
        if (axes == most_axes) throw_too_many_axes();
        extent[axes] = n;
        step[axes] = distance;
        ++axes;
    }

    [[noreturn]] static void throw_too_many_axes() {
        throw shape_error("an array with more than " + std::to_string(most_axes + 1) +
                          " axes longer than 1");
    }
};

/// One contiguous line.
template <class T>
lines<T> line(T* data, index_t length) {
    return {data, length, 1};
}

/// `before` × length × `after` elements, contiguous: the lines along the middle axis.
template <class T>
lines<T> middle_lines(T* data, index_t before, index_t length, index_t after) {
    lines<T> result{data, length, after};
    result.add_axis(before, length * after);
    result.add_axis(after, 1);
    return result;
}

}  // namespace noble::engine
