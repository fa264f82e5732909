#include "engine/streaming/stream_state.hpp"

#include <algorithm>

#include "algebra/print/brief.hpp"
#include "base/checked.hpp"
#include "engine/signals/threads.hpp"
#include "noble/error.hpp"

namespace noble::engine {

template <class T>
stream_state<T>::stream_state(std::shared_ptr<const stream_program<T>> of)
    : program_(std::move(of)),
      channels_(static_cast<std::size_t>(width()), stream_channel<T>(program_->groups())),
      runner_memory_(program_->groups().scratch() * program_->threads()),
      outputs_(width()),
      next_(program_->edges().begin()) {
    if (width() > 1) values_ = aligned_memory<T>(program_->groups().most() * program_->threads());
}

template <class T>
std::string stream_state<T>::name() const {
    return "the stream of " + brief(program_->word());
}

template <class T>
index_t stream_state<T>::samples_to(index_t end) const {
    return checked::mul(checked::sub(end, next_), width());
}

template <class T>
index_t stream_state<T>::settled_after(index_t count) const {
    return program_->settled(checked::add(frames_, count), is_primed_);
}

template <class T>
void stream_state<T>::prime(std::span<const T> last_frames) {
    const index_t count = frames_of(last_frames);
    const index_t wanted = program_->edges().end_frames();
    if (frames_ > 0 || is_ended_) {
        throw argument_error(name() + " takes its last frames before the first, not after " +
                             std::to_string(frames_));
    }
    if (count != wanted) {
        throw shape_error(name() + " needs its last " + std::to_string(wanted) +
                          " frames beforehand, and was given " + std::to_string(count));
    }
    index_t channel = 0;
    for (auto& c : channels_) c.prime(last_frames.data() + channel++, count, width());
    is_primed_ = program_->options().length.has_value();
}

template <class T>
index_t stream_state<T>::frames_of(std::span<const T> samples) const {
    const auto count = static_cast<index_t>(samples.size());
    if (count % width() == 0) return count / width();
    throw shape_error(name() + " has " + std::to_string(width()) + " channels and was given " +
                      std::to_string(count) + " samples; a multiple of the channels would fit");
}

template <class T>
void stream_state<T>::restart() {
    for (auto& channel : channels_) channel.restart(program_->groups());
    frames_ = 0;
    next_ = program_->edges().begin();
    is_primed_ = is_ended_ = false;
}

template <class T>
std::span<T> stream_state<T>::own_outputs(index_t end) {
    const index_t wanted = samples_to(end);
    if (wanted > outputs_.size()) {
        require_memory(wanted, sizeof(T), "the outputs of a call of " + name());
        outputs_ = aligned_memory<T>(wanted);
    }
    return outputs_.all().first(static_cast<std::size_t>(wanted));
}

template <class T>
void stream_state<T>::require_room(std::span<T> out, index_t end) const {
    if (static_cast<index_t>(out.size()) >= samples_to(end)) return;
    throw shape_error(name() + " has " + std::to_string(samples_to(end)) +
                      " samples of outputs to give, and was given memory for " +
                      std::to_string(out.size()));
}

template <class T>
void stream_state<T>::require_possible(index_t count) const {
    if (is_ended_) {
        throw argument_error(name() +
                             " was given frames after flush(); reset() begins a new signal");
    }
    const auto& length = program_->options().length;
    if (length && count > *length - frames_) {
        throw shape_error(name() + " is one of " + std::to_string(*length) +
                          " frames, and was given " + std::to_string(count) + " after " +
                          std::to_string(frames_));
    }
}

template <class T>
index_t stream_state<T>::require_next(std::span<const T> samples) const {
    const index_t count = frames_of(samples);
    require_possible(count);
    if (is_primed_) require_primed_again(samples.data(), count);
    return count;
}

template <class T>
void stream_state<T>::require_complete() const {
    if (is_ended_) {
        throw argument_error(name() + " has ended already; reset() begins a new signal");
    }
    const auto& length = program_->options().length;
    if (length && frames_ != *length) {
        throw shape_error(name() + " is one of " + std::to_string(*length) +
                          " frames, and ends after " + std::to_string(frames_));
    }
    require_extendable(program_->options().boundary, frames_);
}

// All channels take `count` frames and make the outputs next … outputs_end−1. Memory is taken, and
// refused, before any of them changes.
template <class T>
void stream_state<T>::step(const T* from, index_t count, index_t outputs_end, int threads, T* y) {
    const auto& groups = program_->groups();
    const auto& options = program_->options();
    const index_t length = frames_ + count;
    const index_t keep = program_->keep_from(next_, length, is_primed_);
    for (std::size_t c = 0; c < channels_.size() && count > 0; ++c) {
        channels_[c].make_room(keep, count, width());
        channels_[c].keep_head(from + c, count, width(), program_->edges().head_frames());
    }
    const int shared = width() > 1 ? threads : 1;
    const int own = width() > 1 ? 1 : threads;
    for_each_task(width(), shared, [&](index_t c, int thread) {
        auto& channel = channels_[static_cast<std::size_t>(c)];
        if (count > 0) channel.append(from + c, count, width());
        const index_t size = groups.scratch();
        channel.run(groups, options.boundary, options.length.value_or(length), is_ended_,
                    {next_, outputs_end}, y + c, width(),
                    {runner_memory_.data() + thread * size, size, own},
                    values_.data() + (width() > 1 ? thread * groups.most() : 0));
    });
    frames_ = length;
    next_ = outputs_end;
}

template <class T>
void stream_state<T>::require_primed_again(const T* from, index_t count) const {
    const index_t begin = program_->options().length.value_or(0) - program_->edges().end_frames();
    for (index_t i = std::max<index_t>(begin - frames_, 0); i < count; ++i) {
        for (std::size_t c = 0; c < channels_.size(); ++c) {
            const index_t place = frames_ + i - begin;
            if (channels_[c].is_primed_with(place, from[i * width() + static_cast<index_t>(c)])) {
                continue;
            }
            throw argument_error(name() + " was primed with another frame " +
                                 std::to_string(frames_ + i) + " than comes now (channel " +
                                 std::to_string(c) + ", both counted from 0)");
        }
    }
}

template <class T>
void stream_state<T>::take(const T* from, index_t count, index_t end, T* y) {
    const int threads = program_->threads_for(end - next_);
    do {
        const index_t some = std::min(count, program_->tile_frames());
        const index_t until = some == count ? end : program_->settled(frames_ + some, is_primed_);
        const index_t samples = samples_to(until);
        step(from, some, until, threads, y);
        from += some * width();
        count -= some;
        y += samples;
    } while (count > 0);
}

template <class T>
void stream_state<T>::finish(index_t end, T* y) {
    is_ended_ = true;
    step(nullptr, 0, end, program_->threads_for(end - next_), y);
}

template class stream_state<float>;
template class stream_state<double>;
template class stream_state<std::complex<float>>;
template class stream_state<std::complex<double>>;

}  // namespace noble::engine
