// Random words against the oracle: every claim that noble makes about a word, checked for at least
// 10,000 of them in every run.
#include "support/random_word.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <algorithm>
#include <cmath>
#include <complex>
#include <numeric>
#include <optional>
#include <set>

#include "engine/execution/plan_cache.hpp"
#include "noble/canonical.hpp"
#include "noble/evaluate.hpp"
#include "noble/matrix.hpp"
#include "noble/support.hpp"
#include "support/property.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

struct refuted : std::runtime_error {
    using std::runtime_error::runtime_error;
};

void demand(bool holds, const char* claim) {
    if (!holds) throw refuted(claim);
}

exact_matrix transposed(const exact_matrix& a, bool conjugated) {
    exact_matrix b{.rows = a.cols, .cols = a.rows, .den = a.den, .entries = {}};
    for (index_t j = 0; j < a.cols; ++j) {
        for (index_t i = 0; i < a.rows; ++i) {
            b.entries.push_back(conjugated ? conj(a.at(i, j)) : a.at(i, j));
        }
    }
    return b;
}

bool equals(const csr<exact>& got, const exact_matrix& expected) {
    if (got.rows != expected.rows || got.cols != expected.cols) return false;
    std::size_t at = 0;
    for (index_t i = 0; i < expected.rows; ++i) {
        if (got.row_begin.at(static_cast<std::size_t>(i)) != static_cast<index_t>(at)) return false;
        for (index_t j = 0; j < expected.cols; ++j) {
            if (expected.at(i, j).is_zero()) continue;
            if (at == got.columns.size() || got.columns[at] != j) return false;
            if (got.values[at++] != to_exact(expected.at(i, j), expected.den)) return false;
        }
    }
    return at == got.values.size() && at == got.columns.size() &&
           got.row_begin.back() == static_cast<index_t>(at);
}

/// Correctly rounded: both numbers are doubles, and one division rounds once.
double rounded_quotient(wide a, wide den) {
    return static_cast<double>(a) / static_cast<double>(den);
}

bool equals(const xt::xtensor<complex128, 2>& got, const exact_matrix& expected) {
    if (static_cast<index_t>(got.shape(0)) != expected.rows ||
        static_cast<index_t>(got.shape(1)) != expected.cols) {
        return false;
    }
    return std::equal(got.begin(), got.end(), expected.entries.begin(), expected.entries.end(),
                      [&](const complex128& a, const gaussian& b) {
                          return a.real() == rounded_quotient(b.re, expected.den) &&
                                 a.imag() == rounded_quotient(b.im, expected.den);
                      });
}

void matrices_agree(const random_case& c, const op& a, const exact_matrix& expected) {
    const linear_map map = a.on(c.n, c.kept_window(), c.boundary);
    demand(map.rows() == expected.rows && map.cols() == expected.cols, "the shape");
    demand(c.kept_window().of(a, c.n).count() == expected.rows, "the window's count");
    demand(expected.rows == 0 || c.kept_window().of(a, c.n).begin == c.outputs().begin,
           "the window's first output");
    demand(equals(sparse_matrix<exact>(map), expected), "the exact sparse matrix");
    demand(equals(matrix<complex128>(map), expected), "the complex128 matrix");
    demand(!is_real(c.word) || map.is_real(), "a word of real letters is real");
    demand(equals(sparse_matrix<exact>(map.T()), transposed(expected, false)),
           "the matrix of the transposed map");
    demand(equals(matrix<complex128>(map.H()), transposed(expected, true)),
           "the matrix of the adjoint map");
    demand(equals(matrix<complex128>(map.T().T()), expected), "the transpose of the transpose");
}

void transpose_is_a_word(const random_case& c, const op& a) {
    const interval kept = c.outputs();
    const window given(kept.begin, kept.count());
    const window inputs(0, c.n);
    demand(sparse_matrix<exact>(a.on(c.n, given).T()) ==
               sparse_matrix<exact>((a.T() * delay(kept.begin)).on(kept.count(), inputs)),
           "A.on(n, {f, m}).T == (A.T * delay(f)).on(m, {0, n})");
}

