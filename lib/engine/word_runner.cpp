#include "engine/word_runner.hpp"

#include <algorithm>
#include <cmath>

#include "algebra/brief.hpp"
#include "algebra/checked.hpp"
#include "engine/choose.hpp"
#include "engine/forward_word.hpp"
#include "engine/threads.hpp"
#include "noble/error.hpp"

namespace noble::engine {
namespace {

std::vector<interval> merged(std::vector<interval> parts) {
    std::ranges::sort(parts, {}, &interval::begin);
    std::vector<interval> result;
    for (const auto& part : parts) {
        if (!result.empty() && part.begin <= result.back().end) {
            result.back().end = std::max(result.back().end, part.end);
        } else if (part.count() > 0) {
            result.push_back(part);
        }
    }
    return result;
}

// Where a period holds many outputs, those that read something lie apart: one by one, in place of
// an interval that holds them all.
constexpr index_t long_period = 8192;

// The outputs L·j + r that read a sample of [0, n): 0 ≤ M·j + o < n.
template <class T>
std::vector<interval> reach_of(const canonical<T>& form, index_t n) {
    std::vector<interval> parts;
    for (const auto& t : form.taps()) {
        const index_t first = checked::ceil_div(checked::neg(t.offset), form.inputs());
        const index_t end = checked::ceil_div(checked::sub(n, t.offset), form.inputs());
        if (end <= first) continue;
        if (form.outputs() > long_period) {
            require_memory(end - first + static_cast<index_t>(parts.size()), sizeof(interval),
                           "the places where a transposed map leaves its outputs");
            for (index_t j = first; j < end; ++j) {
                const index_t at = checked::add(checked::mul(form.outputs(), j), t.row);
                parts.push_back({at, checked::add(at, 1)});
            }
            continue;
        }
        parts.push_back({checked::add(checked::mul(form.outputs(), first), t.row),
                         checked::add(checked::mul(form.outputs(), end - 1), t.row + 1)});
    }
    return merged(std::move(parts));
}

// A tap beyond the element type's range would make infinities, and NaNs, of samples that are none.
template <class T>
void require_finite(const canonical<T>& form, const op& word) {
    for (const auto& t : form.taps()) {
        if (std::isfinite(std::real(t.value)) && std::isfinite(std::imag(t.value))) continue;
        throw argument_error(
            "a tap of " + brief(word) + " is beyond the range of " +
            (sizeof(real_of<T>) == 4 ? "float32; float64 may hold it" : "float64"));
    }
}

// Throws now what indexing, extending or folding back would do while threads run.
void require_extension(boundary rule, index_t n, const interval& samples, index_t overreach) {
    const index_t lo = checked::sub(samples.begin, overreach);
    const index_t hi = checked::add(samples.end, overreach);
    if (rule == boundary::zero || n == 0) return;
    (void)extend(rule, n, lo);
    (void)extend(rule, n, hi);
}

template <class T>
interval inputs_of(const canonical<T>& form, const interval& outputs) {
    if (form.is_zero() || outputs.count() == 0) return {};
    const auto by_offset = [](const auto& a, const auto& b) { return a.offset < b.offset; };
    const auto [low, high] = std::ranges::minmax_element(form.taps(), by_offset);
    const index_t first = checked::floor_div(outputs.begin, form.outputs());
    const index_t last = checked::floor_div(outputs.end - 1, form.outputs());
    return {checked::add(checked::mul(form.inputs(), first), low->offset),
            checked::add(checked::mul(form.inputs(), last), high->offset)};
}

}  // namespace

template <class T>
word_runner<T>::word_runner(const map_node::bound_word& a, const plan_options& options,
                            plan_report& report) {
    const auto bound = forward_word(a);
    n_ = bound.n;
    window_ = bound.outputs;
    rule_ = bound.rule;
    const auto form = rounded<T>(canonical_form<exact>(bound.word));
    require_finite(form, a.word);
    if (a.transposed && a.rule != boundary::zero) {
        folded_ = a.rule;
        reach_ = reach_of(form, n_);
        if (!reach_.empty()) {
            require_extension(a.rule, a.n, {reach_.front().begin, reach_.back().end}, 0);
        }
    }
    auto choice = choose_runner(bound.word, form, window_.count(), options);
    runner_ = std::move(choice.best);
    if (lane_runner<T>::applies(form)) {
        columns_ = std::make_unique<const lane_runner<T>>(form, choice.stage.chosen.set);
    }
    require_extension(
        rule_, n_, inputs_of(form, window_),
        std::max(runner_->overreach(), columns_ ? columns_->overreach() : index_t{0}));
    operations_ = choice.stage.multiplies * static_cast<double>(window_.count());
    report.stages.push_back(std::move(choice.stage));
}

// The outputs of one tile, where they cannot be written in place, and the runners' own.
template <class T>
index_t word_runner<T>::scratch() const {
    const index_t line = runner_->tile() + runner_->scratch();
    if (!columns_) return aligned_count<T>(line);
    const index_t column = columns_->column_tile() * columns_->panel() + columns_->scratch();
    return aligned_count<T>(std::max(line, column));
}

template <class T>
extended_input<T> word_runner<T>::input(const T* x, index_t stride) const {
    return {x, n_, stride, rule_};
}

template <class T>
typename word_runner<T>::tiles word_runner<T>::tiles_of(index_t size) const {
    const index_t grain = runner_->grain();
    const index_t first = checked::floor_div(window_.begin, grain) * grain;
    return {first, size, window_.count() == 0 ? 0 : checked::ceil_div(window_.end - first, size)};
}

template <class T>
void word_runner<T>::run_tile(const extended_input<T>& x, index_t begin, index_t end, T* y,
                              index_t stride, const update<T>& by, T* scratch) const {
    if (stride == 1 && by.is_plain()) return runner_->run(x, begin, end, y, scratch);
    T* const values = scratch + runner_->scratch();
    runner_->run(x, begin, end, values, scratch);
    for (index_t i = 0; i < end - begin; ++i) by(y[i * stride], values[i]);
}

template <class T>
void word_runner<T>::run_lines(const lines<const T>& x, const lines<T>& y, const update<T>& by,
                               const thread_scratch<T>& scratch) const {
    const tiles grid = tiles_of(runner_->tile());
    for_each_task(y.count() * grid.count, scratch.threads, [&](index_t task, int thread) {
        const index_t at = task / grid.count;
        const index_t start = grid.first + task % grid.count * grid.size;
        const index_t begin = std::max(start, window_.begin);
        const index_t end = std::min(start + grid.size, window_.end);
        run_tile(input(x.at(at), x.stride), begin, end,
                 y.at(at) + (begin - window_.begin) * y.stride, y.stride, by, scratch.of(thread));
    });
}

// The last of the other axes is contiguous: panels of its columns, tiles of their rows.
template <class T>
void word_runner<T>::run_columns(const lines<const T>& x, const lines<T>& y, const update<T>& by,
                                 const thread_scratch<T>& scratch) const {
    const index_t columns = y.extent[y.axes - 1];
    const index_t panel = columns_->panel();
    const index_t panels = checked::ceil_div(columns, panel);
    const tiles grid = tiles_of(columns_->column_tile());
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
        T* const own = scratch.of(thread);
        T* const values = own + runner_->scratch();
        T* const to = y.at(at);
        for (index_t i = 0; i < y.length; ++i) {
            by(to[i * y.stride], T{});
        }
        const auto in = input(x.at(at), x.stride);
        for (const auto& part : reach_) {
            // A runner's scratch memory holds a tile of the grid.
            index_t start = checked::floor_div(part.begin, runner_->grain()) * runner_->grain();
            for (; start < part.end; start += runner_->tile()) {
                const index_t begin = std::max(start, part.begin);
                const index_t end = std::min(start + runner_->tile(), part.end);
                runner_->run(in, begin, end, values, own);
                fold(values, begin, end, to, y.stride, by.alpha);
            }
        }
    });
}

template <class T>
void word_runner<T>::run(const lines<const T>& x, const lines<T>& y, const update<T>& by,
                         const thread_scratch<T>& scratch) const {
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
