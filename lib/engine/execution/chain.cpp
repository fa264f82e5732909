#include "engine/execution/chain.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "base/checked.hpp"
#include "engine/methods/methods.hpp"
#include "engine/planning/choose.hpp"
#include "engine/signals/threads.hpp"

namespace noble::engine {
namespace {

// What a group reads at a time stays in the second-level cache where its method allows that.
constexpr index_t most_between = index_t{1} << 15;

double inputs_per_output(const reach& r) {
    return static_cast<double>(r.inputs()) / static_cast<double>(r.outputs());
}

// Half as many outputs, whole grains as long as there are any.
index_t half_of(index_t piece, index_t grain) {
    const index_t half = piece / 2;
    return half >= grain ? half / grain * grain : half;
}

}  // namespace

template <class T>
chain<T>::chain(const std::vector<fused_group<T>>& groups, index_t count,
                const plan_options& options, plan_report& report, index_t pieces_at_once)
    : pieces_(pieces_at_once) {
    const auto is_for = [&](const auto& g) {
        return !options.method || applies(*options.method, g.form);
    };
    const bool is_for_some = std::ranges::any_of(groups, is_for);
    plan_options of_others = options;
    of_others.method.reset();
    double outputs = static_cast<double>(count);
    double outputs_to_one = 1;
    for (const auto& g : groups) {
        const auto wanted =
            options.endless ? endless_count : static_cast<index_t>(std::min(outputs, 0x1p40));
        const auto& own = is_for(g) || !is_for_some ? options : of_others;
        auto choice = choose_runner(g.word, g.form, wanted, own);
        operations_ += choice.stage.multiplies * outputs;
        per_output_ += choice.stage.multiplies * outputs_to_one;
        report.stages.push_back(std::move(choice.stage));
        reads_nothing_ = reads_nothing_ || g.form.is_zero();
        groups_.push_back({std::move(choice.best)});
        const double step = inputs_per_output(first_to_act().inputs());
        outputs = std::ceil(outputs * step);
        outputs_to_one *= step;
    }
    choose_pieces();
    task_ = choose_task();
    for (const auto& g : groups_) {
        scratch_ = std::max(scratch_, aligned_count<T>(g.how->scratch()));
    }
}

// The first group to act reads the signal itself; the others what is held for them.
template <class T>
void chain<T>::choose_pieces() {
    for (std::size_t k = 0; k < size(); ++k) {
        const auto& how = group(k);
        index_t& piece = groups_[k].piece;
        piece = how.tile();
        if (k + 1 == size() || how.inputs().is_empty()) continue;
        const bool is_whole = how.grain() == how.tile();
        while (!is_whole && piece > 1 && how.inputs().most(piece) > most_between) {
            piece = half_of(piece, how.grain());
        }
        // Twice as many: what is still read moves to the front only now and then.
        const index_t longest = checked::add(how.inputs().most(most(k)), group(k + 1).grain());
        groups_[k].held = aligned_count<T>(checked::mul(2, longest));
        require_memory(groups_[k].held, sizeof(T), "what lies between two groups of a word");
    }
}

template <class T>
index_t chain<T>::choose_task() const {
    double anew = 0;  // outputs whose worth of work is done again at the start of a task
    double outputs_to_one = 1;
    for (std::size_t k = 0; k + 1 < size() && !reads_nothing_; ++k) {
        const auto& inputs = group(k).inputs();
        const double step = inputs_per_output(inputs);
        const auto span = static_cast<double>(inputs.most(piece(k)) + group(k + 1).grain());
        outputs_to_one *= step;
        anew += (span - step * static_cast<double>(piece(k))) / outputs_to_one;
    }
    const double pieces = std::ceil(std::min(8 * anew / static_cast<double>(piece(0)), 0x1p30));
    return checked::mul(piece(0), std::max<index_t>(1, static_cast<index_t>(pieces)));
}

template <class T>
index_t chain<T>::cut(std::size_t k, index_t a, index_t end) const {
    const index_t grain = std::min(group(k).grain(), piece(k));
    return std::min(end, checked::floor_div(a, grain) * grain + piece(k));
}

template <class T>
index_t chain<T>::settled_with(std::size_t k, index_t end) const {
    const auto& inputs = group(k).inputs();
    if (inputs.is_empty()) return end;
    const index_t grain = group(k).grain();
    const index_t whole = checked::ceil_div(end, grain) * grain;
    return std::min(whole, inputs.settled(inputs.end(end)));
}

template <class T>
index_t chain<T>::memory() const noexcept {
    index_t elements = chain_pass<T>::elements_of_states(size());
    for (const auto& g : groups_) elements += g.held;
    return elements;
}

template <class T>
index_t chain<T>::first(index_t a) const {
    for (const auto& g : groups_) a = g.how->inputs().first(a);
    return a;
}

template <class T>
index_t chain<T>::end(index_t b) const {
    for (const auto& g : groups_) b = g.how->inputs().end(b);
    return b;
}

template <class T>
index_t chain<T>::settled(index_t inputs) const {
    for (std::size_t k = size(); k-- > 0;) inputs = group(k).inputs().settled(inputs);
    return inputs;
}

template <class T>
chain_pass<T>::chain_pass(const chain<T>& of, T* memory, kernels::store how)
    : chain_(of),
      held_(reinterpret_cast<held_values*>(memory)),
      values_(memory + elements_of_states(of.size())),
      how_(how) {}

template <class T>
void chain_pass<T>::restart() {
    constexpr index_t nowhere = std::numeric_limits<index_t>::min();
    std::uninitialized_fill_n(held_, chain_.size() - 1, held_values{0, nowhere, nowhere});
}

template <class T>
void chain_pass<T>::run(const extended_input<T>& x, index_t a, index_t b, T* y,
                        const thread_scratch<T>& scratch) {
    // A short signal is run in less time than its pieces are counted.
    const bool is_short = b - a + chain_.group(0).grain() - 1 <= chain_.piece(0);
    if (is_short && chain_.size() == 1) return run_piece(0, x, a, b, y, scratch.of(0));
    run_group(0, x, a, b, y, scratch);
}

template <class T>
void chain_pass<T>::run_group(std::size_t k, const extended_input<T>& x, index_t a, index_t b, T* y,
                              const thread_scratch<T>& scratch) {
    const auto in =
        k + 1 == chain_.size() ? x : between(k, chain_.group(k).inputs().reads(a, b), x, scratch);
    const index_t second = chain_.cut(k, a, b);
    const index_t piece = chain_.piece(k);
    const index_t more = checked::ceil_div(b - second, piece);
    for_each_task(1 + more, scratch.threads, [&](index_t task, int thread) {
        const index_t begin = task == 0 ? a : second + (task - 1) * piece;
        const index_t end = std::min(b, second + task * piece);
        run_piece(k, in, begin, end, y + (begin - a), scratch.of(thread));
    });
}

template <class T>
extended_input<T> chain_pass<T>::between(std::size_t k, const interval& wanted,
                                         const extended_input<T>& x,
                                         const thread_scratch<T>& scratch) {
    T* values = values_;
    for (std::size_t i = 0; i < k; ++i) values += chain_.groups_[i].held;
    if (wanted.count() == 0) return {values, 0, 1, boundary::zero};
    const index_t room = chain_.groups_[k].held;
    auto& held = held_[k];
    if (wanted.begin >= held.end) {
        held = {0, wanted.begin, wanted.begin};
    } else {
        held.at += wanted.begin - held.first;
        held.first = wanted.begin;
    }
    const index_t end = chain_.settled_with(k + 1, wanted.end);
    if (held.at + (end - held.first) > room) {
        std::copy(values + held.at, values + held.at + (held.end - held.first), values);
        held.at = 0;
    }
    while (held.end < end) {
        const index_t next = std::min(
            end, chain_.cut(k + 1, held.end, end) + chain_.most(k + 1) - chain_.piece(k + 1));
        run_group(k + 1, x, held.end, next, values + held.at + (held.end - held.first), scratch);
        held.end = next;
    }
    // What is read beyond, for outputs that are not asked for, may be anything.
    return {values + held.at, room - held.at, 1, boundary::zero, held.first};
}

template class chain<float>;
template class chain<double>;
template class chain<std::complex<float>>;
template class chain<std::complex<double>>;
template class chain_pass<float>;
template class chain_pass<double>;
template class chain_pass<std::complex<float>>;
template class chain_pass<std::complex<double>>;

}  // namespace noble::engine
