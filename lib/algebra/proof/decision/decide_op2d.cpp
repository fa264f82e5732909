// Sums of Kronecker products, Σ A_t ⊗ B_t: zero iff for every place (n, m) of the rows' kernels the
// combination Σ A_t[n, m]·B_t is zero.
#include <algorithm>
#include <map>

#include "algebra/proof/decision/decide.hpp"
#include "algebra/proof/decision/proof_text.hpp"
#include "base/checked.hpp"
#include "noble/canonical.hpp"
#include "noble/error.hpp"

namespace noble {
namespace {

enum class side : std::uint8_t { left, right };

// The transposed forms of one term: rows of columns of the kernels, on common periods.
template <class Scalar>
struct separable {
    side of;
    canonical<Scalar> rows;
    canonical<Scalar> cols;
};

template <class Scalar>
std::vector<separable<Scalar>> separables(const op2d& a, const op2d& b) {
    std::vector<separable<Scalar>> terms;
    for (const auto& [word, of] : {std::pair{&a, side::left}, std::pair{&b, side::right}}) {
        for (const auto& t : word->terms()) {
            terms.push_back({of, canonical_form<Scalar>(t.rows), canonical_form<Scalar>(t.cols)});
        }
    }
    index_t rows = 1;
    index_t cols = 1;
    for (const auto& t : terms) {
        rows = checked::lcm(rows, t.rows.outputs());
        cols = checked::lcm(cols, t.cols.outputs());
    }
    for (auto& t : terms) {
        t.rows = transpose(stretch(t.rows, rows / t.rows.outputs()));
        t.cols = transpose(stretch(t.cols, cols / t.cols.outputs()));
    }
    return terms;
}

struct nearest_first {
    bool operator()(index_t a, index_t b) const { return is_nearer(a, b); }
};

template <class Scalar>
struct weighted {
    const separable<Scalar>* term;
    Scalar weight;
};

// What one output row takes from one input row: Σ weight·cols.
template <class Scalar>
canonical<Scalar> combined(const std::vector<weighted<Scalar>>& parts, const side* only) {
    std::vector<periodic_tap<Scalar>> taps;
    for (const auto& [term, weight] : parts) {
        if (only != nullptr && term->of != *only) continue;
        const bool negate = only == nullptr && term->of == side::right;
        for (const auto& t : term->cols.taps()) {
            const Scalar value = weight * t.value;
            taps.push_back({t.row, t.offset, negate ? -value : value});
        }
    }
    const auto& cols = parts.front().term->cols;
    return {cols.outputs(), cols.inputs(), std::move(taps)};
}

template <class Scalar>
polynomial value_at(const std::vector<weighted<Scalar>>& parts, side of, index_t m, index_t n) {
    const auto form = combined(parts, &of);
    for (const auto& t : form.row(m)) {
        if (t.offset == n) return polynomial(t.value);
    }
    return {};
}

// The witness among the outputs of input row m: the least input column, then the nearest output
// row, then the nearest output column.
template <class Scalar>
std::optional<witness2d> difference_in_row(const std::vector<separable<Scalar>>& terms, index_t m) {
    std::map<index_t, std::vector<weighted<Scalar>>, nearest_first> by_output;
    for (const auto& term : terms) {
        for (const auto& t : term.rows.row(m)) by_output[t.offset].push_back({&term, t.value});
    }
    std::optional<witness2d> best;
    const std::vector<weighted<Scalar>>* where = nullptr;
    for (const auto& [n, parts] : by_output) {
        const auto gap = combined(parts, nullptr);
        if (gap.is_zero()) continue;
        const index_t column = gap.taps().front().row;
        if (best && column >= best->input[1]) continue;
        const auto taps = gap.row(column);
        const auto nearest =
            std::ranges::min_element(taps, is_nearer, [](const auto& t) { return t.offset; });
        best = witness2d{{m, column}, {n, nearest->offset}, {}, {}};
        where = &parts;
    }
    if (!best) return {};
    best->left = value_at(*where, side::left, best->input[1], best->output[1]);
    best->right = value_at(*where, side::right, best->input[1], best->output[1]);
    return best;
}

template <class Scalar>
std::optional<witness2d> difference(const op2d& a, const op2d& b) {
    const auto terms = separables<Scalar>(a, b);
    std::vector<index_t> rows;
    for (const auto& term : terms) {
        for (const auto& t : term.rows.taps()) rows.push_back(t.row);
    }
    std::ranges::sort(rows);
    rows.erase(std::ranges::unique(rows).begin(), rows.end());
    for (const index_t m : rows) {
        if (auto found = difference_in_row(terms, m)) return found;
    }
    return {};
}

std::array<rate, 2> rates_of(const op2d& a) {
    return {a.terms().front().rows.rate(), a.terms().front().cols.rate()};
}

}  // namespace

// Every word's form, and the products of the rows' taps with the columns'.
proof_cost cost_of(const op2d& a) {
    constexpr double lowest_terms = 16;  // such a product takes as long as so many of integers
    proof_cost total;
    for (const auto& t : a.terms()) {
        const auto rows = cost_of(t.rows);
        const auto cols = cost_of(t.cols);
        total += rows;
        total += cols;
        total.products += lowest_terms * rows.terms * cols.terms;
    }
    return total;
}

proof_cost cost_of(const op2d& a, const op2d& b) {
    if (rates_of(a) != rates_of(b) || same_word(a, b)) return {};
    auto cost = cost_of(a);
    return cost += cost_of(b);
}

proof2d decide(const op2d& a, const op2d& b) {
    proof2d p{verdict::refuted, rates_of(a), rates_of(b), {}, {}, {}};
    for (const auto* word : {&a, &b}) {
        for (const auto& t : word->terms()) {
            add_unknowns(t.rows, p.unknowns);
            add_unknowns(t.cols, p.unknowns);
        }
    }
    if (p.left_rates != p.right_rates) return p;
    decide_same_rate(p, a, b, difference<exact>, difference<polynomial>);
    return p;
}

}  // namespace noble
