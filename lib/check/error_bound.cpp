#include "check/error_bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "check/word_bound.hpp"
#include "engine/signals/element.hpp"
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

    result operator()(const map_node::bound_word& a) const { return word_bound<T>(a, x, options); }

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
