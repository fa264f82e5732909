// What the tests of streams share: a signal in blocks of drawn sizes.
#pragma once

#include <cstring>
#include <random>
#include <span>
#include <vector>

#include "noble/stream.hpp"

namespace noble::testing {

template <class T>
bool same_bytes(const std::vector<T>& a, const std::vector<T>& b) {
    return a.size() == b.size() &&
           (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
}

template <class T>
void append(std::vector<T>& all, std::span<const T> more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// Block sizes of a split: all of one size (of one sample in short signals), of any size, or one.
class splitter {
 public:
    splitter(std::mt19937_64& random, std::size_t frames)
        : random_(random),
          kind_(random() % 4),
          size_(frames > 2000       ? 200 + random() % 2000
                : random() % 2 == 0 ? 1
                                    : 1 + random() % 100) {}
    std::size_t operator()(std::size_t left) {
        switch (kind_) {
            case 0:
            case 1:
                return std::min(left, size_);
            case 2:
                return std::min<std::size_t>(left, random_() % (left + 1));
            default:
                return left;
        }
    }

 private:
    std::mt19937_64& random_;
    std::size_t kind_;
    std::size_t size_;
};

/// Outputs in the stream's own memory or in ours, of which it says beforehand how much.
template <class T>
void append_outputs(stream<T>& s, std::span<const T> frames, std::vector<T>& y,
                    std::mt19937_64& random) {
    if (random() % 2 == 0) return append(y, s(frames));
    const std::size_t before = y.size();
    const index_t count = s.outputs_of(static_cast<index_t>(frames.size()) / s.options().channels);
    y.resize(before + static_cast<std::size_t>(count * s.options().channels));
    const auto out = std::span(y).subspan(before);
    CHECK(s(frames, out).size() == out.size());
}

/// All outputs of a stream that is given the interleaved frames x.
template <class T>
std::vector<T> outputs_of(stream<T>& s, const std::vector<T>& x, std::mt19937_64& random) {
    const auto channels = static_cast<std::size_t>(s.options().channels);
    const auto ends = static_cast<std::size_t>(s.end_frames()) * channels;
    if (ends > 0 && random() % 3 > 0) s.prime(std::span(x).last(ends));
    std::vector<T> y;
    splitter next(random, x.size() / channels);
    for (std::size_t at = 0; at < x.size();) {
        const std::size_t count = next((x.size() - at) / channels) * channels;
        append_outputs(s, std::span(x).subspan(at, count), y, random);
        at += count;
    }
    std::vector<T> rest(static_cast<std::size_t>(s.outputs_of_end()) * channels);
    const bool is_own = random() % 2 == 0;
    const std::span<const T> last = is_own ? s.flush() : s.flush(std::span(rest));
    CHECK(last.size() == rest.size());
    append(y, last);
    CHECK(s.frames_in() == static_cast<index_t>(x.size() / channels));
    CHECK(s.frames_out() == static_cast<index_t>(y.size() / channels));
    return y;
}

}  // namespace noble::testing
