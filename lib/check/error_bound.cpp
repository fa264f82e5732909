#include "check/error_bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/checked.hpp"
#include "check/chain_bound.hpp"
#include "check/method_errors.hpp"
#include "engine/execution/forward_word.hpp"
#include "engine/planning/groups.hpp"
#include "engine/signals/element.hpp"
#include "finite/wide.hpp"
#include "noble/canonical.hpp"
#include "noble/error.hpp"

namespace noble::engine {
namespace {

using values = std::vector<double>;

std::size_t at(index_t i) { return static_cast<std::size_t>(i); }

values part(const values& all, index_t begin, index_t count) {
    const auto from = all.begin() + begin;
    return {from, from + count};
}

void append(values& all, const values& more) { all.insert(all.end(), more.begin(), more.end()); }

void add(values& to, const values& more) {
    std::ranges::transform(to, more, to.begin(), std::plus<>());
}

// f(output, input, |tap|·|weight|) for each product that makes up an output of a word.
template <class T, class F>
void for_each_product(const map_node::bound_word& a, const canonical<T>& form, const F& f) {
    for (index_t i = a.outputs.begin; i < a.outputs.end; ++i) {
        const index_t j = checked::floor_div(i, form.outputs());
        for (const auto& t : form.row(checked::floor_mod(i, form.outputs()))) {
            const index_t m = form.inputs() * j + t.offset;
            for (const auto& term : extend(a.boundary, a.n, m)) {
                const double weight = std::abs(weight_of(term));
                const double tap = std::abs(static_cast<std::complex<double>>(t.value));
                if (a.transposed) {
                    f(term.index, i - a.outputs.begin, tap * weight);
                } else {
                    f(i - a.outputs.begin, term.index, tap * weight);
                }
            }
        }
    }
}

// ‖x̃‖ of the samples lo … hi−1 of an extended signal of these magnitudes.
double norm(const map_node::bound_word& a, const values& magnitudes, const interval& samples) {
    double sum = 0;
    for (index_t m = samples.begin; m < samples.end; ++m) {
        double value = 0;
        for (const auto& term : extend(a.boundary, a.n, m)) {
            value += std::abs(weight_of(term)) * magnitudes[at(term.index)];
        }
        sum += value * value;
    }
    return std::sqrt(sum);
}

// The outputs from the first to the last one that reads a sample of [0, n).
template <class T>
interval reached(const canonical<T>& form, index_t n) {
    interval all{std::numeric_limits<index_t>::max(), std::numeric_limits<index_t>::min()};
    for (const auto& t : form.taps()) {
        const index_t first = checked::ceil_div(-t.offset, form.inputs());
        const index_t end = checked::ceil_div(n - t.offset, form.inputs());
        all.begin = std::min(all.begin, form.outputs() * first + t.row);
        all.end = std::max(all.end, form.outputs() * (end - 1) + t.row + 1);
    }
    return all;
}

// 4·ε·log₂(M·F)·‖h‖·‖x_block‖ for each output; folded back where an extension is transposed.
template <class T>
values transform_errors(const map_node::bound_word& a, const block_grid& grid,
                        const values& magnitudes) {
    const auto word = forward_word(a);
    const auto form = rounded<T>(canonical_form<exact>(word.word));
    const double unit = transform_error_unit(form, grid);
    const bool folds = a.transposed && a.boundary != boundary::zero;
    const interval outputs = folds ? reached(form, word.n) : word.outputs;
    values errors(at(folds ? a.n : outputs.count()));
    for (index_t i = outputs.begin; i < outputs.end;) {
        const index_t end =
            std::min(outputs.end, (checked::floor_div(i, grid.tile()) + 1) * grid.tile());
        const double error = unit * norm(word, magnitudes, grid.transformed(i));
        for (; i < end; ++i) {
            if (!folds) {
                errors[at(i - outputs.begin)] = error;
                continue;
            }
            for (const auto& term : extend(a.boundary, a.n, i)) {
                errors[at(term.index)] += std::abs(weight_of(term)) * error;
            }
        }
    }
    return errors;
}

template <class T>
struct bounder {
    static constexpr double epsilon = std::numeric_limits<real_of<T>>::epsilon();
    static constexpr double least = std::numeric_limits<real_of<T>>::denorm_min();

    const linear_map& map;
    const bounded_output& x;
    const plan_options& options;

    using result = bounded_output;

    result of(const linear_map& part, const result& in) const {
        return std::visit(bounder{part, in, options}, part.root());
    }
    static result nothing(index_t rows) { return {values(at(rows)), values(at(rows))}; }

