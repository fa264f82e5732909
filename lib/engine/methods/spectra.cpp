#include "engine/methods/spectra.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/checked.hpp"
#include "transforms/real_transform.hpp"

namespace noble::engine {
namespace {

// A tap on the circle of F samples, a power of two: tap w meets x[j + w], so it lies at first − w.
template <class T>
struct placed_tap {
    index_t place;
    T value;
};

template <class T>
using filter = std::vector<placed_tap<T>>;

// The taps of a row, input by input.
template <class T>
std::vector<filter<T>> filters_of(const canonical<T>& form, index_t r, const block_grid& grid) {
    std::vector<filter<T>> filters(static_cast<std::size_t>(form.inputs()));
    const index_t points = grid.block.points;
    for (const auto& t : form.row(r)) {
        const index_t w = checked::floor_div(t.offset, form.inputs());
        const auto m = static_cast<std::size_t>(t.offset - w * form.inputs());
        filters[m].push_back({(grid.span.first - w) & (points - 1), t.value});
    }
    return filters;
}

// Adds the spectrum of the taps' real or imaginary parts, times 1/F, to `to`. A real filter's
// spectrum is X[F − k] = conj(X[k]).
template <class Real, class T>
void add_spectrum(const filter<T>& taps, bool imaginary, const real_transform& transform,
                  const std::vector<index_t>& order, const kernels::split<Real>& to) {
    const auto samples = transform.samples();
    const double scale = 1.0 / static_cast<double>(samples.size());
    std::ranges::fill(samples, 0.0);
    for (const auto& t : taps) {
        const double value = imaginary ? std::imag(t.value) : std::real(t.value);
        samples[static_cast<std::size_t>(t.place)] = value * scale;
    }
    const auto points = static_cast<index_t>(samples.size());
    const auto half = transform();
    // A factor in place of a branch: no processor foresees which half comes next.
    constexpr std::array<double, 2> sign_of_half{1, -1};
    for (std::size_t i = 0; i < order.size(); ++i) {
        const index_t k = order[i];
        const auto& x = half[static_cast<std::size_t>(std::min(k, points - k))];
        const double im = x.imag() * sign_of_half[k > points / 2 ? 1 : 0];
        to.re[i] += static_cast<Real>(imaginary ? -im : x.real());
        to.im[i] += static_cast<Real>(imaginary ? x.real() : im);
    }
}

template <class Real>
double largest_of(const kernels::split<Real>& x, index_t points) {
    double largest = 0;
    for (index_t i = 0; i < points; ++i) {
        largest = std::max(largest, std::norm(std::complex<double>(x.re[i], x.im[i])));
    }
    return std::sqrt(largest);
}

}  // namespace

template <class Real>
template <class T>
spectra<Real>::spectra(const canonical<T>& form, const block_grid& grid,
                       const kernels::table<Real>& kernels)
    : transforms_(grid.block.points, kernels), inputs_(form.inputs()) {
    const index_t points = grid.block.points;
    const index_t size = spectrum_size<Real>(points);
    require_memory(size * form.outputs() * form.inputs(), sizeof(Real), "the spectra of filters");
    values_ = aligned_memory<Real>(size * form.outputs() * form.inputs());
    const auto transform = transform_makers().front().make(points);
    const auto order = transforms_.order();
    const auto has_imaginary_part = [](const auto& t) { return std::imag(t.value) != 0; };
    Real* to = values_.data();
    for (index_t r = 0; r < form.outputs(); ++r) {
        for (const auto& taps : filters_of(form, r, grid)) {
            const auto parts = split_at(to, points);
            add_spectrum(taps, false, *transform, order, parts);
            if (std::ranges::any_of(taps, has_imaginary_part)) {
                add_spectrum(taps, true, *transform, order, parts);
            }
            largest_ = std::max(largest_, largest_of(parts, points));
            to += size;
        }
    }
}

template <class Real>
kernels::split<const Real> spectra<Real>::of(index_t r, index_t m) const {
    const index_t points = transforms_.points();
    const Real* const at = values_.data() + (r * inputs_ + m) * spectrum_size<Real>(points);
    return split_at(at, points);
}

template class spectra<float>;
template class spectra<double>;
template spectra<float>::spectra(const canonical<float>&, const block_grid&,
                                 const kernels::table<float>&);
template spectra<double>::spectra(const canonical<double>&, const block_grid&,
                                  const kernels::table<double>&);
template spectra<float>::spectra(const canonical<std::complex<float>>&, const block_grid&,
                                 const kernels::table<float>&);
template spectra<double>::spectra(const canonical<std::complex<double>>&, const block_grid&,
                                  const kernels::table<double>&);

}  // namespace noble::engine
