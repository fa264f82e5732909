// Bound words on arrays of whole numbers, where nothing rounds, held against the sums of their
// forms.
#pragma once

#include <limits>
#include <numeric>
#include <vector>

#include "engine/execution/forward_word.hpp"
#include "engine/execution/words/bound_chain.hpp"
#include "engine/execution/words/word_way.hpp"
#include "engine/methods/runner_cases.hpp"

namespace noble::testing {

/// A word made ready for the ways that run it.
struct bound_case {
    bound_case(const op& word, index_t n, const window& w, boundary b, const plan_options& how,
               bool transposed = false)
        : map{word, n, w.of(word, n), b, transposed},
          groups(engine::fused_groups<double>(engine::forward_word(map).word,
                                              engine::forward_word(map).outputs.count(), how)),
          chain(engine::forward_word(map), groups, how, report) {}

    map_node::bound_word map;
    plan_report report;
    std::vector<engine::fused_group<double>> groups;
    engine::bound_chain<double> chain;
};

/// A line of outputs: Σ c_r[o]·x̃[M·j + o], or Σₙ h[n, m]·x[n] of a transposed word, by unit
/// samples.
inline std::vector<double> by_formula(const map_node::bound_word& a, const std::vector<double>& x) {
    const auto form = form_of<double>(a.word);
    const auto outputs = [&](const std::vector<double>& in) {
        return by_formula(form, engine::extended_input<double>{in.data(), a.n, 1, a.boundary},
                          a.outputs.begin, a.outputs.end);
    };
    if (!a.transposed) return outputs(x);
    std::vector<double> y;
    std::vector<double> unit(static_cast<std::size_t>(a.n));
    for (double& sample : unit) {
        sample = 1;
        const auto column = outputs(unit);
        y.push_back(std::inner_product(x.begin(), x.end(), column.begin(), 0.0));
        sample = 0;
    }
    return y;
}

/// How the lines of an array lie: side by side or one after another, `gap` elements unused between
/// neighbours.
struct arrangement {
    index_t lines = 1;
    bool side_by_side = false;
    index_t gap = 0;

    [[nodiscard]] index_t stride() const { return side_by_side ? lines + gap : 1 + gap; }
    [[nodiscard]] index_t step(index_t length) const {
        return side_by_side ? 1 : length * stride();
    }
    [[nodiscard]] std::size_t at(index_t line, index_t i, index_t length) const {
        return static_cast<std::size_t>(line * step(length) + i * stride());
    }
    /// The lines of an array that has them so.
    template <class T>
    [[nodiscard]] engine::lines<T> of(T* data, index_t length) const {
        engine::lines<T> all{data, length, stride()};
        all.add_axis(lines, step(length));
        return all;
    }
    [[nodiscard]] std::vector<double> array(std::mt19937& random, index_t length) const {
        return whole_samples<double>(random, (length + 1) * stride() * (side_by_side ? 1 : lines));
    }
};

/// Whether y ← αAx + βy on every line, and nothing else is written.
template <class Way>
bool runs_as_stated(const Way& way, const map_node::bound_word& a, const arrangement& lie,
                    const engine::update<double>& by = {}, int threads = 1) {
    std::mt19937 random(7);
    const index_t cols = a.transposed ? a.outputs.count() : a.n;
    const index_t rows = a.transposed ? a.n : a.outputs.count();
    const auto x = lie.array(random, cols);
    auto y = lie.array(random, rows);
    auto wanted = y;
    for (index_t line = 0; line < lie.lines; ++line) {
        std::vector<double> in;
        for (index_t i = 0; i < cols; ++i) in.push_back(x[lie.at(line, i, cols)]);
        const auto image = by_formula(a, in);
        for (index_t i = 0; i < rows; ++i) {
            const auto at = lie.at(line, i, rows);
            wanted[at] = by.alpha * image[static_cast<std::size_t>(i)] + by.beta * y[at];
            if (by.beta == 0) y[at] = std::numeric_limits<double>::quiet_NaN();
        }
    }
    const index_t size = aligned_count<double>(way.scratch());
    const aligned_memory<double> scratch(size * threads);
    std::ranges::fill(scratch.all(), std::numeric_limits<double>::quiet_NaN());
    way.run(lie.of(x.data(), cols), lie.of(y.data(), rows), by, {scratch.data(), size, threads});
    return y == wanted;
}

}  // namespace noble::testing
