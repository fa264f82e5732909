#include "engine/spectra.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "algebra/checked.hpp"
#include "engine/transform.hpp"

namespace noble::engine {
namespace {

// A tap on the circle of F samples: tap w meets x[j + w], so it lies at first − w.
template <class T>
struct placed_tap {
    index_t place;
    T value;
};

// The taps of a row, input by input.
template <class T>
std::vector<std::vector<placed_tap<T>>> filters_of(const canonical<T>& form, index_t r,
                                                   const block_grid& grid) {
    std::vector<std::vector<placed_tap<T>>> filters(static_cast<std::size_t>(form.inputs()));
    const index_t points = grid.block.points;
    for (const auto& t : form.row(r)) {
        const index_t w = checked::floor_div(t.offset, form.inputs());
        const auto m = static_cast<std::size_t>(t.offset - w * form.inputs());
        filters[m].push_back({(points - (w - grid.first)) % points, t.value});
    }
    return filters;
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
    require_memory(points, 2 * sizeof(std::complex<double>), "the spectrum of a filter");
    values_ = make_aligned<Real>(size * form.outputs() * form.inputs());
    const transform forward(points);
    const auto circle = make_aligned<std::complex<double>>(points);
    const auto order = transforms_.order();
    const double scale = 1.0 / static_cast<double>(points);
    Real* to = values_.get();
    for (index_t r = 0; r < form.outputs(); ++r) {
        for (const auto& filter : filters_of(form, r, grid)) {
            std::fill_n(circle.get(), points, std::complex<double>{});
            for (const auto& t : filter) {
                circle[static_cast<std::size_t>(t.place)] =
                    static_cast<std::complex<double>>(t.value) * scale;
            }
            forward(circle.get());
            const auto parts = split_at(to, points);
            for (std::size_t i = 0; i < order.size(); ++i) {
                const auto& g = circle[static_cast<std::size_t>(order[i])];
                parts.re[i] = static_cast<Real>(g.real());
                parts.im[i] = static_cast<Real>(g.imag());
                largest_ = std::max(largest_, std::norm(g));
            }
            to += size;
        }
    }
    largest_ = std::sqrt(largest_);
}

template <class Real>
kernels::split<const Real> spectra<Real>::of(index_t r, index_t m) const {
    const index_t points = transforms_.points();
    const Real* const at = values_.get() + (r * inputs_ + m) * spectrum_size<Real>(points);
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
