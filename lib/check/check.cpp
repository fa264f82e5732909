#include "noble/check.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <ostream>

#include "check/diagnose.hpp"
#include "check/exact_transpose.hpp"
#include "check/random_samples.hpp"
#include "finite/reference.hpp"
#include "noble/evaluate.hpp"
#include "noble/matrix.hpp"

namespace noble {
namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double infinite = std::numeric_limits<double>::infinity();

template <class T>
using vector = std::vector<T>;

template <class T>
vector<T> image(const linear_map& a, const vector<T>& x) {
    vector<T> y(static_cast<std::size_t>(a.rows()));
    const reference<T> run(a);
    run(x.data(), y.data());
    return y;
}

// ⟨x, y⟩ = Σ x·conj(y), in complex128
template <class T>
std::complex<double> inner(const vector<T>& x, const vector<T>& y) {
    std::complex<double> sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sum += std::complex<double>(x[i]) * std::conj(std::complex<double>(y[i]));
    }
    return sum;
}

template <class T>
double length(const vector<T>& x) {
    return std::sqrt(inner(x, x).real());
}

double units(double error, double bound) {
    if (error == 0) return 0;
    // Below the least normal number, relative bounds mean nothing.
    const double ratio = error / (bound + std::numeric_limits<double>::min());
    return std::isnan(ratio) ? infinite : ratio;
}

check_result verdict(std::string name, double error, const std::string& diagnosis = {}) {
    const bool passed = error <= 1;
    return {std::move(name), passed, error, passed ? "" : diagnosis};
}

constexpr const char* not_finite =
    "values that are not finite: do taps leave the range of float64, or does the map make NaNs?";

template <class T>
bool all_finite(const vector<T>& values) {
    return std::ranges::all_of(values, [](const T& v) {
        return std::isfinite(std::real(v)) && std::isfinite(std::imag(v));
    });
}

// The greatest |got − wanted| in units of bound, element by element.
template <class T>
double worst(const vector<T>& got, const vector<T>& wanted, const vector<double>& bound) {
    double error = 0;
    for (std::size_t i = 0; i < got.size(); ++i) {
        error = std::max(error, units(std::abs(got[i] - wanted[i]), bound[i]));
    }
    return error;
}

// |⟨Ax, y⟩ − ⟨x, Aᴴy⟩| against ε·‖A‖‖x‖‖y‖; ‖A‖ as these very vectors show it, from below.
template <class T>
check_result dot_test(const linear_map& a, random_samples<T>& random) {
    const auto x = random.values(a.cols());
    const auto y = random.values(a.rows());
    const auto ax = image(a, x);
    const auto ahy = image(a.H(), y);
    const double longest = static_cast<double>(std::max({a.rows(), a.cols(), index_t{1}}));
    const double shown = std::max(length(ax) * length(y), length(ahy) * length(x));
    const double error =
        units(std::abs(inner(ax, y) - inner(x, ahy)), 16 * std::sqrt(longest) * epsilon * shown);
    if (error <= 1) return verdict("dot test", error);
    if (!all_finite(ax) || !all_finite(ahy)) return verdict("dot test", error, not_finite);
    std::string why = diagnose_adjoint<T>(a);
    if (why.empty()) {
        why = "right on single samples, wrong on sums: does the map overwrite where it should add?";
    }
    return verdict("dot test", error, why);
}

check_result transpose_test(const linear_map& a) {
    return verdict("transpose", has_exact_transpose(a) ? 0 : infinite,
                   "matrix(A.T) is not the transpose of matrix(A)");
}

// y = M x and its bound (k + 4)·ε·Σ|M||x| for rows of k entries.
template <class T>
struct product_by_matrix {
    product_by_matrix(const linear_map& a, const vector<T>& x) {
        const auto matrix = sparse_matrix<T>(a);
        const double longest = length(x);
        for (std::size_t i = 0; i + 1 < matrix.row_begin.size(); ++i) {
            T sum{};
            double size = 0;
            for (auto k = matrix.row_begin[i]; k < matrix.row_begin[i + 1]; ++k) {
                const auto at = static_cast<std::size_t>(k);
                const T& in = x[static_cast<std::size_t>(matrix.columns[at])];
                sum += matrix.values[at] * in;
                size += std::abs(matrix.values[at]) * std::abs(in);
            }
            const auto count = static_cast<double>(matrix.row_begin[i + 1] - matrix.row_begin[i]);
            values.push_back(sum);
            // A product of maps cancels inside, where one matrix has already done so.
            bound.push_back(epsilon * (count + 4) * (size + longest));
        }
    }
    vector<T> values;
    vector<double> bound;
};

template <class T>
check_result evaluation_test(const char* name, const linear_map& a, random_samples<T>& random) {
    const auto x = random.values(a.cols());
    const product_by_matrix<T> wanted(a, x);
    const auto got = image(a, x);
    return verdict(name, worst(got, wanted.values, wanted.bound),
                   all_finite(got) ? "evaluation and matrix disagree" : not_finite);
}

