#include "engine/planning/choose.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <vector>

#include "algebra/print/brief.hpp"
#include "base/checked.hpp"
#include "engine/methods/methods.hpp"
#include "engine/planning/measured_costs.hpp"
#include "engine/planning/timed_cost.hpp"
#include "kernels/instruction_set.hpp"
#include "noble/error.hpp"

namespace noble::engine {
namespace {

std::string applicable_text(const auto& applicable) {
    std::string text;
    for (const method m : applicable) text += (text.empty() ? "" : ", ") + to_string(m);
    return text;
}

template <class T>
std::vector<method> methods_for(const op& word, const workload& work, const plan_options& options) {
    std::vector<method> found;
    for (const auto& row : method_table<T>()) {
        if (row.find(work) != nullptr) found.push_back(row.method);
    }
    if (!options.method) return found;
    if (std::ranges::find(found, *options.method) != found.end()) return {*options.method};
    throw argument_error("the method " + to_string(*options.method) + " does not run " +
                         brief(word) + "; " + applicable_text(found) + " would");
}

template <class T>
const implementation<T>& implementation_of(method m, const workload& work) {
    return *row_of<T>(m).find(work);
}

// How many outputs are wanted, as measured costs tell them apart: ⌈log₂⌉. More than 2¹⁶ take as
// long each, or more than a tile of fast transforms where that is longer.
int count_class(index_t count, const workload& work) {
    const index_t most = std::max(index_t{1} << 16, work.blocks ? work.blocks->tile() : 0);
    const index_t last = std::clamp<index_t>(count, 1, most) - 1;
    return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(last)));
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
        const auto run = implementation_of<T>(c.method, work).make(form, c.instructions);
        c.measured = timed_cost(*run, form, index_t{1} << kind);
        remember_cost(key, *c.measured);
    }
}

template <class T>
std::vector<plan_stage::candidate> candidates(const op& word, const canonical<T>& form,
                                              const workload& work, index_t count,
                                              const plan_options& options) {
    std::vector<plan_stage::candidate> all;
    const auto set = options.instructions.value_or(default_instruction_set());
    for (const method m : methods_for<T>(word, work, options)) {
        const auto& how = implementation_of<T>(m, work);
        all.push_back({m, set, how.cost(work, set, static_cast<double>(count)), {}});
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
    const auto& chosen = all.front();
    result.best = implementation_of<T>(chosen.method, work).make(form, chosen.instructions);
    auto& stage = result.stage;
    stage.word = brief(word);
    stage.outputs = form.outputs();
    stage.inputs = form.inputs();
    stage.taps = static_cast<index_t>(form.taps().size());
    stage.multiplies = work.multiplies;
    stage.latency = latency_of(form);
    stage.tile = result.best->tile();
    stage.transform = result.best->transform_points();
    stage.chosen = chosen;
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
