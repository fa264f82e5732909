#include "noble/stream.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "algebra/print/brief.hpp"
#include "base/checked.hpp"
#include "engine/signals/threads.hpp"
#include "engine/streaming/stream_channel.hpp"
#include "engine/streaming/stream_program.hpp"
#include "noble/error.hpp"

namespace noble {
namespace {

template <class T>
bool overlap(std::span<const T> a, std::span<const T> b) {
    const std::less<const T*> before;
    return !a.empty() && !b.empty() && before(a.data(), b.data() + b.size()) &&
           before(b.data(), a.data() + a.size());
}

}  // namespace

template <class T>
struct stream<T>::data {
    using program_type = engine::stream_program<T>;

    explicit data(std::shared_ptr<const program_type> of)
        : program(std::move(of)),
          channels(static_cast<std::size_t>(program->options().channels),
                   engine::stream_channel<T>(program->groups())),
          next(program->begin()) {
        const auto& groups = program->groups();
        runner_memory = engine::aligned_memory<T>(groups.scratch() * program->threads());
        outputs = engine::aligned_memory<T>(width());
        if (channels.size() > 1) {
            values = engine::aligned_memory<T>(groups.most() * program->threads());
        }
    }

    [[nodiscard]] index_t width() const noexcept { return program->options().channels; }
    [[nodiscard]] index_t frames_of(std::span<const T> samples) const;
    [[nodiscard]] std::string name() const { return "the stream of " + brief(program->word()); }

    void restart();
    /// Throws argument_error where frames that were handed over beforehand come otherwise.
    void require_primed_again(const T* from, index_t count) const;
    /// The samples of the outputs before `end` that have not been given.
    [[nodiscard]] index_t samples_to(index_t end) const {
        return checked::mul(checked::sub(end, next), width());
    }
    /// Throws where so many frames cannot follow, these not, or where the signal cannot end.
    void require_possible(index_t count) const;
    index_t require_next(std::span<const T> samples) const;
    void require_complete() const;
    void require_room(std::span<T> out, index_t end) const;
    /// One past the last output that `count` more frames settle.
    [[nodiscard]] index_t settled_after(index_t count) const {
        return program->settled(checked::add(frames, count), is_primed);
    }
    void take(const T* from, index_t count, index_t end, T* y);
    void finish(index_t end, T* y);
    /// Memory of the stream's own for the outputs before `end`.
    std::span<T> own_outputs(index_t end);
    void step(const T* from, index_t count, index_t outputs_end, int threads, T* y);

