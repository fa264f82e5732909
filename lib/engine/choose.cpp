#include "engine/choose.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

#include "algebra/brief.hpp"
#include "engine/element.hpp"
#include "engine/instruction_set.hpp"
#include "engine/overlap_save.hpp"
#include "noble/error.hpp"

namespace noble::engine {
namespace {

template <class T>
double multiplies_per_output(const canonical<T>& form) {
    double parts = 0;
    for (const auto& t : form.taps()) {
        parts += (std::real(t.value) != 0 ? 1 : 0) + (std::imag(t.value) != 0 ? 1 : 0);
    }
    return parts * words_of<T> / static_cast<double>(form.outputs());
}

// Products in a nanosecond, as measured on a recent server processor: only ratios matter here.
template <class Real>
double products_per_nanosecond(instruction_set set) {
    const double width = static_cast<double>(kernels_of<Real>(set).width);
    switch (set) {
        case instruction_set::plain:
            return 1;
        case instruction_set::sse2:
            return width * 2.5;  // separate additions
        case instruction_set::avx2:
        case instruction_set::avx512:
            return width * 5.6;
    }
    return 1;
}

// Nanoseconds per output of a word that is asked for `count` of them.
template <class T>
class cost_model {
 public:
    cost_model(const canonical<T>& form, index_t count)
        : form_(form), count_(static_cast<double>(std::max<index_t>(count, 1))) {}

    [[nodiscard]] double of(method m, instruction_set set) const {
        const double products =
            multiplies_per_output(form_) / products_per_nanosecond<real_of<T>>(set);
        switch (m) {
            case method::flow:
                return moved(1) + products + 0.05 * words;
            case method::lanes:
                return moved(1) + 1.1 * products + 0.15 * words * (1 + inputs_per_output());
            case method::thin:
                return moved(1) + 0.05 * words;
            case method::fft:
                return moved(1) + transforms();
            case method::rows:
                return moved(1) + 2 * multiplies_per_output(form_) + 3 * words;
        }
        return 0;
    }

 private:
    static constexpr double words = words_of<T>;

    [[nodiscard]] double inputs_per_output() const {
        return static_cast<double>(form_.inputs()) / static_cast<double>(form_.outputs());
    }
    // Bytes read and written, a few to a nanosecond.
    [[nodiscard]] double moved(double times) const {
        return times * 0.035 * sizeof(T) * (1 + inputs_per_output());
    }
    // Whole groups of blocks, however few outputs are wanted.
    [[nodiscard]] double transforms() const {
        const auto grid = overlap_save_runner<T>::grid_for(form_);
        if (!grid) return 0;
        const double pair = 2 * static_cast<double>(grid->block.outputs);
        const double group = static_cast<double>(grid->tile());
        const double per_group = grid->block.cost * pair * (sizeof(real_of<T>) == 8 ? 2 : 1);
        return per_group * std::ceil(count_ / group) / count_;
    }

    const canonical<T>& form_;
    double count_;
};

std::vector<instruction_set> sets_to_try(const plan_options& options) {
    if (options.set) return {*options.set};
    return {default_instruction_set()};
}

std::string applicable_text(const auto& applicable) {
    std::string text;
    for (const method m : applicable) text += (text.empty() ? "" : ", ") + to_string(m);
    return text;
}

template <class T>
std::vector<method> methods_for(const op& word, const canonical<T>& form,
                                const plan_options& options) {
    std::vector<method> found;
    for (const method m : methods) {
        if (applies(m, form)) found.push_back(m);
    }
    if (!options.use) return found;
    if (std::ranges::find(found, *options.use) != found.end()) return {*options.use};
    throw argument_error("the method " + to_string(*options.use) + " does not run " + brief(word) +
                         "; " + applicable_text(found) + " would");
}

// Nanoseconds per output over some tiles in the middle of a signal; the best of several runs.
template <class T>
double measured_cost(const runner<T>& r, const canonical<T>& form) {
    using clock = std::chrono::steady_clock;
    constexpr int runs = 7;
    const index_t tiles = std::max<index_t>(1, (index_t{1} << 16) / r.tile());
    const index_t outputs = tiles * r.tile();
    const index_t n = outputs / form.outputs() * form.inputs() + 1;
    require_memory(n + outputs + r.scratch(), sizeof(T), "the signal that a plan is timed on");
    const std::vector<T> x(static_cast<std::size_t>(n), T{1});
    std::vector<T> y(static_cast<std::size_t>(outputs));
    std::vector<T> scratch(static_cast<std::size_t>(r.scratch()));
    const extended_input<T> in{x.data(), n, 1, boundary::zero};
    double best = 0;
    for (int i = 0; i < runs; ++i) {
        const auto start = clock::now();
        for (index_t t = 0; t < outputs; t += r.tile()) {
            r.run(in, t, t + r.tile(), y.data() + t, scratch.data());
        }
        const std::chrono::duration<double, std::nano> took = clock::now() - start;
        const double cost = took.count() / static_cast<double>(outputs);
        if (i == 0 || cost < best) best = cost;
    }
    return best;
}

double cost_of(const plan_stage::candidate& c) { return c.measured.value_or(c.predicted); }

template <class T>
std::vector<plan_stage::candidate> candidates(const op& word, const canonical<T>& form,
                                              index_t count, const plan_options& options) {
    const cost_model<T> cost(form, count);
    std::vector<plan_stage::candidate> all;
    for (const method m : methods_for(word, form, options)) {
        for (const auto set : sets_to_try(options)) {
            all.push_back({m, set, cost.of(m, set), {}});
            if (options.how == effort::measure) {
                all.back().measured =
                    measured_cost(*make_runner<T>(m, form, set, options.how), form);
            }
        }
    }
    std::ranges::stable_sort(all, {}, cost_of);
    return all;
}

}  // namespace

template <class T>
choice<T> choose_runner(const op& word, const canonical<T>& form, index_t count,
                        const plan_options& options) {
    auto all = candidates(word, form, count, options);
    choice<T> result;
    result.best = make_runner<T>(all.front().how, form, all.front().set, options.how);
    auto& stage = result.stage;
    stage.word = brief(word);
    stage.outputs = form.outputs();
    stage.inputs = form.inputs();
    stage.taps = static_cast<index_t>(form.taps().size());
    stage.multiplies = multiplies_per_output(form);
    stage.latency = word.latency().value_or(0);
    stage.tile = result.best->tile();
    if (all.front().how == method::fft) {
        stage.transform = overlap_save_runner<T>::grid_for(form)->block.size;
    }
    stage.chosen = all.front();
    stage.others.assign(all.begin() + 1, all.end());
    return result;
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

}  // namespace noble::engine