    result operator()(const map_node::bound_word& a) const {
        const auto word = forward_word(a);
        const auto groups = fused_groups<T>(word.word, word.outputs.count(), options);
        if (groups.size() > 1) return chain_bound(a, x, groups, options);
        const auto form = rounded<T>(canonical_form<exact>(a.word));
        result y = nothing(map.rows());
        values products(at(map.rows()));
        for_each_product(a, form, [&](index_t out, index_t in, double h) {
            y.size[at(out)] += h * x.size[at(in)];
            y.error[at(out)] += h * x.error[at(in)];
            products[at(out)] += 1;
        });
        // Taps are summed in pieces, and what a transposed extension folds back one by one.
        const bool folds = a.transposed && a.boundary != boundary::zero;
        const double longest = folds ? std::numeric_limits<double>::infinity()
                                     : most_summed_terms(groups.front().form);
        for (std::size_t i = 0; i < y.size.size(); ++i) {
            const double terms = std::min(products[i], longest) + 3;
            y.error[i] += terms * (epsilon * y.size[i] + least);
        }
        if (const auto grid = transforms(groups.front().form, options)) {
            add(y.error, transform_errors<T>(a, *grid, x.size));
        }
        return y;
    }

    result operator()(const map_node::product& a) const {
        result y = x;
        for (std::size_t i = a.factors.size(); i-- > 0;) y = of(a.factors[i], y);
        return y;
    }
    result operator()(const map_node::sum& a) const {
        result y = nothing(map.rows());
        for (const auto& term : a.terms) add_term(y, of(term, x));
        return y;
    }
    result operator()(const map_node::scaled& a) const {
        result y = of(a.map.front(), x);
        const double c = std::abs(a.c.to<std::complex<double>>());
        for (std::size_t i = 0; i < y.size.size(); ++i) {
            y.size[i] *= c;
            y.error[i] = c * y.error[i] + 2 * (epsilon * y.size[i] + least);
        }
        return y;
    }
    result operator()(const map_node::block& a) const {
        result y;
        for (std::size_t i = 0; i < a.maps.size(); i += a.width) {
            result row = nothing(a.maps[i].rows());
            index_t column = 0;
            for (std::size_t j = i; j < i + a.width; ++j) {
                const index_t cols = a.maps[j].cols();
                add_term(row,
                         of(a.maps[j], {part(x.size, column, cols), part(x.error, column, cols)}));
                column += cols;
            }
            append(y.size, row.size);
            append(y.error, row.error);
        }
        return y;
    }
    result operator()(const map_node::block_diag& a) const {
        result y;
        index_t column = 0;
        for (const auto& m : a.maps) {
            const result own =
                of(m, {part(x.size, column, m.cols()), part(x.error, column, m.cols())});
            append(y.size, own.size);
            append(y.error, own.error);
            column += m.cols();
        }
        return y;
    }
    // One axis after another, the last first.
    result operator()(const map_node::kron& a) const {
        result y = x;
        index_t after = 1;
        for (std::size_t axis = a.maps.size(); axis-- > 0;) {
            y = along(a.maps[axis], y, after);
            after *= a.maps[axis].rows();
        }
        return y;
    }
    result operator()(const map_node::custom& /*a*/) const {
        throw argument_error("a custom map has no error bound: " + to_string(map));
    }

 private:
    static void add_term(result& sum, const result& term) {
        add(sum.size, term.size);
        add(sum.error, term.error);
        for (std::size_t i = 0; i < sum.size.size(); ++i) sum.error[i] += epsilon * sum.size[i];
    }
    result along(const linear_map& map, const result& in, index_t after) const {
        const index_t cols = map.cols();
        const index_t before =
            cols == 0 || after == 0 ? 0 : static_cast<index_t>(in.size.size()) / cols / after;
        result out = nothing(before * map.rows() * after);
        for (index_t line = 0; line < before * after; ++line) {
            const auto place = [&](index_t length, index_t i) {
                return at((line / after * length + i) * after + line % after);
            };
            result own = nothing(cols);
            for (index_t i = 0; i < cols; ++i) {
                own.size[at(i)] = in.size[place(cols, i)];
                own.error[at(i)] = in.error[place(cols, i)];
            }
            own = of(map, own);
            for (index_t i = 0; i < map.rows(); ++i) {
                out.size[place(map.rows(), i)] = own.size[at(i)];
                out.error[place(map.rows(), i)] = own.error[at(i)];
            }
        }
        return out;
    }
};

}  // namespace

template <class T>
bounded_output error_bound(const linear_map& a, const std::vector<double>& magnitudes,
                           const plan_options& options) {
    const bounded_output x{magnitudes, values(magnitudes.size())};
    return std::visit(bounder<T>{a, x, options}, a.root());
}

template bounded_output error_bound<float>(const linear_map&, const std::vector<double>&,
                                           const plan_options&);
template bounded_output error_bound<double>(const linear_map&, const std::vector<double>&,
                                            const plan_options&);
template bounded_output error_bound<std::complex<float>>(const linear_map&,
                                                         const std::vector<double>&,
                                                         const plan_options&);
template bounded_output error_bound<std::complex<double>>(const linear_map&,
                                                          const std::vector<double>&,
                                                          const plan_options&);

}  // namespace noble::engine
