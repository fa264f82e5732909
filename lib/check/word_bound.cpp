#include "check/word_bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/checked.hpp"
#include "check/method_errors.hpp"
#include "engine/execution/forward_word.hpp"
#include "engine/execution/outputs_reached.hpp"
#include "engine/planning/groups.hpp"
#include "engine/signals/element.hpp"
#include "finite/wide.hpp"

namespace noble::engine {
namespace {

struct bounded_value {
    double size = 0;
    double error = 0;
    double products = 0;  ///< of a tap and a sample that make it up, not counted as errors yet
    void add(double weight, const bounded_value& v) {
        size += weight * v.size;
        error += weight * v.error;
        products += v.products;
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

    /// The outputs of the last group to act on these intervals, their sums not rounded yet.
    [[nodiscard]] sparse_values outputs(std::vector<interval> parts) const {
        return sums(0, std::move(parts));
    }
    /// A sum of at most so many roundings.
    static void round(bounded_value& sum, double most) {
        sum.error += (std::min(sum.products, most) + 3) * (epsilon * sum.size + least);
        sum.products = 1;
    }

 private:
    static constexpr double epsilon = std::numeric_limits<real_of<T>>::epsilon();
    static constexpr double least = std::numeric_limits<real_of<T>>::denorm_min();

    [[nodiscard]] sparse_values sums(std::size_t k, std::vector<interval> parts) const {
        sparse_values y(std::move(parts));
        const auto& form = groups_[k].form;
        const auto grid = transforms<T>(form, options_);
        sparse_values x = samples(k + 1, inputs_of(form, grid, y.parts()));
        for_each_index(y.parts(), [&](index_t i) {
            const index_t j = checked::floor_div(i, form.outputs());
            for (const auto& t : form.row(checked::floor_mod(i, form.outputs()))) {
                const double h = std::abs(static_cast<std::complex<double>>(t.value));
                y.at(i).add(h, x.at(form.inputs() * j + t.offset));
            }
        });
        if (grid) add_transform_errors(form, *grid, x, y);
        return y;
    }

    // What group k makes, or the signal: the inputs of the group before.
    [[nodiscard]] sparse_values samples(std::size_t k, std::vector<interval> parts) const {
        if (k < groups_.size()) {
            sparse_values y = sums(k, std::move(parts));
            const double most = most_summed_terms(groups_[k].form);
            for_each_index(y.parts(), [&](index_t i) { round(y.at(i), most); });
            return y;
        }
        sparse_values y(std::move(parts));
        for_each_index(y.parts(), [&](index_t m) { y.at(m) = extended(m); });
        return y;
    }

    [[nodiscard]] bounded_value extended(index_t m) const {
        bounded_value value;
        for (const auto& term : extend(word_.boundary, word_.n, m)) {
            const auto i = static_cast<std::size_t>(term.index);
            value.add(std::abs(weight_of(term)), {x_.size[i], x_.error[i], 1});
        }
        return value;
    }

    // Taps may lie far apart: what lies between those that do not is held too.
    static constexpr index_t near = 64;
    static std::vector<interval> inputs_of(const canonical<T>& form,
                                           const std::optional<block_grid>& grid,
                                           const std::vector<interval>& outputs) {
        std::vector<interval> inputs;
        const auto read = [&](const interval& more) {
            auto* last = inputs.empty() ? nullptr : &inputs.back();
            if (last != nullptr && last->begin <= more.begin && more.begin <= last->end + near) {
                last->end = std::max(last->end, more.end);
            } else {
                inputs.push_back(more);
            }
        };
        for_each_index(outputs, [&](index_t i) {
            if (grid) return read(grid->transformed(i));
            const index_t at = form.inputs() * checked::floor_div(i, form.outputs());
            for (const auto& t : form.row(checked::floor_mod(i, form.outputs()))) {
                read({at + t.offset, at + t.offset + 1});
            }
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
bounded_output word_bound(const map_node::bound_word& a, const bounded_output& x,
                          const plan_options& options) {
    const auto word = forward_word(a);
    const auto groups = fused_groups<T>(word.word, word.outputs.count(), options);
    const bool folds = folds_back(a);
    const std::vector<interval> parts =
        folds ? outputs_reached(word.word, groups, word.n) : merged({word.outputs});
    sparse_values outputs = chain_bounder<T>(word, x, groups, options).outputs(parts);
    std::vector<bounded_value> sums(static_cast<std::size_t>(folds ? a.n : word.outputs.count()));
    for_each_index(parts, [&](index_t i) {
        const auto add = [&](index_t at, double weight) {
            sums[static_cast<std::size_t>(at)].add(weight, outputs.at(i));
        };
        if (!folds) return add(i - word.outputs.begin, 1);
        for (const auto& term : extend(a.boundary, a.n, i)) {
            add(term.index, std::abs(weight_of(term)));
        }
    });
    // Taps are summed in pieces, and what a transposed extension folds back one by one.
    const double most =
        folds ? std::numeric_limits<double>::infinity() : most_summed_terms(groups.front().form);
    bounded_output y;
    for (auto& sum : sums) {
        chain_bounder<T>::round(sum, most);
        y.size.push_back(sum.size);
        y.error.push_back(sum.error);
    }
    return y;
}

template bounded_output word_bound<float>(const map_node::bound_word&, const bounded_output&,
                                          const plan_options&);
template bounded_output word_bound<double>(const map_node::bound_word&, const bounded_output&,
                                           const plan_options&);
template bounded_output word_bound<std::complex<float>>(const map_node::bound_word&,
                                                        const bounded_output&, const plan_options&);
template bounded_output word_bound<std::complex<double>>(const map_node::bound_word&,
                                                         const bounded_output&,
                                                         const plan_options&);

}  // namespace noble::engine
