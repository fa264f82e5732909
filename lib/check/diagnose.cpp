#include "check/diagnose.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <optional>
#include <vector>

#include "finite/reference.hpp"

namespace noble {
namespace {

using complex128 = std::complex<double>;

// What is as small beside the rest is rounding.
constexpr double slack = 1e-10;

// A small dense matrix, in complex128 whatever the map computes in.
struct dense {
    index_t rows = 0;
    index_t cols = 0;
    std::vector<complex128> values;

    [[nodiscard]] complex128 at(index_t i, index_t j) const {
        if (i < 0 || j < 0 || i >= rows || j >= cols) return 0;
        return values[static_cast<std::size_t>(i * cols + j)];
    }
};

template <class F>
dense filled(index_t rows, index_t cols, const F& f) {
    dense m{rows, cols, {}};
    for (index_t i = 0; i < rows; ++i) {
        for (index_t j = 0; j < cols; ++j) m.values.push_back(f(i, j));
    }
    return m;
}

// The columns A e₀, A e₁, …, as the map computes them.
template <class T>
dense probed(const linear_map& a) {
    const reference<T> run(a);
    std::vector<T> x(static_cast<std::size_t>(a.cols()));
    std::vector<T> y(static_cast<std::size_t>(a.rows()));
    dense m{a.rows(), a.cols(), std::vector<complex128>(x.size() * y.size())};
    for (std::size_t j = 0; j < x.size(); ++j) {
        x[j] = 1;
        run(x.data(), y.data());
        x[j] = 0;
        for (std::size_t i = 0; i < y.size(); ++i) m.values[i * x.size() + j] = y[i];
    }
    return m;
}

double norm(const dense& m) {
    double sum = 0;
    for (const auto& value : m.values) sum += std::norm(value);
    return std::sqrt(sum);
}

bool agree(const dense& a, const dense& b) {
    if (a.rows != b.rows || a.cols != b.cols) return false;
    double sum = 0;
    for (std::size_t i = 0; i < a.values.size(); ++i) sum += std::norm(a.values[i] - b.values[i]);
    return std::sqrt(sum) <= slack * std::max(norm(a), norm(b));
}

dense adjoint(const dense& m) {
    return filled(m.cols, m.rows, [&](index_t i, index_t j) { return std::conj(m.at(j, i)); });
}

dense conjugate(const dense& m) {
    return filled(m.rows, m.cols, [&](index_t i, index_t j) { return std::conj(m.at(i, j)); });
}

dense shifted(const dense& m, index_t down, index_t right) {
    return filled(m.rows, m.cols, [&](index_t i, index_t j) { return m.at(i - down, j - right); });
}

dense flipped(const dense& m, bool rows, bool cols) {
    return filled(m.rows, m.cols, [&](index_t i, index_t j) {
        return m.at(rows ? m.rows - 1 - i : i, cols ? m.cols - 1 - j : j);
    });
}

dense scaled(const dense& m, complex128 c) {
    return filled(m.rows, m.cols, [&](index_t i, index_t j) { return c * m.at(i, j); });
}

dense product(const dense& a, const dense& b) {
    return filled(a.rows, b.cols, [&](index_t i, index_t j) {
        complex128 sum = 0;
        for (index_t k = 0; k < a.cols; ++k) sum += a.at(i, k) * b.at(k, j);
        return sum;
    });
}

dense unit(index_t n) {
    return filled(n, n, [](index_t i, index_t j) { return complex128(i == j ? 1 : 0); });
}

std::string number(complex128 c) {
    const auto part = [&](double p) { return std::abs(p) > slack * std::abs(c) ? p : 0; };
    const double im = part(c.imag());
    char text[80];
    std::snprintf(text, sizeof text, im == 0 ? "%.6g" : "%.6g%+.6gi", part(c.real()), im);
    return text;
}

// The familiar mistakes. `given` is the adjoint as implemented, `right` the adjoint of the matrix.
std::string scale_mistake(const dense& given, const dense& right) {
    complex128 overlap = 0;
    for (std::size_t i = 0; i < given.values.size(); ++i) {
        overlap += std::conj(right.values[i]) * given.values[i];
    }
    const double size = norm(right);
    const complex128 c = size > 0 ? overlap / (size * size) : 0;
    if (c == 0.0 || !agree(given, scaled(right, c))) return {};
    return "the adjoint is scaled by " + number(c);
}

std::string flip_mistake(const dense& given, const dense& right) {
    if (agree(given, flipped(right, true, true))) {
        return "the adjoint is flipped: is its kernel not reversed?";
    }
    if (agree(given, flipped(right, true, false))) return "the adjoint's outputs are flipped";
    if (agree(given, flipped(right, false, true))) return "the adjoint's inputs are flipped";
    return {};
}

// A shift loses what it moves across an edge: compare what both have in view.
std::string shift_mistake(const dense& given, const dense& right) {
    constexpr index_t farthest = 8;
    for (index_t d = 1; d <= farthest; ++d) {
        for (const index_t shift : {d, -d}) {
            if (norm(shifted(right, shift, 0)) > 0 &&
                agree(shifted(given, -shift, 0), shifted(shifted(right, shift, 0), -shift, 0))) {
                return "the adjoint's outputs are shifted by " + std::to_string(shift);
            }
            if (norm(shifted(right, 0, shift)) > 0 &&
                agree(shifted(given, 0, -shift), shifted(shifted(right, 0, shift), 0, -shift))) {
                return "the adjoint's inputs are shifted by " + std::to_string(shift);
            }
        }
    }
    return {};
}

std::string other_mistake(const dense& forward, const dense& given, const dense& right) {
    constexpr index_t largest_inverse = 256;
    if (agree(given, conjugate(right))) {
        return "a missing conjugate: the adjoint is the plain transpose";
    }
    if (agree(given, forward)) return "the adjoint repeats the forward map";
    const bool small = std::max(forward.rows, forward.cols) <= largest_inverse;
    if (small && agree(product(given, forward), unit(forward.cols))) {
        return "the adjoint is the inverse, not the adjoint";
    }
    return {};
}

}  // namespace

template <class T>
std::string diagnose_adjoint(const linear_map& a) {
    if (a.rows() == 0 || a.cols() == 0) return {};
    if (a.cols() > most_diagnosed / a.rows()) {
        return "the map is too large to look into; try a smaller one";
    }
    const dense forward = probed<T>(a);
    const dense given = probed<T>(a.H());
    const dense right = adjoint(forward);
    if (agree(given, right)) return {};
    for (const auto& mistake : {other_mistake(forward, given, right), scale_mistake(given, right),
                                flip_mistake(given, right), shift_mistake(given, right)}) {
        if (!mistake.empty()) return mistake;
    }
    return "the adjoint is not that of the forward map";
}

template std::string diagnose_adjoint<double>(const linear_map&);
template std::string diagnose_adjoint<std::complex<double>>(const linear_map&);

}  // namespace noble
