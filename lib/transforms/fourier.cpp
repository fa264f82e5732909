#include "transforms/fourier.hpp"

#include <cmath>
#include <complex>
#include <numbers>

namespace noble {
namespace {

// ω^k = exp(−2πi·k/N) as ω^(k − k mod s)·ω^(k mod s), N and s powers of two: two short tables in
// place of a long one, and a rounding error more.
class unit_roots {
 public:
    explicit unit_roots(index_t n) : n_(n) {
        while (step() * step() < n) ++log_step_;
        for (index_t k = 0; k < step(); ++k) fine_.push_back(exact_root(k));
        for (index_t k = 0; k < n; k += step()) coarse_.push_back(exact_root(k));
    }
    // k ≥ 0
    [[nodiscard]] std::complex<double> operator()(index_t k) const {
        k &= n_ - 1;
        const auto a = coarse_[static_cast<std::size_t>(k >> log_step_)];
        const auto b = fine_[static_cast<std::size_t>(k & (step() - 1))];
        return {a.real() * b.real() - a.imag() * b.imag(),
                a.real() * b.imag() + a.imag() * b.real()};
    }

 private:
    [[nodiscard]] index_t step() const { return index_t{1} << log_step_; }
    [[nodiscard]] std::complex<double> exact_root(index_t k) const {
        return std::polar(1.0,
                          -2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(n_));
    }

    index_t n_;
    int log_step_ = 0;
    std::vector<std::complex<double>> fine_;
    std::vector<std::complex<double>> coarse_;
};

// The reals that the roots of n vectors take: ω^i, ω^2i and ω^3i for i < n/4, then those of n/4, …
// above 8
index_t level_size(index_t n) {
    index_t size = 0;
    for (; n > 8; n /= 4) size += 6 * (n / 4);
    return size;
}

template <class Real>
void write_levels(index_t n, Real* to) {
    const unit_roots root(n);
    for (index_t part = n, step = 1; part > 8; part /= 4, step *= 4) {
        for (index_t i = 0; i < part / 4; ++i) {
            for (index_t r = 1; r < 4; ++r) {
                const auto w = root(r * i * step);
                *to++ = static_cast<Real>(w.real());
                *to++ = static_cast<Real>(w.imag());
            }
        }
    }
}

// The frequency that a transform of n vectors leaves at each place.
std::vector<index_t> column_order(index_t n) {
    if (n < 4) return n == 2 ? std::vector<index_t>{0, 1} : std::vector<index_t>{0};
    const auto quarter = column_order(n / 4);
    std::vector<index_t> order;
    order.reserve(static_cast<std::size_t>(n));
    for (index_t r = 0; r < 4; ++r) {
        for (const index_t k : quarter) order.push_back(4 * k + r);
    }
    return order;
}

}  // namespace

template <class Real>
fourier<Real>::fourier(index_t points, const kernels::table<Real>& kernels) : kernels_(kernels) {
    const index_t width = kernels.width;
    const index_t columns = points / width;
    const index_t of_columns = aligned_count<Real>(level_size(columns));
    const index_t of_lanes = aligned_count<Real>(level_size(width));
    require_memory(of_columns + of_lanes + 2 * points, sizeof(Real), "the roots of a transform");
    memory_ = aligned_memory<Real>(of_columns + of_lanes + 2 * points);
    Real* const at = memory_.data();
    Real* const between = at + of_columns + of_lanes;
    roots_ = {points, at, at + of_columns, between, between + points};
    write_levels(columns, at);
    write_levels(width, at + of_columns);
    const unit_roots root(points);
    index_t place = 0;
    for (const index_t k : column_order(columns)) {
        for (index_t l = 0; l < width; ++l, ++place) {
            const auto w = root(l * k);
            between[place] = static_cast<Real>(w.real());
            between[points + place] = static_cast<Real>(w.imag());
        }
    }
}

template <class Real>
void fourier<Real>::forward(const kernels::split<Real>& x) const {
    kernels_.forward(roots_, x.re, x.im);
}

template <class Real>
void fourier<Real>::inverse(const kernels::split<Real>& x) const {
    kernels_.inverse(roots_, x.re, x.im);
}

// Of each square, the vectors hold what the transforms of `width` vectors leave there, and the
// lanes what those of points/width left in as many neighbours.
template <class Real>
std::vector<index_t> fourier<Real>::order() const {
    const index_t width = kernels_.width;
    const index_t columns = points() / width;
    const auto of_columns = column_order(columns);
    const auto of_lanes = column_order(width);
    std::vector<index_t> order;
    order.reserve(static_cast<std::size_t>(points()));
    for (index_t j = 0; j < columns; j += width) {
        for (const index_t k2 : of_lanes) {
            for (index_t lane = 0; lane < width; ++lane) {
                order.push_back(of_columns[static_cast<std::size_t>(j + lane)] + columns * k2);
            }
        }
    }
    return order;
}

template class fourier<float>;
template class fourier<double>;

}  // namespace noble
