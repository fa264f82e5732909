#include "engine/planning/choose.hpp"

#include <algorithm>
#include <bit>
#include <chrono>
#include <limits>
#include <vector>

#include "algebra/print/brief.hpp"
#include "base/checked.hpp"
#include "engine/planning/cost.hpp"
#include "engine/planning/wisdom.hpp"
#include "engine/signals/aligned_memory.hpp"
#include "kernels/instruction_set.hpp"
#include "noble/error.hpp"

namespace noble::engine {
namespace {

std::vector<instruction_set> sets_to_try(const plan_options& options) {
    if (options.instructions) return {*options.instructions};
    return {default_instruction_set()};
}

std::string applicable_text(const auto& applicable) {
    std::string text;
    for (const method m : applicable) text += (text.empty() ? "" : ", ") + to_string(m);
    return text;
}

template <class T>
std::vector<method> methods_for(const op& word, const workload& work, const plan_options& options) {
    std::vector<method> found;
    for (const method m : methods) {
        if (applies<T>(m, work)) found.push_back(m);
    }
    if (!options.method) return found;
    if (std::ranges::find(found, *options.method) != found.end()) return {*options.method};
    throw argument_error("the method " + to_string(*options.method) + " does not run " +
                         brief(word) + "; " + applicable_text(found) + " would");
}

// How many outputs are wanted, as measured costs tell them apart: ⌈log₂⌉. More than 2¹⁶ take as
// long each, or more than a block of fast transforms where that is longer.
int count_class(index_t count, const workload& work) {
    const index_t most = std::max(index_t{1} << 16, work.blocks ? work.blocks->tile() : 0);
    const index_t last = std::clamp<index_t>(count, 1, most) - 1;
    return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(last)));
}

// Nanoseconds for each of `count` outputs in the middle of a signal, whole tiles where it is more
// than one; the best of several runs.
template <class T>
double timed_cost(const runner<T>& r, const canonical<T>& form, index_t count) {
    using clock = std::chrono::steady_clock;
    using nanoseconds = std::chrono::duration<double, std::nano>;
    constexpr int runs = 7;
    constexpr nanoseconds patience = std::chrono::milliseconds(100);
    if (count > r.tile()) count -= count % r.tile();
    const index_t n = checked::ceil_div(count, form.outputs()) * form.inputs() + 1;
    require_memory(n + count + r.scratch(), sizeof(T), "the signal that a plan is timed on");
    const std::vector<T> x(static_cast<std::size_t>(n), T{1});
    aligned_memory<T> y(count);
    aligned_memory<T> scratch(r.scratch());
    const extended_input<T> in{x.data(), n, 1, boundary::zero};
    nanoseconds best{};
    nanoseconds all{};
    for (int i = 0; i < runs && all < patience; ++i) {
        const auto start = clock::now();
        for (index_t t = 0; t < count; t += r.tile()) {
            r.run(in, t, std::min(t + r.tile(), count), y.data() + t, scratch.data());
        }
        const nanoseconds took = clock::now() - start;
        if (i == 0 || took < best) best = took;
        all += took;
    }
    return best.count() / static_cast<double>(count);
}

// The least d for which every output n reads nothing beyond (n + d)·M/L: output L·j + r reads
// x[M·j + o].
template <class T>
index_t latency_of(const canonical<T>& form) {
    if (form.is_zero()) return 0;
    const auto ahead = [&](const auto& t) {
        return checked::sub(checked::mul(t.offset, form.outputs()),
                            checked::mul(t.row, form.inputs()));
    };
    const auto last = std::ranges::max_element(form.taps(), {}, ahead);
    return checked::ceil_div(ahead(*last), form.inputs());
}

double cost_of(const plan_stage::candidate& c) { return c.measured.value_or(c.predicted); }
double time_of(const plan_stage::candidate& c) {
    return c.measured.value_or(std::numeric_limits<double>::infinity());
}

// Of candidates by predicted cost: fills in what this process knows already, or finds out where it
// may. Who is predicted to be far behind is not timed.
template <class T>
void measure(std::vector<plan_stage::candidate>& all, const canonical<T>& form,
             const workload& work, index_t count, effort how) {
    constexpr double hopeless = 10;
    if (how == effort::estimate && !knows_costs()) return;
    const int kind = count_class(count, work);
    auto key = key_of(form, kind);
    const double least = all.front().predicted;
    for (auto& c : all) {
        key.instructions = c.instructions;
        key.method = c.method;
        c.measured = known_cost(key);
        if (c.measured || how == effort::estimate || c.predicted > hopeless * least) continue;
        c.measured =
            timed_cost(*make_runner<T>(c.method, form, c.instructions), form, index_t{1} << kind);
        remember_cost(key, *c.measured);
    }
}

template <class T>
std::vector<plan_stage::candidate> candidates(const op& word, const canonical<T>& form,
                                              const workload& work, index_t count,
                                              const plan_options& options) {
    std::vector<plan_stage::candidate> all;
    for (const method m : methods_for<T>(word, work, options)) {
        for (const auto set : sets_to_try(options)) {
            const double cost = predicted_cost<T>(m, work, set, static_cast<double>(count));
            all.push_back({m, set, cost, {}});
        }
    }
    std::ranges::stable_sort(all, {}, &plan_stage::candidate::predicted);
    measure(all, form, work, count, options.effort);
    // Predictions and times are not of one scale: where the one predicted to be best was timed,
    // those that were not timed come after it and its like, as predicted.
    if (all.front().measured) std::ranges::stable_sort(all, std::ranges::less{}, time_of);
    return all;
}

}  // namespace

template <class T>
choice<T> choose_runner(const op& word, const canonical<T>& form, index_t count,
                        const plan_options& options) {
    const auto work = workload_of(form);
    auto all = candidates(word, form, work, count, options);
    choice<T> result;
    result.best = make_runner<T>(all.front().method, form, all.front().instructions);
    auto& stage = result.stage;
    stage.word = brief(word);
    stage.outputs = form.outputs();
    stage.inputs = form.inputs();
    stage.taps = static_cast<index_t>(form.taps().size());
    stage.multiplies = work.multiplies;
    stage.latency = latency_of(form);
    stage.tile = result.best->tile();
    if (all.front().method == method::fft) stage.transform = work.blocks->block.points;
    stage.chosen = all.front();
    stage.others.assign(all.begin() + 1, all.end());
    return result;
}

template <class T>
double least_cost(const op& word, const canonical<T>& form, index_t count,
                  const plan_options& options) {
    return cost_of(candidates(word, form, workload_of(form), count, options).front());
}

template choice<float> choose_runner(const op&, const canonical<float>&, index_t,
                                     const plan_options&);
template choice<double> choose_runner(const op&, const canonical<double>&, index_t,
                                      const plan_options&);
template choice<std::complex<float>> choose_runner(const op&, const canonical<std::complex<float>>&,
                                                   index_t, const plan_options&);
template choice<std::complex<double>> choose_runner(const op&,
                                                    const canonical<std::complex<double>>&, index_t,
                                                    const plan_options&);

template double least_cost(const op&, const canonical<float>&, index_t, const plan_options&);
template double least_cost(const op&, const canonical<double>&, index_t, const plan_options&);
template double least_cost(const op&, const canonical<std::complex<float>>&, index_t,
                           const plan_options&);
template double least_cost(const op&, const canonical<std::complex<double>>&, index_t,
                           const plan_options&);

}  // namespace noble::engine