/// Row n of the kernel as the canonical form tells it.
signal row_of(const canonical<exact>& form, index_t n, bool& integral) {
    index_t j = n / form.outputs();
    index_t r = n % form.outputs();
    if (r < 0) {
        r += form.outputs();
        --j;
    }
    signal row;
    for (const auto& [at, offset, value] : form.row(r)) {
        integral = integral && value.re().get_den() == 1 && value.im().get_den() == 1 && at == r;
        row.emplace_back(form.inputs() * j + offset,
                         gaussian{value.re().get_num().get_si(), value.im().get_num().get_si()});
    }
    return row;
}

bool is_kernel_of(const canonical<exact>& form, const word_tree& word, index_t rows) {
    bool integral = true;
    for (index_t n = -3; n < rows; ++n) {
        if (row_of(form, n, integral) != kernel_row(word, n)) return false;
    }
    return integral;
}

/// True where h[n+L/f, m+M/f] = h[n, m] for no f > 1 that divides both.
bool is_smallest(const canonical<exact>& form) {
    const index_t g = std::gcd(form.outputs(), form.inputs());
    for (index_t f = 2; f <= g; ++f) {
        if (g % f != 0) continue;
        bool periodic = true;
        bool integral = true;
        for (index_t n = 0; n < form.outputs() && periodic; ++n) {
            signal row = row_of(form, n, integral);
            for (auto& [m, value] : row) m += form.inputs() / f;
            periodic = row == row_of(form, n + form.outputs() / f, integral);
        }
        if (periodic) return false;
    }
    return true;
}

void canonical_forms_agree(const random_case& c, const op& a) {
    const auto form = canonical_form<exact>(a);
    const rate r = rate_of(c.word);
    const index_t periods = std::lcm(form.outputs(), period_of(c.word).first) + form.outputs();
    demand(a.rate() == r, "the rate");
    demand(form.outputs() * r.inputs == form.inputs() * r.outputs, "the period has the rate");
    demand(is_kernel_of(form, c.word, std::min<index_t>(periods, 600)), "the canonical form");
    demand(is_smallest(form), "the period of the canonical form is the smallest");
    demand(reduce(form) == form, "reducing twice changes nothing");
    demand(reduce(stretch(form, 3)) == form, "stretching and reducing");
    demand(transpose(transpose(form)) == form, "transposing the form twice");
    demand(reduce(transpose(form)) == canonical_form<exact>(a.T()), "the transposed form");
    demand(reduce(conj(form)) == canonical_form<exact>(conj(a)), "the conjugated form");
    if (c.word.what == letter::product) {
        auto product = canonical_form<exact>(make_op(c.word.parts[0]));
        for (std::size_t i = 1; i < c.word.parts.size(); ++i) {
            product = multiply(product, canonical_form<exact>(make_op(c.word.parts[i])));
        }
        demand(reduce(product) == form, "the product of forms is the form of the product");
    }
    if (c.word.what == letter::sum) {
        std::vector<canonical<exact>> terms;
        for (const word_tree& part : c.word.parts) {
            terms.push_back(canonical_form<exact>(make_op(part)));
        }
        demand(reduce(add<exact>(terms)) == form, "the sum of forms is the form of the sum");
    }
}

/// A = Σᵣ ↑(L, r) · ↓M · corr(c_r): the same operator, written quite differently.
op rewritten(const canonical<exact>& form) {
    std::vector<op> rows;
    for (index_t r = 0; r < form.outputs(); ++r) {
        tap_list<exact> taps;
        for (const auto& entry : form.row(r)) taps.push_back({entry.offset, entry.value});
        const index_t first = taps.empty() ? 0 : taps.front().index;
        const index_t last = taps.empty() ? 0 : taps.back().index;
        rows.push_back(up(form.outputs(), r) * down(form.inputs()) *
                       corr(sequence(first, last, taps)));
    }
    return sum_of(rows);
}

void equality_is_of_operators(const random_case& c, const op& a) {
    const auto form = canonical_form<exact>(a);
    const op other = rewritten(form);
    demand(a == other && other == a, "A equals its canonical form written as a word");
    demand(hash_value(a) == hash_value(other), "equal operators have equal hashes");
    const op one_more = other + up(form.outputs(), c.first) * down(form.inputs(), c.count);
    demand(!(a == one_more), "one entry more makes another operator");
    demand((a - other).rate() == a.rate() && canonical_form<exact>(a - other).is_zero(),
           "A − A is zero and keeps its rate");
    demand(a.T().T() == a && a.H().H() == a && conj(conj(a)) == a, "involutions");
    demand(a.H() == conj(a.T()), "H is the conjugate of T");
}

