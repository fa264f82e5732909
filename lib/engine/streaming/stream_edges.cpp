#include "engine/streaming/stream_edges.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <limits>

#include "algebra/words/boundary_rule.hpp"
#include "algebra/words/natural_window.hpp"
#include "base/checked.hpp"
#include "engine/streaming/rational_bounds.hpp"
#include "noble/error.hpp"

namespace noble::engine {

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

template <class T>
stream_edges::stream_edges(const op& word, const stream_options& options, const chain<T>& groups)
    : word_(word),
      window_(options.window),
      boundary_(options.boundary),
      length_(options.length),
      begin_(window_.of(word, length_.value_or(0)).begin) {
    if (groups.reads_nothing()) return;
    require_memory(checked::mul(options.channels, groups.first_to_act().inputs().most(1)),
                   sizeof(T), "what one output of the stream reads");
    find_reads(groups);
}

template <class T>
void stream_edges::find_reads(const chain<T>& groups) {
    if (has_fixed_end()) {
        const index_t n = length_.value_or(0);
        const index_t last = end(n);
        if (last == begin_) return;
        last_read_ = groups.end(last);
        beyond_ = std::max<index_t>(0, checked::sub(last_read_, n));
    } else {
        const rate r = word_.rate();
        const rational lead = window_lead(word_, window_.what());
        const rational most = (lead - 1) * ratio(r.inputs, r.outputs) + lead_of(groups);
        beyond_ = std::max<index_t>(0, floor_of(most));
    }
    before_ = std::max<index_t>(0, checked::neg(groups.first(begin_)));
    reads_end_first_ = needs_end(boundary_) && before_ > 0;
    if (reads_end_first_ && length_)
        end_frames_ = std::min(rule_of(boundary_).far(before_), *length_);
    head_frames_ = frames_of_head();
}

// What is near is kept as long as it is read only where it is no mirror image.
index_t stream_edges::frames_of_head() const {
    const auto& near = rule_of(boundary_).near;
    const auto& far = rule_of(boundary_).far;
    if (!far.mirrors) return near.mirrors ? 0 : std::max(near.fixed, far.fixed);
    if (!has_fixed_end()) return far(beyond_);
    if (length_) return std::min(*length_, far(beyond_));
    // Such windows show frame i after the end only if n + i < last_read_, i < n.
    return (std::max<index_t>(0, last_read_) + 1) / 2;
}

bool stream_edges::has_fixed_end() const noexcept {
    return length_ || window_.what() == window::kind::given;
}

index_t stream_edges::end(index_t n) const { return std::max(begin_, window_.of(word_, n).end); }

index_t stream_edges::lag() const {
    if (has_fixed_end()) return 0;
    return std::max<index_t>(0, ceil_of(window_lag(word_, window_.what())));
}

index_t stream_edges::frames_to_start(bool is_primed) const {
    if (before_ == 0) return 0;
    if (reads_end_first_ && !is_primed) return std::numeric_limits<index_t>::max();
    const index_t frames = rule_of(boundary_).near(before_);
    return length_ ? std::min(frames, *length_) : frames;
}

index_t stream_edges::kept_for_end(index_t frames) const {
    const auto& near = rule_of(boundary_).near;
    if (!near.mirrors || !has_fixed_end()) return frames - near(beyond_);
    const index_t n = length_.value_or(frames);
    return n - near(std::max<index_t>(0, last_read_ - n));
}

template rational lead_of(const chain<float>&);
template rational lead_of(const chain<double>&);
template rational lead_of(const chain<std::complex<float>>&);
template rational lead_of(const chain<std::complex<double>>&);
template stream_edges::stream_edges(const op&, const stream_options&, const chain<float>&);
template stream_edges::stream_edges(const op&, const stream_options&, const chain<double>&);
template stream_edges::stream_edges(const op&, const stream_options&,
                                    const chain<std::complex<float>>&);
template stream_edges::stream_edges(const op&, const stream_options&,
                                    const chain<std::complex<double>>&);

}  // namespace noble::engine
