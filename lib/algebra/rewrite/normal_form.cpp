#include "algebra/rewrite/normal_form.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "algebra/canonical/normal_word.hpp"
#include "algebra/rewrite/measure.hpp"
#include "algebra/words/parts.hpp"
#include "base/checked.hpp"
#include "noble/canonical.hpp"

namespace noble::rewriting {
namespace {

template <class Scalar>
sequence sequence_of(tap_list<Scalar> taps) {
    if (taps.empty()) return {};
    std::ranges::sort(taps, {}, &tap<Scalar>::index);
    const index_t first = taps.front().index;
    const index_t last = taps.back().index;
    return {first, last, std::move(taps)};
}

// n and Mn − Lm of coprime L, M name each pair (n, m) modulo (L, M) once, so every kernel of that
// period is h[n, m] = q[Mn − Lm]: the word ↓M·conv(q)·↑L.
template <class Scalar>
op coprime_word(const canonical<Scalar>& form) {
    tap_list<Scalar> taps;
    for (const auto& t : form.taps()) {
        const index_t place = checked::sub(checked::mul(form.inputs(), t.row),
                                           checked::mul(form.outputs(), t.offset));
        taps.push_back({place, t.value});
    }
    return normal_word(form.outputs(), form.inputs(), sequence_of(std::move(taps)));
}

// The taps of row r, each at sign·offset.
template <class Scalar>
sequence row_kernel(const canonical<Scalar>& form, index_t r, int sign) {
    tap_list<Scalar> taps;
    for (const auto& t : form.row(r)) {
        taps.push_back({sign > 0 ? t.offset : checked::neg(t.offset), t.value});
    }
    return sequence_of(std::move(taps));
}

template <class Scalar>
std::vector<index_t> rows_in_use(const canonical<Scalar>& form) {
    std::vector<index_t> rows;
    for (const auto& t : form.taps()) {
        if (rows.empty() || rows.back() != t.row) rows.push_back(t.row);
    }
    return rows;
}

using words = std::vector<op>;

// y[Lj + r] = Σₒ c_r[o]·x[Mj + o] is ↓M with the kernel q[−o] = c_r[o].
template <class Scalar>
words by_outputs(const canonical<Scalar>& form, const std::vector<index_t>& rows) {
    words terms;
    for (const index_t r : rows) {
        const op decimator = normal_word(1, form.inputs(), row_kernel(form, r, -1));
        const auto [c, core] = as_multiple(decimator);
        const op branch = up(form.outputs(), r) * core;
        terms.push_back(c == exact(1) ? branch : c * branch);
    }
    return terms;
}

// By the rows of the transpose: y[n] = Σⱼ c_m[n − Lj]·x[Mj + m].
template <class Scalar>
words by_inputs(const canonical<Scalar>& turned, const std::vector<index_t>& rows) {
    words terms;
    for (const index_t m : rows) {
        const op interpolator = normal_word(turned.inputs(), 1, row_kernel(turned, m, 1));
        terms.push_back(interpolator * down(turned.outputs(), m));
    }
    return terms;
}

using least = std::optional<op>;

void keep_less(least& best, const op& a) {
    if (!best || measure_of(a) < measure_of(*best)) best = a;
}

// The branches of a form, after a word that is added to them.
template <class Scalar>
void try_branches(least& best, const words& before, const canonical<Scalar>& form, index_t most) {
    const auto with = [&](words terms) {
        terms.insert(terms.begin(), before.begin(), before.end());
        keep_less(best, sum_of(terms));
    };
    const auto few = [&](const std::vector<index_t>& rows) {
        return static_cast<index_t>(rows.size() + before.size()) <= most;
    };
    if (const auto rows = rows_in_use(form); few(rows)) with(by_outputs(form, rows));
    const auto turned = transpose(form);
    if (const auto rows = rows_in_use(turned); few(rows)) with(by_inputs(turned, rows));
}

// The form of period (L, M)/parts that agrees with rows i·L/parts … (i+1)·L/parts of this one.
template <class Scalar>
canonical<Scalar> stretch_of_rows(const canonical<Scalar>& form, index_t parts, index_t i) {
    const index_t outputs = form.outputs() / parts;
    const index_t inputs = form.inputs() / parts;
    std::vector<periodic_tap<Scalar>> taps;
    for (const auto& t : form.taps()) {
        if (t.row / outputs != i) continue;
        taps.push_back({t.row - i * outputs, checked::sub(t.offset, i * inputs), t.value});
    }
    return {outputs, inputs, std::move(taps)};
}

template <class Scalar>
canonical<Scalar> negated(const canonical<Scalar>& form) {
    std::vector<periodic_tap<Scalar>> taps(form.taps().begin(), form.taps().end());
    for (auto& t : taps) t.value = -t.value;
    return {form.outputs(), form.inputs(), std::move(taps)};
}

// Longer periods are not searched for a word W.
constexpr index_t most_parts = 64;

template <class Scalar>
std::optional<op> shape_of(const canonical<Scalar>& form, index_t most) {
    const index_t g = std::gcd(form.outputs(), form.inputs());
    if (g == 1) return coprime_word(form);
    least best;
    try_branches(best, {}, form, most);
    for (index_t i = 0; g <= most_parts && i < g; ++i) {
        const auto common = stretch_of_rows(form, g, i);
        if (common.is_zero()) continue;
        const std::vector parts{form, negated(common)};
        try_branches(best, {coprime_word(common)}, reduce(add(std::span(parts))), most);
    }
    return best;
}

}  // namespace

std::optional<op> normal_form(const op& a, index_t most_terms) {
    return std::visit([&](const auto& form) { return shape_of(form, most_terms); },
                      canonical_form(a));
}

}  // namespace noble::rewriting