template <class T>
T number(const gaussian& a) {
    if constexpr (std::is_same_v<T, double>) {
        return static_cast<double>(a.re);
    } else {
        return T(static_cast<double>(a.re), static_cast<double>(a.im));
    }
}

/// Σ|entry|·|x|, bounding what rounding can do where the boundary divides or a transform is taken.
double largest_error(const random_case& c) {
    double largest = 0;
    for (index_t i = c.outputs().begin; i < c.outputs().end; ++i) {
        double all = 0;
        for (const auto& [m, h] : kernel_row(c.word, i)) {
            const extension e = extend_by_hand(c.boundary, c.n, m);
            double weights = 0;
            for (const auto& [j, weight] : e.terms)
                weights += std::abs(static_cast<double>(weight));
            all += std::abs(number<complex128>(h)) * weights / static_cast<double>(e.den);
        }
        largest = std::max(largest, all);
    }
    return 1e-13 * 150 * largest;
}

/// Whether a transform computes it, which rounds sums of integers too.
template <class T>
bool is_by_transform(const linear_map& map) {
    const engine::cached_plan<T> plan(map);
    return std::ranges::any_of(plan.run().explain().stages, [](const plan_stage& stage) {
        return stage.chosen.method == method::fft;
    });
}

/// y = A·x from the oracle's matrix, exactly where its entries are integers; else within `sums`
/// times the error of a row.
template <class T>
void evaluates(const linear_map& map, const exact_matrix& expected, const random_case& c,
               index_t sums, const char* claim) {
    constexpr bool real = std::is_same_v<T, double>;
    const std::vector<gaussian> data = gaussian_data(c.seed, expected.cols, real);
    auto x = xt::xtensor<T, 1>::from_shape({data.size()});
    std::transform(data.begin(), data.end(), x.begin(), number<T>);
    const xt::xtensor<T, 1> y = map(x);
    xt::xtensor<T, 1> z = xt::ones<T>({static_cast<std::size_t>(expected.rows)});
    multiply(map, x, z, T(2), T(-3));
    demand(static_cast<index_t>(y.size()) == expected.rows, claim);
    const bool exactly = expected.den == 1 && !is_by_transform<T>(map);
    const double tolerance = exactly ? 0 : largest_error(c) * static_cast<double>(sums);
    for (index_t i = 0; i < expected.rows; ++i) {
        gaussian sum;
        for (index_t j = 0; j < expected.cols; ++j) {
            sum = sum + expected.at(i, j) * data[static_cast<std::size_t>(j)];
        }
        const T value = number<T>(sum) / static_cast<double>(expected.den);
        const auto at = static_cast<std::size_t>(i);
        demand(std::abs(y(at) - value) <= tolerance, claim);
        demand(std::abs(z(at) - (2.0 * value - T(3))) <= 2 * tolerance, "y ← 2Ax − 3y");
    }
}

void evaluation_agrees(const random_case& c, const op& a, const exact_matrix& expected) {
    const linear_map map = a.on(c.n, c.kept_window(), c.boundary);
    evaluates<complex128>(map, expected, c, 1, "A(x)");
    const exact_matrix flipped = transposed(expected, false);
    // A column of the matrix may sum more than a row does.
    const index_t rows = std::max<index_t>(1, expected.rows);
    evaluates<complex128>(map.T(), flipped, c, rows, "A.T(x)");
    evaluates<complex128>(map.H(), transposed(expected, true), c, rows, "A.H(x)");
    if (is_real(c.word)) {
        evaluates<double>(map, expected, c, 1, "A(x) in float64");
        evaluates<double>(map.T(), flipped, c, rows, "A.T(x) in float64");
    }
}

