#include "noble/stream.hpp"

#include <functional>

#include "engine/streaming/stream_state.hpp"
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
struct stream<T>::data : engine::stream_state<T> {
    using engine::stream_state<T>::stream_state;
};

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
    const index_t end = data_->end();
    const auto out = data_->own_outputs(end);
    data_->finish(end, out.data());
    return out;
}

template <class T>
std::span<T> stream<T>::flush(std::span<T> out) {
    data_->require_complete();
    const index_t end = data_->end();
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
    return data_->settled_after(frames) - data_->next();
}

template <class T>
index_t stream<T>::outputs_of_end() const {
    data_->require_complete();
    return data_->end() - data_->next();
}

template <class T>
void stream<T>::reset() {
    data_->restart();
}

template <class T>
index_t stream<T>::end_frames() const noexcept {
    return data_->program().edges().end_frames();
}

template <class T>
void stream<T>::prime(std::span<const T> last_frames) {
    data_->prime(last_frames);
}

template <class T>
bool stream<T>::waits_for_end() const noexcept {
    return data_->program().edges().reads_end_first() && !data_->is_primed();
}

template <class T>
const op& stream<T>::word() const noexcept {
    return data_->program().word();
}

template <class T>
const stream_options& stream<T>::options() const noexcept {
    return data_->program().options();
}

template <class T>
const plan_report& stream<T>::explain() const noexcept {
    return data_->program().report();
}

template <class T>
index_t stream<T>::latency() const noexcept {
    return data_->program().latency();
}

template <class T>
index_t stream<T>::tail() const noexcept {
    return data_->program().tail();
}

template <class T>
index_t stream<T>::first_output() const noexcept {
    return data_->program().edges().begin();
}

template <class T>
index_t stream<T>::frames_in() const noexcept {
    return data_->frames();
}

template <class T>
index_t stream<T>::frames_out() const noexcept {
    return data_->next() - data_->program().edges().begin();
}

template class stream<float>;
template class stream<double>;
template class stream<std::complex<float>>;
template class stream<std::complex<double>>;

}  // namespace noble
