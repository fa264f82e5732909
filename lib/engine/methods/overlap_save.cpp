#include "engine/methods/overlap_save.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <ranges>

#include "base/checked.hpp"
#include "engine/methods/flow.hpp"
#include "engine/methods/lanes.hpp"
#include "engine/methods/speed.hpp"
#include "kernels/instruction_set.hpp"

namespace noble::engine {
namespace {

// With ‖x‖² below this no step overflows: |X_m| ≤ √F·‖x‖, and M·F of their products with G/F are
// added.
template <class Real>
Real energy_limit(double largest, const block_grid& grid) {
    const double terms = static_cast<double>(grid.block.points * grid.inputs);
    const double most = std::numeric_limits<Real>::max();
    const double norm = most / (4 * terms * std::sqrt(terms) * std::max(largest, 1 / terms));
    return static_cast<Real>(std::min(norm * norm, most / 4));
}

// By sums, for tiles that no transform is fit for.
template <class T>
std::unique_ptr<const runner<T>> direct_runner(const canonical<T>& form, instruction_set set) {
    if (form.outputs() == 1 && form.inputs() == 1) {
        return std::make_unique<const flow_runner<T>>(form, set);
    }
    return std::make_unique<const lane_runner<T>>(form, set);
}

}  // namespace

template <class T>
bool overlap_save_runner<T>::applies(const workload& work) {
    return work.blocks.has_value();
}

// Samples are moved before and after they are transformed; by the other methods meanwhile. Whole
// tiles, however few outputs are wanted.
template <class T>
double overlap_save_runner<T>::cost(const workload& work, instruction_set /*set*/, double count) {
    const block_grid& grid = *work.blocks;
    const double wanted = std::max(count, 1.0);
    const double pair = 2 * static_cast<double>(grid.block.periods * grid.outputs);
    const double per_tile = grid.block.cost * pair * (sizeof(real_of<T>) == 8 ? 2 : 1);
    const double tiles = std::ceil(wanted / static_cast<double>(grid.tile()));
    return 2 * moving_cost<T>(work) + 1.1 * (per_tile * tiles / wanted);
}

template <class T>
overlap_save_runner<T>::overlap_save_runner(const canonical<T>& form, instruction_set set)
    : overlap_save_runner(form, blocks_of(form).value(), set) {}

template <class T>
overlap_save_runner<T>::overlap_save_runner(const canonical<T>& form, const block_grid& grid,
                                            instruction_set set)
    : runner<T>(inputs_read(grid)),
      kernels_(kernels_of<real>(set)),
      grid_(grid),
      taps_reach_(reach::of(form)),
      spectra_(find_spectra(form, grid, kernels_)),
      most_energy_(energy_limit<real>(spectra_.filters->largest(), grid)),
      direct_(direct_runner(form, set)) {}

template <class T>
index_t overlap_save_runner<T>::spectra_size() const {
    return spectrum_size<real>(grid_.block.points) * (grid_.inputs + 1) / words_of<T>;
}

template <class T>
index_t overlap_save_runner<T>::scratch() const {
    return aligned_count<T>(spectra_size()) + aligned_count<T>(grid_.tile_inputs()) +
           aligned_count<T>(tile()) + direct_->scratch();
}

template <class T>
typename overlap_save_runner<T>::parts overlap_save_runner<T>::parts_of(T* scratch) const {
    T* const samples = scratch + aligned_count<T>(spectra_size());
    T* const values = samples + aligned_count<T>(grid_.tile_inputs());
    return {reals(scratch), samples, values, values + aligned_count<T>(tile())};
}

template <class T>
bool overlap_save_runner<T>::is_fit(const T* samples) const {
    return kernels_.energy(reals(samples), grid_.tile_inputs() * words_of<T>) < most_energy_;
}

// x_m of both blocks, or of the real and the imaginary part.
template <class T>
void overlap_save_runner<T>::load(const T* samples, index_t input,
                                  const kernels::split<real>& to) const {
    const real* const from = reals(samples + input);
    const index_t second = words_of<T> == 1 ? grid_.step() : 1;
    kernels_.pick(from, words_of<T> * grid_.inputs, to.re, grid_.block.points);
    kernels_.pick(from + second, words_of<T> * grid_.inputs, to.im, grid_.block.points);
}

// The outputs `part` of the tile, counted from its first, that are in the row.
template <class T>
void overlap_save_runner<T>::unload(const kernels::split<real>& circle, index_t row,
                                    const interval& part, T* y) const {
    const index_t count = grid_.block.periods;
    const index_t period = grid_.outputs;
    const index_t skipped = spectra_.of_transpose ? grid_.span.length() - 1 : 0;
    const kernels::split<real> from{circle.re + skipped, circle.im + skipped};
    if (words_of<T> == 2 && period == 1) {
        return kernels_.interleave(from.re + part.begin, from.im + part.begin,
                                   reals(y + part.begin), part.count());
    }
    const index_t first = checked::ceil_div(part.begin - row, period);
    const index_t end = checked::ceil_div(part.end - row, period);
    const auto place = [&](const real* values, real* to, index_t before) {
        const index_t a = std::clamp<index_t>(first - before, 0, count);
        const index_t b = std::clamp<index_t>(end - before, a, count);
        const index_t step = words_of<T> * period;
        if (a < b) kernels_.place(values + a, to + a * step, step, b - a);
    };
    real* const to = reals(y + row);
    place(from.re, to, 0);
    if (words_of<T> == 1) {
        place(from.im, to + count * period, count);
    } else {
        place(from.im, to + 1, 0);
    }
}

// Σ_m X_m·G_{r,m}, with G_{r,m} = conj(G_{m,r}) of the transpose.
template <class T>
void overlap_save_runner<T>::multiply(index_t row, const parts& at,
                                      const kernels::split<real>& to) const {
    const index_t points = grid_.block.points;
    for (index_t m = 0; m < grid_.inputs; ++m) {
        const real* const x = at.spectra + m * spectrum_size<real>(points);
        const auto how = m == 0 ? kernels::store::replace : kernels::store::add;
        if (spectra_.of_transpose) {
            kernels_.multiply_conjugate(split_at(x, points), spectra_.filters->of(m, row), to,
                                        points, how);
        } else {
            kernels_.multiply(split_at(x, points), spectra_.filters->of(row, m), to, points, how);
        }
    }
}

template <class T>
void overlap_save_runner<T>::run_direct(const extended_input<T>& x, index_t begin, T* y,
                                        const parts& at) const {
    for (index_t i = 0; i < tile(); i += direct_->tile()) {
        const index_t end = std::min(i + direct_->tile(), tile());
        direct_->run(x, begin + i, begin + end, y + i, at.direct);
    }
}

// The outputs of a tile, counted from its first, that read samples of the signal alone.
template <class T>
interval overlap_save_runner<T>::part_within(const interval& signal, index_t number) const {
    const index_t begin = tile() * number;
    const auto all = std::views::iota(begin, begin + tile());
    const auto first = std::ranges::partition_point(
        all, [&](index_t n) { return taps_reach_.first(n) < signal.begin; });
    const auto from = static_cast<index_t>(first - all.begin());
    const index_t end = taps_reach_.settled(signal.end) - begin;
    return {from, std::clamp(end, from, tile())};
}

// Whether the samples beside the signal's, which is where among a tile's, make the errors of its
// own outputs several times as large.
template <class T>
bool overlap_save_runner<T>::is_drowned(const T* samples, const interval& signal) const {
    constexpr real much = 16;  // a factor of 4
    const real own = kernels_.energy(reals(samples + signal.begin), signal.count() * words_of<T>);
    return kernels_.energy(reals(samples), grid_.tile_inputs() * words_of<T>) > much * own;
}

// The outputs `part` of a tile, counted from its first.
template <class T>
void overlap_save_runner<T>::transform(const T* samples, const interval& part, T* y,
                                       const parts& at) const {
    const index_t points = grid_.block.points;
    const index_t size = spectrum_size<real>(points);
    for (index_t m = 0; m < grid_.inputs; ++m) {
        const auto to = split_at(at.spectra + m * size, points);
        load(samples, m, to);
        spectra_.filters->transforms().forward(to);
    }
    for (index_t r = 0; r < grid_.outputs; ++r) {
        const auto sum = split_at(at.spectra + grid_.inputs * size, points);
        multiply(r, at, sum);
        spectra_.filters->transforms().inverse(sum);
        unload(sum, r, part, y);
    }
}

// The outputs tile·number … tile·(number + 1) − 1.
template <class T>
void overlap_save_runner<T>::run_tile(const extended_input<T>& x, index_t number, T* y,
                                      const parts& at) const {
    const index_t lo = grid_.first_input(number);
    const index_t count = grid_.tile_inputs();
    const T* samples = x.read(lo, lo + count, at.samples);
    if (!is_fit(samples)) return run_direct(x, tile() * number, y, at);
    const interval all{0, tile()};
    const interval signal = x.signal();
    const index_t from = std::clamp<index_t>(signal.begin - lo, 0, count);
    const interval own{from, std::clamp(signal.end - lo, from, count)};
    if (x.boundary == boundary::zero || own.count() == count || own.count() == 0 ||
        !is_drowned(samples, own)) {
        return transform(samples, all, y, at);
    }
    const interval within = part_within(signal, number);
    if (within != all) transform(samples, all, y, at);
    if (within.count() == 0) return;
    // Samples beside the signal are no part of x's memory: they have been written here.
    std::fill(at.samples, at.samples + own.begin, T{});
    std::fill(at.samples + own.end, at.samples + count, T{});
    transform(at.samples, within, y, at);
}

template <class T>
void overlap_save_runner<T>::run(const extended_input<T>& x, index_t a, index_t b, T* y,
                                 T* scratch) const {
    const parts at = parts_of(scratch);
    for (index_t number = checked::floor_div(a, tile()); tile() * number < b; ++number) {
        const index_t begin = tile() * number;
        if (a <= begin && begin + tile() <= b) {
            run_tile(x, number, y + (begin - a), at);
        } else {
            run_tile(x, number, at.values, at);
            const index_t from = std::max(a, begin);
            const index_t end = std::min(b, begin + tile());
            std::copy(at.values + (from - begin), at.values + (end - begin), y + (from - a));
        }
    }
}

template class overlap_save_runner<float>;
template class overlap_save_runner<double>;
template class overlap_save_runner<std::complex<float>>;
template class overlap_save_runner<std::complex<double>>;

}  // namespace noble::engine