void sequences_agree(const random_case& c, const op& a) {
    const std::vector<gaussian> data = gaussian_data(c.seed, 1 + c.n % 7, false);
    signal x;
    std::vector<exact> values;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (!data[i].is_zero()) x.emplace_back(static_cast<index_t>(i) + c.first, data[i]);
        values.push_back(to_exact(data[i]));
    }
    const sequence y = a(sequence(values).shifted(c.first));
    const signal expected = forward(c.word, x);
    const auto got = y.taps<exact>();
    demand(std::equal(got.begin(), got.end(), expected.begin(), expected.end(),
                      [](const tap<exact>& p, const auto& q) {
                          return p.index == q.first && p.value == to_exact(q.second);
                      }),
           "a word applied to a sequence");
}

/// n − m·L/M over all non-zero h[n, m], as numerators over M.
std::set<index_t> traces(const word_tree& word) {
    const rate r = rate_of(word);
    std::set<index_t> times;
    for (index_t n = 0; n < period_of(word).first; ++n) {
        for (const auto& [m, value] : kernel_row(word, n)) {
            times.insert(n * r.inputs - m * r.outputs);
        }
    }
    return times;
}

index_t ceil_quotient(index_t a, index_t b) { return a / b + (a % b > 0 ? 1 : 0); }

/// Whether h[N − n, K − m] = ±h[n, m] for all n, m.
bool is_mirrored(const word_tree& word, index_t N, index_t K, bool negated) {
    for (index_t n = 0; n < period_of(word).first; ++n) {
        signal mirrored;
        for (const auto& [m, value] : kernel_row(word, N - n)) {
            mirrored.emplace_back(K - m, negated ? -value : value);
        }
        std::reverse(mirrored.begin(), mirrored.end());
        if (mirrored != kernel_row(word, n)) return false;
    }
    return true;
}

/// (first + last)/2 over M where some mirror about it maps the kernel onto ± itself.
bool has_delay(const word_tree& word, index_t twice) {
    const rate r = rate_of(word);
    for (index_t N = 0; N < period_of(word).first; ++N) {
        const index_t scaled = N * r.inputs - twice;  // N·M/L' − … = K·L/M
        if (scaled % r.outputs != 0) continue;
        const index_t K = scaled / r.outputs;
        if (is_mirrored(word, N, K, false) || is_mirrored(word, N, K, true)) return true;
    }
    return false;
}

void properties_agree(const random_case& c, const op& a) {
    const std::set<index_t> times = traces(c.word);
    demand(a.support().has_value() == !times.empty(), "only zero has no support");
    demand(a.latency().has_value() == !times.empty(), "only zero has no latency");
    if (times.empty()) {
        demand(!a.delay().has_value(), "zero has no delay");
        return;
    }
    const rate r = rate_of(c.word);
    const auto over = [&](index_t t) { return ratio(mpz_class(t), mpz_class(r.inputs)); };
    demand(a.support()->first == over(*times.begin()), "the support's beginning");
    demand(a.support()->last == over(*times.rbegin()), "the support's end");
    demand(a.latency() == ceil_quotient(-*times.begin(), r.inputs), "the latency");
    const index_t twice = *times.begin() + *times.rbegin();
    if (has_delay(c.word, twice)) {
        demand(a.delay().has_value(), "a mirrored kernel has a delay");
        demand(*a.delay() == over(twice) / 2, "the delay");
    } else {
        demand(!a.delay().has_value(), "only mirrored kernels have a delay");
    }
}

void everything_agrees(const random_case& c) {
    const op a = make_op(c.word);
    const exact_matrix expected = matrix_of(c.word, c.n, c.outputs(), c.boundary);
    matrices_agree(c, a, expected);
    transpose_is_a_word(c, a);
    canonical_forms_agree(c, a);
    equality_is_of_operators(c, a);
    evaluation_agrees(c, a, expected);
    sequences_agree(c, a);
    properties_agree(c, a);
}

}  // namespace

TEST_CASE("random words: matrix, transpose, canonical form and evaluation are the oracle's") {
    CHECK(holds("random words", random_words(), [] {
        const random_case c = *random_cases();
        try {
            everything_agrees(c);
        } catch (const std::exception& failed) {
            RC_FAIL(std::string("does not hold: ") + failed.what());
        }
        RC_TAG(depth(c.word));
    }));
}
