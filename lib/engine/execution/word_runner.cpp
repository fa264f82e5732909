#include "engine/execution/word_runner.hpp"

#include <algorithm>

#include "base/checked.hpp"
#include "engine/execution/forward_word.hpp"
#include "engine/execution/outputs_reached.hpp"
#include "engine/methods/methods.hpp"
#include "engine/planning/groups.hpp"
#include "engine/signals/threads.hpp"
#include "noble/error.hpp"

namespace noble::engine {
namespace {

// Outputs beyond 16 MiB are not in the caches any more when they are read.
template <class T>
constexpr index_t most_cached = (index_t{1} << 24) / static_cast<index_t>(sizeof(T));

// Throws now what indexing, extending or folding back would do while threads run.
void require_extension(boundary rule, index_t n, const interval& samples, index_t overreach) {
    const index_t lo = checked::sub(samples.begin, overreach);
    const index_t hi = checked::add(samples.end, overreach);
    if (rule == boundary::zero || n == 0) return;
    (void)extend(rule, n, lo);
    (void)extend(rule, n, hi);
}

// Whether columns side by side, by sums, are worth what transforms of each by itself would save:
// samples that lie apart cost these a few times their work. A stream runs each channel by itself:
// for the same bytes an endless plan has no other method here than there.
bool may_run_columns(const plan_stage& stage, const plan_options& options) {
    constexpr double apart = 4;
    if (options.endless) return stage.chosen.method == method::lanes;
    const auto lanes =
        std::ranges::find(stage.others, method::lanes, &plan_stage::candidate::method);
    return stage.chosen.method != method::fft || lanes == stage.others.end() ||
           lanes->predicted <= apart * stage.chosen.predicted;
}

}  // namespace

template <class T>
word_runner<T>::word_runner(const map_node::bound_word& a, const plan_options& options,
                            plan_report& report) {
    const auto bound = forward_word(a);
    n_ = bound.n;
    window_ = bound.outputs;
    rule_ = bound.boundary;
    const auto groups = fused_groups<T>(bound.word, window_.count(), options);
    if (a.transposed && a.boundary != boundary::zero) {
        folded_ = a.boundary;
        reach_ = outputs_reached(groups.size() == 1 ? groups.front().form
                                                    : rounded<T>(canonical_form<exact>(bound.word)),
                                 n_);
        if (!reach_.empty()) {
            require_extension(a.boundary, a.n, {reach_.front().begin, reach_.back().end}, 0);
        }
    }
    chain_ = std::make_unique<const chain<T>>(groups, window_.count(), options, report);
    if (groups.size() == 1 && applies(method::lanes, groups.front().form) &&
        may_run_columns(report.stages.back(), options)) {
        columns_ = std::make_unique<const lane_runner<T>>(groups.front().form,
                                                          report.stages.back().chosen.instructions);
    }
    require_inputs();
    const bool is_one_tile = tiles_of(chain_->task(), chain_->group(0).grain()).count == 1;
    if (chain_->size() == 1 && !folded_ && is_one_tile) whole_ = &chain_->group(0);
}

template <class T>
void word_runner<T>::require_inputs() const {
    if (chain_->reads_nothing() || window_.count() == 0) return;
    const index_t own = chain_->first_to_act().overreach();
    const index_t grain = chain_->group(0).grain();
    require_extension(rule_, n_,
                      {chain_->first(checked::sub(window_.begin, grain)),
                       chain_->end(checked::add(window_.end, grain))},
                      std::max(own, columns_ ? columns_->overreach() : index_t{0}));
}

template <class T>
index_t word_runner<T>::scratch() const {
    const index_t line = chain_->scratch() + chain_->memory() + chain_->most();
    if (!columns_) return aligned_count<T>(line);
    const index_t column = columns_->column_tile() * columns_->panel() + columns_->scratch();
    return aligned_count<T>(std::max(line, column));
}

template <class T>
typename word_runner<T>::parts word_runner<T>::parts_of(T* scratch) const {
    T* const pass = scratch + chain_->scratch();
    return {{scratch, 0, 1}, pass, pass + chain_->memory()};
}

template <class T>
extended_input<T> word_runner<T>::input(const T* x, index_t stride) const {
    return {x, n_, stride, rule_};
}

template <class T>
typename word_runner<T>::tiles word_runner<T>::tiles_of(index_t size, index_t grain) const {
    const index_t first = checked::floor_div(window_.begin, grain) * grain;
    return {first, size, window_.count() == 0 ? 0 : checked::ceil_div(window_.end - first, size)};
}

template <class T>
void word_runner<T>::run_tile(const extended_input<T>& x, index_t begin, index_t end, T* y,
                              index_t stride, const update<T>& by, kernels::store how,
                              T* scratch) const {
    const parts at = parts_of(scratch);
    chain_pass<T> pass(*chain_, at.pass, how);
    pass.restart();
    for (index_t next = 0; begin < end; y += (next - begin) * stride, begin = next) {
        next = chain_->size() == 1 ? end : chain_->cut(0, begin, end);
        if (stride == 1 && by.is_plain()) {
            pass.run(x, begin, next, y, at.runners);
            continue;
        }
        pass.run(x, begin, next, at.values, at.runners);
        for (index_t i = 0; i < next - begin; ++i) by(y[i * stride], at.values[i]);
    }
}

// Tiles of one group are its own; of several, one task is enough for one thread.
template <class T>
void word_runner<T>::run_lines(const lines<const T>& x, const lines<T>& y, const update<T>& by,
                               const thread_scratch<T>& scratch) const {
    const bool is_one_task = chain_->size() > 1 && scratch.threads == 1;
    const index_t grain = chain_->group(0).grain();
    const tiles grid = tiles_of(is_one_task ? window_.count() + grain : chain_->task(), grain);
    const bool is_streamed =
        y.stride == 1 && by.is_plain() && y.count() * window_.count() > most_cached<T>;
    const auto how = is_streamed ? kernels::store::stream : kernels::store::replace;
    for_each_task(y.count() * grid.count, scratch.threads, [&](index_t task, int thread) {
        const index_t at = task / grid.count;
        const index_t start = grid.first + task % grid.count * grid.size;
        const index_t begin = std::max(start, window_.begin);
        const index_t end = std::min(start + grid.size, window_.end);
        run_tile(input(x.at(at), x.stride), begin, end,
                 y.at(at) + (begin - window_.begin) * y.stride, y.stride, by, how,
                 scratch.of(thread));
    });
}

// The last of the other axes is contiguous: panels of its columns, tiles of their rows.
template <class T>
void word_runner<T>::run_columns(const lines<const T>& x, const lines<T>& y, const update<T>& by,
                                 const thread_scratch<T>& scratch) const {
    const index_t columns = y.extent[y.axes - 1];
    const index_t panel = columns_->panel();
    const index_t panels = checked::ceil_div(columns, panel);
    const tiles grid = tiles_of(columns_->column_tile(), columns_->grain());
    const index_t rest = y.count() / columns;
    for_each_task(rest * grid.count * panels, scratch.threads, [&](index_t task, int thread) {
        const index_t column = task % panels * panel;
        const index_t start = grid.first + task / panels % grid.count * grid.size;
        const index_t at = task / panels / grid.count * columns + column;
        const index_t begin = std::max(start, window_.begin);
        const index_t end = std::min(start + grid.size, window_.end);
        const index_t width = std::min(panel, columns - column);
        T* const to = y.at(at) + (begin - window_.begin) * y.stride;
        T* const own = scratch.of(thread);
        const auto in = input(x.at(at), x.stride);
        if (by.is_plain()) {
            return columns_->run_columns(in, width, begin, end, to, y.stride, own);
        }
        T* const values = own + columns_->scratch();
        columns_->run_columns(in, width, begin, end, values, panel, own);
        for (index_t i = 0; i < end - begin; ++i) {
            for (index_t c = 0; c < width; ++c) by(to[i * y.stride + c], values[i * panel + c]);
        }
    });
}

// y[m] += α·Σ weight·values[i], for each term of the extension at begin + i that reads sample m.
template <class T>
void word_runner<T>::fold(const T* values, index_t begin, index_t end, T* y, index_t stride,
                          const T& alpha) const {
    const index_t n = window_.count();
    const update<T> add{alpha, T{1}};
    for (index_t i = begin; i < end; ++i) {
        if (i >= 0 && i < n) {
            add(y[i * stride], values[i - begin]);
            continue;
        }
        for (const auto& term : extend(*folded_, n, i)) {
            const auto value = static_cast<wide<T>>(values[i - begin]) * weight_of(term);
            add(y[term.index * stride], static_cast<T>(value));
        }
    }
}

template <class T>
void word_runner<T>::run_folded(const lines<const T>& x, const lines<T>& y, const update<T>& by,
                                const thread_scratch<T>& scratch) const {
    for_each_task(y.count(), scratch.threads, [&](index_t at, int thread) {
        const parts own = parts_of(scratch.of(thread));
        chain_pass<T> pass(*chain_, own.pass);
        pass.restart();
        T* const to = y.at(at);
        for (index_t i = 0; i < y.length; ++i) {
            by(to[i * y.stride], T{});
        }
        const auto in = input(x.at(at), x.stride);
        for (const auto& part : reach_) {
            for (index_t begin = part.begin, end = 0; begin < part.end; begin = end) {
                end = chain_->cut(0, begin, part.end);
                pass.run(in, begin, end, own.values, own.runners);
                fold(own.values, begin, end, to, y.stride, by.alpha);
            }
        }
    });
}

template <class T>
void word_runner<T>::run(const lines<const T>& x, const lines<T>& y, const update<T>& by,
                         const thread_scratch<T>& scratch) const {
    if (whole_ != nullptr && y.axes == 0 && y.stride == 1 && by.is_plain()) {
        return whole_->run(input(x.data, x.stride), window_.begin, window_.end, y.data,
                           scratch.data);
    }
    if (folded_) return run_folded(x, y, by, scratch);
    const bool beside = columns_ && y.axes > 0 && x.axes == y.axes && y.step[y.axes - 1] == 1 &&
                        x.step[x.axes - 1] == 1 && y.extent[y.axes - 1] >= columns_->panel();
    if (beside && y.stride != 1) return run_columns(x, y, by, scratch);
    run_lines(x, y, by, scratch);
}

template class word_runner<float>;
template class word_runner<double>;
template class word_runner<std::complex<float>>;
template class word_runner<std::complex<double>>;

}  // namespace noble::engine
