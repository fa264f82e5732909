#include "check/chain_bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/checked.hpp"
#include "check/method_errors.hpp"
#include "engine/execution/forward_word.hpp"
#include "engine/execution/outputs_reached.hpp"
#include "engine/signals/element.hpp"
#include "finite/wide.hpp"

namespace noble::engine {
namespace {

struct bounded_value {
    double size = 0;
    double error = 0;
    void add(double weight, const bounded_value& v) {
        size += weight * v.size;
        error += weight * v.error;
    }
};

/// Values on disjoint ascending intervals, which may lie far apart.
class sparse_values {
 public:
    explicit sparse_values(std::vector<interval> parts) : parts_(std::move(parts)) {
        index_t count = 0;
        for (const auto& p : parts_) {
            starts_.push_back(count);
            count = checked::add(count, p.count());
        }
        require_memory(count, sizeof(bounded_value), "the bound of an intermediate signal");
        values_.resize(static_cast<std::size_t>(count));
    }

    [[nodiscard]] const std::vector<interval>& parts() const { return parts_; }
    /// The value at index m, which lies in one of the parts.
    bounded_value& at(index_t m) {
        const auto after = std::ranges::upper_bound(parts_, m, {}, &interval::begin);
        const auto i = static_cast<std::size_t>(after - parts_.begin()) - 1;
        return values_[static_cast<std::size_t>(starts_[i] + m - parts_[i].begin)];
    }

 private:
    std::vector<interval> parts_;
    std::vector<index_t> starts_;
    std::vector<bounded_value> values_;
};

template <class F>
void for_each_index(const std::vector<interval>& parts, const F& f) {
    for (const auto& p : parts) {
        for (index_t i = p.begin; i < p.end; ++i) f(i);
    }
}

template <class T>
class chain_bounder {
 public:
    chain_bounder(const map_node::bound_word& word, const bounded_output& x,
                  const std::vector<fused_group<T>>& groups, const plan_options& options)
        : word_(word), x_(x), groups_(groups), options_(options) {}

    /// The outputs of group k on these intervals.
    [[nodiscard]] sparse_values outputs(std::size_t k, std::vector<interval> parts) const {
        sparse_values y(std::move(parts));
        if (k == groups_.size()) {
            for_each_index(y.parts(), [&](index_t m) { y.at(m) = extended(m); });
            return y;
        }
        const auto& form = groups_[k].form;
        const auto grid = transforms<T>(form, options_);
        sparse_values x = outputs(k + 1, inputs_of(form, grid, y.parts()));
        const double most = most_summed_terms(form);
        for_each_index(y.parts(), [&](index_t i) {
            double terms = 0;
            const index_t j = checked::floor_div(i, form.outputs());
            for (const auto& t : form.row(checked::floor_mod(i, form.outputs()))) {
                const double h = std::abs(static_cast<std::complex<double>>(t.value));
                y.at(i).add(h, x.at(form.inputs() * j + t.offset));
                ++terms;
            }
            y.at(i).error += (std::min(terms, most) + 3) * (epsilon * y.at(i).size + least);
        });
        if (grid) add_transform_errors(form, *grid, x, y);
        return y;
    }

 private:
    static constexpr double epsilon = std::numeric_limits<real_of<T>>::epsilon();
    static constexpr double least = std::numeric_limits<real_of<T>>::denorm_min();

    // At most four terms, rounded to T.
    [[nodiscard]] bounded_value extended(index_t m) const {
        bounded_value value;
        for (const auto& term : extend(word_.boundary, word_.n, m)) {
            const auto i = static_cast<std::size_t>(term.index);
            value.add(std::abs(weight_of(term)), {x_.size[i], x_.error[i]});
        }
        if (m < 0 || m >= word_.n) value.error += 5 * (epsilon * value.size + least);
        return value;
    }

    static std::vector<interval> inputs_of(const canonical<T>& form,
                                           const std::optional<block_grid>& grid,
                                           const std::vector<interval>& outputs) {
        std::vector<interval> inputs;
        for_each_index(outputs, [&](index_t i) {
            if (grid) return inputs.push_back(grid->transformed(i));
            const auto row = form.row(checked::floor_mod(i, form.outputs()));
            if (row.empty()) return;
            const index_t at = form.inputs() * checked::floor_div(i, form.outputs());
            inputs.push_back({at + row.front().offset, at + row.back().offset + 1});
        });
        return merged(std::move(inputs));
    }

    // 4·ε·log₂(M·F)·‖h‖·‖x_block‖
    void add_transform_errors(const canonical<T>& form, const block_grid& grid, sparse_values& x,
                              sparse_values& y) const {
        const double unit = transform_error_unit<T>(form, grid);
        interval block;
        double error = 0;
        for_each_index(y.parts(), [&](index_t i) {
            const interval transformed = grid.transformed(i);
            if (transformed != block) {
                block = transformed;
                double energy = 0;
                for_each_index({block}, [&](index_t m) {
                    const double value = x.at(m).size + x.at(m).error;
                    energy += value * value;
                });
                error = unit * std::sqrt(energy);
            }
            y.at(i).error += error;
        });
    }

    const map_node::bound_word& word_;
    const bounded_output& x_;
    const std::vector<fused_group<T>>& groups_;
    const plan_options& options_;
};

}  // namespace

template <class T>
bounded_output chain_bound(const map_node::bound_word& a, const bounded_output& x,
                           const std::vector<fused_group<T>>& groups, const plan_options& options) {
    constexpr double epsilon = std::numeric_limits<real_of<T>>::epsilon();
    const auto word = forward_word(a);
    const bool folds = a.transposed && a.boundary != boundary::zero;
    const std::vector<interval> parts =
        folds ? outputs_reached(rounded<T>(canonical_form<exact>(word.word)), word.n)
              : merged({word.outputs});
    sparse_values outputs = chain_bounder<T>(word, x, groups, options).outputs(0, parts);
    const auto rows = static_cast<std::size_t>(folds ? a.n : word.outputs.count());
    bounded_output y{std::vector<double>(rows), std::vector<double>(rows)};
    std::vector<double> terms(rows);
    for_each_index(parts, [&](index_t i) {
        const auto add = [&](index_t at, double weight) {
            const auto k = static_cast<std::size_t>(at);
            y.size[k] += weight * outputs.at(i).size;
            y.error[k] += weight * outputs.at(i).error;
            ++terms[k];
        };
        if (!folds) return add(i - word.outputs.begin, 1);
        for (const auto& term : extend(a.boundary, a.n, i))
            add(term.index, std::abs(weight_of(term)));
    });
    for (std::size_t k = 0; folds && k < rows; ++k) {
        y.error[k] += (terms[k] + 3) * epsilon * y.size[k];
    }
    return y;
}

template bounded_output chain_bound(const map_node::bound_word&, const bounded_output&,
                                    const std::vector<fused_group<float>>&, const plan_options&);
template bounded_output chain_bound(const map_node::bound_word&, const bounded_output&,
                                    const std::vector<fused_group<double>>&, const plan_options&);
template bounded_output chain_bound(const map_node::bound_word&, const bounded_output&,
                                    const std::vector<fused_group<std::complex<float>>>&,
                                    const plan_options&);
template bounded_output chain_bound(const map_node::bound_word&, const bounded_output&,
                                    const std::vector<fused_group<std::complex<double>>>&,
                                    const plan_options&);

}  // namespace noble::engine
