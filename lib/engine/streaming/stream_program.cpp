#include "engine/streaming/stream_program.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <limits>

#include "algebra/print/brief.hpp"
#include "algebra/words/is_real.hpp"
#include "algebra/words/window_lead.hpp"
#include "base/checked.hpp"
#include "engine/signals/element.hpp"
#include "engine/signals/threads.hpp"
#include "noble/error.hpp"
#include "noble/support.hpp"

namespace noble::engine {
namespace {

constexpr index_t never = std::numeric_limits<index_t>::max();

constexpr index_t least_chunk = 4096;
constexpr index_t most_chunk = index_t{1} << 20;

index_t floor_of(const rational& value) {
    mpz_class result;
    mpz_fdiv_q(result.get_mpz_t(), value.get_num_mpz_t(), value.get_den_mpz_t());
    if (!result.fits_slong_p()) throw limit_error("a stream's latency or reach leaves 64 bits");
    return result.get_si();
}

index_t ceil_of(const rational& value) { return -floor_of(-value); }

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

// Frames from the first on without which an extension `before` samples deep is not known, and with
// which it is the same for every length (of the end, periodic and line know something else).
index_t frames_mirrored(boundary rule, index_t before) {
    switch (rule) {
        case boundary::zero:
        case boundary::periodic:
            return 0;
        case boundary::edge:
        case boundary::line:
            return 1;
        case boundary::smooth:
            return 2;
        case boundary::symmetric:
        case boundary::antisymmetric:
            return before;
        case boundary::reflect:
            return checked::add(before, 1);
        case boundary::antireflect:
            return checked::add(before, 2);
    }
    return 0;
}

bool needs_end(boundary rule) { return rule == boundary::periodic || rule == boundary::line; }

bool is_mirror(boundary rule) {
    return rule == boundary::symmetric || rule == boundary::antisymmetric ||
           rule == boundary::reflect || rule == boundary::antireflect;
}

// The least c with chain.end(b) ≤ (b − 1)·M/L + c for all b, or somewhat more.
template <class T>
rational lead_of(const chain<T>& groups) {
    rational c = 1;
    for (std::size_t k = 0; k < groups.size(); ++k) {
        const auto& inputs = groups.group(k).inputs();
        c = (c - 1) * ratio(mpz_class(inputs.inputs()), mpz_class(inputs.outputs())) +
            inputs.lead();
    }
    return c;
}

// Outputs after which everything repeats; nothing where that is beyond all counting.
template <class T>
std::optional<index_t> period_of(const chain<T>& groups) {
    index_t outputs = 1;
    index_t inputs = 1;
    try {
        for (std::size_t k = 0; k < groups.size(); ++k) {
            const auto& next = groups.group(k).inputs();
            const index_t common = checked::lcm(inputs, next.outputs());
            outputs = checked::mul(outputs, common / inputs);
            inputs = checked::mul(next.inputs(), common / next.outputs());
        }
    } catch (const limit_error&) {
        return {};
    }
    return outputs;
}

}  // namespace

template <class T>
stream_program<T>::stream_program(const op& word, const stream_options& options)
    : word_(word), options_(options) {
    require_streamable<T>(word, options);
    options_.plan.endless = true;
    threads_ = threads_of(options.plan.threads);
    report_.map = brief(word) + " as a stream, window " + to_string(options.window) +
                  ", boundary " + to_string(options.boundary);
    report_.element = element_name<T>;
    const bool is_shared = threads_ > 1 && options.channels == 1;
    chain_ = std::make_unique<const chain<T>>(fused_groups<T>(word, endless_count, options_.plan),
                                              endless_count, options_.plan, report_,
                                              is_shared ? 2 * index_t{threads_} : 1);
    report_.threads = options.plan.threads >= 1 ? threads_ : 1;
    report_.workspace_bytes =
        static_cast<index_t>(sizeof(T)) *
        (checked::mul(options.channels, chain_->memory()) + threads_ * chain_->scratch());
    const rate r = word.rate();
    const double frames = static_cast<double>(chain_->most()) * static_cast<double>(r.inputs) /
                          static_cast<double>(r.outputs);
    chunk_ = std::clamp(static_cast<index_t>(std::min(frames, 0x1p40)), least_chunk, most_chunk);
    find_inputs();
    latency_ = steady_latency();
    const index_t start = frames_to_start(true);
    if (start > 0) {
        // Just before the first output comes.
        latency_ = std::max(
            latency_, ceil_of(rational(start - 1) * ratio(r.outputs, r.inputs) - rational(begin_)));
    }
    const auto s = word.support();
    tail_ = s ? std::max<index_t>(0, ceil_of(s->last)) : 0;
}

template <class T>
void stream_program<T>::find_inputs() {
    const index_t n = options_.length.value_or(0);
    begin_ = options_.window.of(word_, n).begin;
    if (chain_->reads_nothing()) return;
    const boundary rule = options_.boundary;
    const auto& own = chain_->first_to_act().inputs();
    require_memory(checked::mul(options_.channels, own.most(1)), sizeof(T),
                   "what one output of the stream reads");
    if (has_fixed_end()) {
        const index_t last = end(n);
        if (last == begin_) return;
        last_read_ = chain_->end(last);
        beyond_ = std::max<index_t>(0, checked::sub(last_read_, n));
    } else {
        const rate r = word_.rate();
        const rational lead = window_lead(word_, options_.window.what());
        const rational most = (lead - 1) * ratio(r.inputs, r.outputs) + lead_of(*chain_);
        beyond_ = std::max<index_t>(0, floor_of(most));
    }
    before_ = std::max<index_t>(0, checked::neg(chain_->first(begin_)));
    reads_end_first_ = needs_end(rule) && before_ > 0;
    if (reads_end_first_ && options_.length) {
        end_frames_ = rule == boundary::line ? std::min<index_t>(1, n) : std::min(before_, n);
    }
    if (rule == boundary::periodic) {
        // Output windows of fixed end show frame i after the end only if n + i < last_read_, i < n.
        head_frames_ = !has_fixed_end()  ? beyond_
                       : options_.length ? std::min(n, beyond_)
                                         : (std::max<index_t>(0, last_read_) + 1) / 2;
    } else if (!is_mirror(rule)) {
        head_frames_ = frames_mirrored(rule, before_);
    }
}

template <class T>
bool stream_program<T>::has_fixed_end() const noexcept {
    return options_.length || options_.window.what() == window::kind::given;
}

template <class T>
int stream_program<T>::threads_for(index_t outputs) const noexcept {
    const double work = chain_->operations_per_output() * static_cast<double>(outputs) *
                        static_cast<double>(options_.channels);
    return options_.plan.threads >= 1 || is_long_work(work) ? threads_ : 1;
}

template <class T>
index_t stream_program<T>::end(index_t n) const {
    return std::max(begin_, options_.window.of(word_, n).end);
}

template <class T>
index_t stream_program<T>::frames_to_start(bool is_primed) const {
    if (before_ == 0) return 0;
    if (reads_end_first_ && !is_primed) return never;
    const index_t frames = frames_mirrored(options_.boundary, before_);
    return options_.length ? std::min(frames, *options_.length) : frames;
}

template <class T>
index_t stream_program<T>::settled(index_t frames, bool is_primed) const {
    if (frames < frames_to_start(is_primed)) return begin_;
    const index_t last = end(options_.length.value_or(frames));
    if (chain_->reads_nothing()) return last;
    return std::clamp(chain_->settled(frames), begin_, last);
}

template <class T>
index_t stream_program<T>::kept_for_end(index_t frames) const {
    switch (options_.boundary) {
        case boundary::zero:
        case boundary::periodic:
            return frames;
        case boundary::edge:
        case boundary::line:
            return frames - 1;
        case boundary::smooth:
            return frames - 2;
        default:
            break;
    }
    // The mirror image of as many samples as are read beyond the end, and those at the mirror.
    if (!has_fixed_end()) return frames - beyond_ - 2;
    const index_t n = options_.length.value_or(frames);
    return n - std::max<index_t>(0, last_read_ - n) - 2;
}

template <class T>
index_t stream_program<T>::keep_from(index_t next, index_t frames, bool is_primed) const {
    if (chain_->reads_nothing()) return frames;
    if (frames < frames_to_start(is_primed)) return 0;
    const index_t read = chain_->first(next);
    return std::max<index_t>(0, std::min({read, kept_for_end(frames), frames}));
}

// The least number of frames, at least `frames`, on which the window holds the output.
template <class T>
index_t stream_program<T>::frames_for_window(index_t output, index_t frames) const {
    const auto holds = [&](index_t n) { return options_.window.of(word_, n).end > output; };
    if (has_fixed_end() || holds(frames)) return frames;
    index_t step = 1;
    while (!holds(checked::add(frames, step))) step = checked::mul(step, 2);
    index_t low = frames;  // does not hold it
    index_t high = frames + step;
    while (high - low > 1) {
        const index_t middle = low + (high - low) / 2;
        (holds(middle) ? high : low) = middle;
    }
    return high;
}

// Output i comes with frame F(i) − 1: it is ⌈(F(i) − 1)·L/M − i⌉ behind. Of the outputs that one
// frame settles, the first is the latest.
template <class T>
index_t stream_program<T>::steady_latency() const {
    constexpr index_t most_steps = index_t{1} << 16;
    const rate r = word_.rate();
    const rational slope = ratio(r.outputs, r.inputs);
    const bool reads = !chain_->reads_nothing();
    const auto period = period_of(*chain_);
    index_t latency = 0;
    if (period) {
        const index_t start = reads ? std::max(begin_, chain_->settled(0)) : begin_;
        const index_t stop = checked::add(start, *period);
        index_t i = start;
        for (index_t step = 0; i < stop && step < most_steps; ++step) {
            const index_t frames = frames_for_window(i, reads ? chain_->end(i + 1) : 0);
            if (frames > 0) {
                latency = std::max(latency, ceil_of(rational(frames - 1) * slope - rational(i)));
            }
            const index_t next = reads ? chain_->settled(frames) : never;
            i = std::max(i + 1, has_fixed_end()
                                    ? next
                                    : std::min(next, options_.window.of(word_, frames).end));
        }
        if (i >= stop) return latency;
    }
    if (!reads) return latency;
    // Groups of blocks that meet in more ways: what they could be behind together.
    return std::max<index_t>(0, ceil_of((lead_of(*chain_) - 1) * slope));
}

template class stream_program<float>;
template class stream_program<double>;
template class stream_program<std::complex<float>>;
template class stream_program<std::complex<double>>;

}  // namespace noble::engine
