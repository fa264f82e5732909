#include "engine/streaming/stream_program.hpp"

#include <algorithm>

#include "algebra/print/brief.hpp"
#include "algebra/words/is_real.hpp"
#include "base/checked.hpp"
#include "engine/signals/element.hpp"
#include "engine/signals/threads.hpp"
#include "engine/streaming/stream_latency.hpp"
#include "engine/streaming/tail.hpp"
#include "noble/error.hpp"

namespace noble::engine {
namespace {

template <class T>
void require_streamable(const op& word, const stream_options& options) {
    if (options.channels < 1) {
        throw argument_error("a stream of " + std::to_string(options.channels) +
                             " channels; it must have 1 or more");
    }
    if (options.length && *options.length < 0) {
        throw argument_error("a stream of " + std::to_string(*options.length) + " frames");
    }
    if (options.length) require_extendable(options.boundary, *options.length);
    if (options.plan.threads < 0) {
        throw argument_error("a stream for " + std::to_string(options.plan.threads) +
                             " threads; 1 or more are a number, 0 leaves it to the stream");
    }
    if (std::is_floating_point_v<T> && word.is_numeric() && !is_real(word)) {
        throw argument_error("complex taps need complex data (complex64 or complex128): " +
                             brief(word));
    }
}

template <class T>
index_t tile_frames_of(const rate& r, const chain<T>& groups) {
    constexpr index_t least = 4096;
    constexpr index_t most = index_t{1} << 20;
    const double frames = static_cast<double>(groups.most()) * static_cast<double>(r.inputs) /
                          static_cast<double>(r.outputs);
    return std::clamp(static_cast<index_t>(std::min(frames, 0x1p40)), least, most);
}

}  // namespace

template <class T>
stream_program<T>::stream_program(const op& word, const stream_options& options)
    : word_(word), options_(options) {
    require_streamable<T>(word, options);
    options_.plan.endless = true;
    threads_ = threads_of(options.plan.threads);
    report_ = report_on_stream();
    const bool is_shared = threads_ > 1 && options.channels == 1;
    chain_ = std::make_unique<const chain<T>>(fused_groups<T>(word, endless_count, options_.plan),
                                              endless_count, options_.plan, report_,
                                              is_shared ? 2 * index_t{threads_} : 1);
    report_.workspace_bytes =
        static_cast<index_t>(sizeof(T)) *
        (checked::mul(options.channels, chain_->memory()) + threads_ * chain_->scratch());
    edges_ = std::make_unique<const stream_edges>(word_, options_, *chain_);
    const rate r = word.rate();
    tile_frames_ = tile_frames_of(r, *chain_);
    latency_ = latency_of(r, *edges_, *chain_);
    tail_ = tail_of(word);
}

template <class T>
plan_report stream_program<T>::report_on_stream() const {
    plan_report report;
    report.map = brief(word_) + " as a stream, window " + to_string(options_.window) +
                 ", boundary " + to_string(options_.boundary);
    report.element = element_name<T>;
    report.threads = options_.plan.threads >= 1 ? threads_ : 1;
    return report;
}

template <class T>
int stream_program<T>::threads_for(index_t outputs) const noexcept {
    const double work = chain_->operations_per_output() * static_cast<double>(outputs) *
                        static_cast<double>(options_.channels);
    return options_.plan.threads >= 1 || is_long_work(work) ? threads_ : 1;
}

template <class T>
index_t stream_program<T>::settled(index_t frames, bool is_primed) const {
    if (frames < edges_->frames_to_start(is_primed)) return edges_->begin();
    const index_t last = edges_->end(options_.length.value_or(frames));
    if (chain_->reads_nothing()) return last;
    return std::clamp(chain_->settled(frames), edges_->begin(), last);
}

template <class T>
index_t stream_program<T>::keep_from(index_t next, index_t frames, bool is_primed) const {
    if (chain_->reads_nothing()) return frames;
    if (frames < edges_->frames_to_start(is_primed)) return 0;
    const index_t read = chain_->first(next);
    return std::max<index_t>(0, std::min({read, edges_->kept_for_end(frames), frames}));
}

template class stream_program<float>;
template class stream_program<double>;
template class stream_program<std::complex<float>>;
template class stream_program<std::complex<double>>;

}  // namespace noble::engine