// A(ax + by) against a·Ax + b·Ay, in units of ε·√n·max|…|.
template <class T>
check_result linearity_test(const linear_map& map, random_samples<T>& random) {
    const auto x = random.values(map.cols());
    const auto y = random.values(map.cols());
    const T a = random.value();
    const T b = random.value();
    vector<T> mixed(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) mixed[i] = a * x[i] + b * y[i];
    const auto ax = image(map, x);
    const auto ay = image(map, y);
    vector<T> wanted(ax.size());
    double size = 0;
    for (std::size_t i = 0; i < ax.size(); ++i) {
        wanted[i] = a * ax[i] + b * ay[i];
        size = std::max({size, std::abs(ax[i]), std::abs(ay[i])});
    }
    const double longest = static_cast<double>(std::max<std::size_t>(x.size(), 1));
    const vector<double> bound(ax.size(), 64 * std::sqrt(longest) * epsilon * size);
    const auto got = image(map, mixed);
    return verdict(
        "linearity", worst(got, wanted, bound),
        all_finite(got) ? "A(ax + by) is not a·Ax + b·Ay: the map is not linear" : not_finite);
}

template <class T>
strided_array<T> line(T* data, std::size_t n) {
    return {data, {static_cast<index_t>(n)}, {1}};
}

template <class T>
check_result accumulation_test(const linear_map& a, random_samples<T>& random) {
    const auto x = random.values(a.cols());
    const auto start = random.values(a.rows());
    const T alpha = random.value();
    const T beta = random.value();
    const auto ax = image(a, x);
    auto sum = start;
    auto fresh = vector<T>(start.size(), std::numeric_limits<double>::quiet_NaN());
    multiply<T>(a, line(x.data(), x.size()), line(sum.data(), sum.size()), alpha, beta, -1);
    multiply<T>(a, line(x.data(), x.size()), line(fresh.data(), fresh.size()), alpha, T{}, -1);
    vector<T> wanted_sum(start.size());
    vector<T> wanted_fresh(start.size());
    vector<double> bound(start.size());
    for (std::size_t i = 0; i < start.size(); ++i) {
        wanted_fresh[i] = alpha * ax[i];
        wanted_sum[i] = wanted_fresh[i] + beta * start[i];
        bound[i] = 8 * epsilon * (std::abs(ax[i]) + std::abs(start[i]));
    }
    const double error = std::max(worst(sum, wanted_sum, bound), worst(fresh, wanted_fresh, bound));
    return verdict("accumulation", error, "y <- a*A*x + b*y is wrong, or reads y where b = 0");
}

template <class T>
check_report check_in(const linear_map& a, std::uint64_t seed) {
    random_samples<T> random(seed);
    check_report report;
    report.results.push_back(dot_test(a, random));
    if (!a.has_custom()) {
        report.results.push_back(transpose_test(a));
        report.results.push_back(evaluation_test("evaluation", a, random));
        report.results.push_back(evaluation_test("transposed evaluation", a.T(), random));
    }
    report.results.push_back(linearity_test(a, random));
    report.results.push_back(accumulation_test(a, random));
    return report;
}

// Whether every custom map within takes complex128.
struct complex_taker {
    static bool all(const std::vector<linear_map>& maps) { return std::ranges::all_of(maps, of); }
    bool operator()(const map_node::bound_word& /*a*/) const { return true; }
    bool operator()(const map_node::product& a) const { return all(a.factors); }
    bool operator()(const map_node::sum& a) const { return all(a.terms); }
    bool operator()(const map_node::scaled& a) const { return all(a.map); }
    bool operator()(const map_node::block& a) const { return all(a.maps); }
    bool operator()(const map_node::block_diag& a) const { return all(a.maps); }
    bool operator()(const map_node::kron& a) const { return all(a.maps); }
    bool operator()(const map_node::custom& a) const { return std::get<3>(a.forward) != nullptr; }
    static bool of(const linear_map& map) { return std::visit(complex_taker{}, map.root()); }
};

}  // namespace

bool check_report::passed() const noexcept {
    return std::ranges::all_of(results, &check_result::passed);
}

std::string to_string(const check_report& report) {
    std::string text;
    for (const auto& r : report.results) {
        char line[96];
        std::snprintf(line, sizeof line, "%-22s %s   error %.3g of the bound", r.name.c_str(),
                      r.passed ? "pass" : "FAIL", r.error);
        text += line + (r.diagnosis.empty() ? "" : "   " + r.diagnosis) + "\n";
    }
    return text;
}

std::ostream& operator<<(std::ostream& out, const check_report& report) {
    return out << to_string(report);
}

check_report check(const linear_map& a, std::uint64_t seed) {
    if (complex_taker::of(a)) return check_in<std::complex<double>>(a, seed);
    return check_in<double>(a, seed);
}

}  // namespace noble
