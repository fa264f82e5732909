#include "engine/streaming/stream_channel.hpp"

#include <algorithm>
#include <complex>
#include <span>

#include "base/checked.hpp"

namespace noble::engine {
namespace {

template <class T>
void copy(const T* from, index_t stride, T* to, index_t count) {
    if (stride == 1) {
        std::copy(from, from + count, to);
    } else {
        for (index_t i = 0; i < count; ++i) to[i] = from[i * stride];
    }
}

}  // namespace

template <class T>
void stream_channel<T>::restart(const chain<T>& groups) {
    at_ = first_ = end_ = 0;
    head_.clear();
    tail_.clear();
    chain_pass<T>(groups, pass_memory_.data()).restart();
}

template <class T>
void stream_channel<T>::prime(const T* samples, index_t count, index_t stride) {
    tail_.resize(static_cast<std::size_t>(count));
    copy(samples, stride, tail_.data(), count);
}

template <class T>
bool stream_channel<T>::is_primed_with(index_t i, const T& sample) const {
    // Bytes rather than values: a NaN is itself again.
    const std::span held(&tail_[static_cast<std::size_t>(i)], 1);
    return std::ranges::equal(std::as_bytes(held), std::as_bytes(std::span(&sample, 1)));
}

template <class T>
void stream_channel<T>::make_room(index_t keep, index_t count, index_t channels) {
    const index_t from = std::clamp(keep, first_, end_);
    at_ += from - first_;
    first_ = from;
    const index_t held = end_ - first_;
    const index_t wanted = checked::add(held, count);
    if (at_ + wanted <= samples_.size()) return;
    // At least as much room again: samples move to the front only now and then.
    if (2 * wanted > samples_.size()) {
        const index_t size = aligned_count<T>(checked::mul(3, wanted));
        require_memory(checked::mul(size, channels), sizeof(T), "the frames that a stream keeps");
        aligned_memory<T> larger(size);
        std::copy(samples_.data() + at_, samples_.data() + at_ + held, larger.data());
        samples_ = std::move(larger);
    } else {
        std::copy(samples_.data() + at_, samples_.data() + at_ + held, samples_.data());
    }
    at_ = 0;
}

template <class T>
void stream_channel<T>::keep_head(const T* samples, index_t count, index_t stride, index_t head) {
    const auto known = static_cast<index_t>(head_.size());
    const index_t more = std::min(count, head - known);
    if (more <= 0) return;
    require_memory(checked::mul(known + more, stride), sizeof(T), "the frames that a stream keeps");
    for (index_t i = 0; i < more; ++i) head_.push_back(samples[i * stride]);
}

template <class T>
void stream_channel<T>::append(const T* samples, index_t count, index_t stride) {
    copy(samples, stride, samples_.data() + at_ + (end_ - first_), count);
    end_ += count;
}

template <class T>
void stream_channel<T>::run(const chain<T>& groups, boundary rule, index_t length, bool is_whole,
                            const interval& outputs, T* y, index_t y_stride,
                            const thread_scratch<T>& scratch, T* values) {
    const signal_ends<T> ends{length, head_, tail_};
    // What is read beyond the samples that came, for outputs that are not settled, may be anything.
    const index_t held = is_whole ? end_ - first_ : samples_.size() - at_;
    const extended_input<T> x{samples_.data() + at_, held, 1, rule, first_, &ends};
    chain_pass<T> pass(groups, pass_memory_.data());
    for (index_t a = outputs.begin, b = 0; a < outputs.end; y += (b - a) * y_stride, a = b) {
        b = std::min(outputs.end, groups.cut(0, a, outputs.end) + groups.most() - groups.piece(0));
        if (y_stride == 1) {
            pass.run(x, a, b, y, scratch);
            continue;
        }
        pass.run(x, a, b, values, scratch);
        for (index_t i = 0; i < b - a; ++i) y[i * y_stride] = values[i];
    }
}

template class stream_channel<float>;
template class stream_channel<double>;
template class stream_channel<std::complex<float>>;
template class stream_channel<std::complex<double>>;

}  // namespace noble::engine