    std::shared_ptr<const program_type> program;
    std::vector<engine::stream_channel<T>> channels;
    engine::aligned_memory<T> runner_memory;  ///< for each thread
    engine::aligned_memory<T> values;         ///< for each thread, of several channels
    engine::aligned_memory<T> outputs;
    index_t frames = 0;
    index_t next;  ///< output
    bool is_primed = false;
    bool is_ended = false;
};

template <class T>
index_t stream<T>::data::frames_of(std::span<const T> samples) const {
    const auto count = static_cast<index_t>(samples.size());
    if (count % width() == 0) return count / width();
    throw shape_error(name() + " has " + std::to_string(width()) + " channels and was given " +
                      std::to_string(count) + " samples; a multiple of the channels would fit");
}

template <class T>
void stream<T>::data::restart() {
    for (auto& channel : channels) channel.restart(program->groups());
    frames = 0;
    next = program->begin();
    is_primed = is_ended = false;
}

template <class T>
std::span<T> stream<T>::data::own_outputs(index_t end) {
    const index_t wanted = samples_to(end);
    if (wanted > outputs.size()) {
        require_memory(wanted, sizeof(T), "the outputs of a call of " + name());
        outputs = engine::aligned_memory<T>(wanted);
    }
    return outputs.all().first(static_cast<std::size_t>(wanted));
}

template <class T>
void stream<T>::data::require_room(std::span<T> out, index_t end) const {
    if (static_cast<index_t>(out.size()) >= samples_to(end)) return;
    throw shape_error(name() + " has " + std::to_string(samples_to(end)) +
                      " samples of outputs to give, and was given memory for " +
                      std::to_string(out.size()));
}

template <class T>
void stream<T>::data::require_possible(index_t count) const {
    if (is_ended) {
        throw argument_error(name() +
                             " was given frames after flush(); reset() begins a new signal");
    }
    const auto& length = program->options().length;
    if (length && count > *length - frames) {
        throw shape_error(name() + " is one of " + std::to_string(*length) +
                          " frames, and was given " + std::to_string(count) + " after " +
                          std::to_string(frames));
    }
}

template <class T>
index_t stream<T>::data::require_next(std::span<const T> samples) const {
    const index_t count = frames_of(samples);
    require_possible(count);
    if (is_primed) require_primed_again(samples.data(), count);
    return count;
}

template <class T>
void stream<T>::data::require_complete() const {
    if (is_ended) {
        throw argument_error(name() + " has ended already; reset() begins a new signal");
    }
    const auto& length = program->options().length;
    if (length && frames != *length) {
        throw shape_error(name() + " is one of " + std::to_string(*length) +
                          " frames, and ends after " + std::to_string(frames));
    }
    require_extendable(program->options().boundary, frames);
}

// All channels take `count` frames and make the outputs next … outputs_end−1. Memory is taken, and
// refused, before any of them changes.
template <class T>
void stream<T>::data::step(const T* from, index_t count, index_t outputs_end, int threads, T* y) {
    const auto& groups = program->groups();
    const auto& options = program->options();
    const index_t length = frames + count;
    const index_t keep = program->keep_from(next, length, is_primed);
    for (std::size_t c = 0; c < channels.size() && count > 0; ++c) {
        channels[c].make_room(keep, count, width());
        channels[c].keep_head(from + c, count, width(), program->head_frames());
    }
    const int shared = width() > 1 ? threads : 1;
    const int own = width() > 1 ? 1 : threads;
    engine::for_each_task(width(), shared, [&](index_t c, int thread) {
        auto& channel = channels[static_cast<std::size_t>(c)];
        if (count > 0) channel.append(from + c, count, width());
        const index_t size = groups.scratch();
        channel.run(groups, options.boundary, options.length.value_or(length), is_ended,
                    {next, outputs_end}, y + c, width(),
                    {runner_memory.data() + thread * size, size, own},
                    values.data() + (width() > 1 ? thread * groups.most() : 0));
    });
    frames = length;
    next = outputs_end;
}

template <class T>
void stream<T>::data::require_primed_again(const T* from, index_t count) const {
    const index_t begin = program->options().length.value_or(0) - program->end_frames();
    for (index_t i = std::max<index_t>(begin - frames, 0); i < count; ++i) {
        for (std::size_t c = 0; c < channels.size(); ++c) {
            const index_t place = frames + i - begin;
            if (channels[c].is_primed_with(place, from[i * width() + static_cast<index_t>(c)])) {
                continue;
            }
            throw argument_error(name() + " was primed with another frame " +
                                 std::to_string(frames + i) + " than comes now (channel " +
                                 std::to_string(c) + ", both counted from 0)");
        }
    }
}

template <class T>
void stream<T>::data::take(const T* from, index_t count, index_t end, T* y) {
    const int threads = program->threads_for(end - next);
    do {
        const index_t some = std::min(count, program->chunk());
        const index_t until = some == count ? end : program->settled(frames + some, is_primed);
        const index_t samples = samples_to(until);
        step(from, some, until, threads, y);
        from += some * width();
        count -= some;
        y += samples;
    } while (count > 0);
}

template <class T>
void stream<T>::data::finish(index_t end, T* y) {
    is_ended = true;
    step(nullptr, 0, end, program->threads_for(end - next), y);
}

template <class T>
stream<T>::stream(const op& word, const stream_options& options)
    : data_(std::make_unique<data>(
          std::make_shared<const engine::stream_program<T>>(word, options))) {}

template <class T>
stream<T>::stream(const stream& other) : data_(std::make_unique<data>(*other.data_)) {}
template <class T>
stream<T>& stream<T>::operator=(const stream& other) {
    if (this != &other) data_ = std::make_unique<data>(*other.data_);
    return *this;
}
template <class T>
stream<T>::stream(stream&& other) noexcept = default;
template <class T>
stream<T>& stream<T>::operator=(stream&& other) noexcept = default;
template <class T>
stream<T>::~stream() = default;

template <class T>
std::span<const T> stream<T>::operator()(std::span<const T> frames) {
    const index_t count = data_->require_next(frames);
    const index_t end = data_->settled_after(count);
    const auto out = data_->own_outputs(end);
    data_->take(frames.data(), count, end, out.data());
    return out;
}

template <class T>
std::span<T> stream<T>::operator()(std::span<const T> frames, std::span<T> out) {
    const index_t count = data_->require_next(frames);
    const index_t end = data_->settled_after(count);
    data_->require_room(out, end);
    if (overlap<T>(frames, out)) {
        throw argument_error(data_->name() +
                             " was given memory for outputs that overlaps its frames");
    }
    const auto filled = out.first(static_cast<std::size_t>(data_->samples_to(end)));
    data_->take(frames.data(), count, end, out.data());
    return filled;
}

template <class T>
std::span<const T> stream<T>::flush() {
    data_->require_complete();
    const index_t end = data_->program->end(data_->frames);
    const auto out = data_->own_outputs(end);
    data_->finish(end, out.data());
    return out;
}

template <class T>
std::span<T> stream<T>::flush(std::span<T> out) {
    data_->require_complete();
    const index_t end = data_->program->end(data_->frames);
    data_->require_room(out, end);
    const auto filled = out.first(static_cast<std::size_t>(data_->samples_to(end)));
    data_->finish(end, out.data());
    return filled;
}

template <class T>
index_t stream<T>::outputs_of(index_t frames) const {
    if (frames < 0) {
        throw shape_error(data_->name() + " takes 0 frames or more, not " + std::to_string(frames));
    }
    data_->require_possible(frames);
    return data_->settled_after(frames) - data_->next;
}

template <class T>
index_t stream<T>::outputs_of_end() const {
    data_->require_complete();
    return data_->program->end(data_->frames) - data_->next;
}

template <class T>
void stream<T>::reset() {
    data_->restart();
}

template <class T>
index_t stream<T>::end_frames() const noexcept {
    return data_->program->end_frames();
}

template <class T>
void stream<T>::prime(std::span<const T> last_frames) {
    const index_t count = data_->frames_of(last_frames);
    if (data_->frames > 0 || data_->is_ended) {
        throw argument_error(data_->name() + " takes its last frames before the first, not after " +
                             std::to_string(data_->frames));
    }
    if (count != end_frames()) {
        throw shape_error(data_->name() + " needs its last " + std::to_string(end_frames()) +
                          " frames beforehand, and was given " + std::to_string(count));
    }
    index_t channel = 0;
    for (auto& c : data_->channels) c.prime(last_frames.data() + channel++, count, data_->width());
    data_->is_primed = options().length.has_value();
}

template <class T>
bool stream<T>::waits_for_end() const noexcept {
    return data_->program->reads_end_first() && !data_->is_primed;
}

template <class T>
const op& stream<T>::word() const noexcept {
    return data_->program->word();
}

template <class T>
const stream_options& stream<T>::options() const noexcept {
    return data_->program->options();
}

template <class T>
const plan_report& stream<T>::explain() const noexcept {
    return data_->program->report();
}

template <class T>
index_t stream<T>::latency() const noexcept {
    return data_->program->latency();
}

template <class T>
index_t stream<T>::tail() const noexcept {
    return data_->program->tail();
}

template <class T>
index_t stream<T>::first_output() const noexcept {
    return data_->program->begin();
}

template <class T>
index_t stream<T>::frames_in() const noexcept {
    return data_->frames;
}

template <class T>
index_t stream<T>::frames_out() const noexcept {
    return data_->next - data_->program->begin();
}

template class stream<float>;
template class stream<double>;
template class stream<std::complex<float>>;
template class stream<std::complex<double>>;

}  // namespace noble
