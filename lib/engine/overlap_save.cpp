#include "engine/overlap_save.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "algebra/checked.hpp"
#include "engine/instruction_set.hpp"

namespace noble::engine {
namespace {

// G/F, the spectrum of the filter from `shift` on; in double precision, rounded once.
template <class T>
std::vector<std::complex<real_of<T>>> spectrum_of(const canonical<T>& form,
                                                  const block_layout& block) {
    const auto filter = filter_of(form);
    require_memory(block.size, 3 * sizeof(std::complex<double>), "a filter's spectrum");
    const transform<double> forward(block.size, direction::forward, effort::estimate);
    // Whole vectors: aligned_alloc takes multiples of the alignment only.
    const auto bytes = static_cast<std::size_t>(aligned_count<std::complex<double>>(block.size)) *
                       sizeof(std::complex<double>);
    const std::unique_ptr<void, decltype(&std::free)> memory(std::aligned_alloc(64, bytes),
                                                             &std::free);
    auto* values = static_cast<std::complex<double>*>(memory.get());
    std::fill(values, values + block.size, std::complex<double>{});
    std::ranges::copy(filter.taps, values + (filter.first - block.shift));
    forward(values);
    std::vector<std::complex<real_of<T>>> spectrum(static_cast<std::size_t>(block.size));
    const double scale = 1.0 / static_cast<double>(block.size);
    std::transform(values, values + block.size, spectrum.begin(),
                   [&](const auto& v) { return static_cast<std::complex<real_of<T>>>(v * scale); });
    return spectrum;
}

// With ‖x‖² below this no step overflows: |X| ≤ √F·‖x‖, and F of its products with G/F are added.
template <class Real>
Real energy_limit(const std::vector<std::complex<Real>>& spectrum) {
    double largest = 0;
    for (const auto& g : spectrum) largest = std::max(largest, static_cast<double>(std::abs(g)));
    const double points = static_cast<double>(spectrum.size());
    const double most = std::numeric_limits<Real>::max();
    const double norm = most / (4 * points * std::sqrt(points) * std::max(largest, 1 / points));
    return static_cast<Real>(std::min(norm * norm, most / 4));
}

// Taps whose spectrum, divided by F, comes near the least normal number lose digits to a transform.
template <class T>
bool is_tiny(const canonical<T>& form, index_t points) {
    using limits = std::numeric_limits<real_of<T>>;
    real_of<T> largest = 0;
    for (const auto& t : form.taps()) largest = std::max(largest, std::abs(t.value));
    return largest < static_cast<real_of<T>>(points) * (limits::min() / limits::epsilon());
}

}  // namespace

template <class T>
std::optional<block_grid> overlap_save_runner<T>::grid_for(const canonical<T>& form) {
    const auto span = span_of_filter(form);
    if (!span) return std::nullopt;
    const auto block = choose_block(*span, form.outputs(), form.inputs());
    if (!block || is_tiny(form, block->size)) return std::nullopt;
    return block_grid{*block, form.outputs(), form.inputs(), blocks};
}

template <class T>
overlap_save_runner<T>::overlap_save_runner(const canonical<T>& form, const block_grid& grid,
                                            instruction_set set, effort how)
    : runner<T>(grid.inputs_read()),
      kernels_(kernels_of<real>(set)),
      grid_(grid),
      forward_(grid.block.size / grid.outputs, direction::forward, how),
      inverse_(grid.block.size / grid.inputs, direction::inverse, how),
      spectrum_(spectrum_of(form, grid.block)),
      most_energy_(energy_limit(spectrum_)),
      direct_(
          make_runner<T>(applies(method::flow, form) ? method::flow : method::lanes, form, set)) {}

template <class T>
index_t overlap_save_runner<T>::scratch() const {
    constexpr index_t per_value = 2 / words_of<T>;
    return aligned_count<T>(per_value * forward_.size()) +
           aligned_count<T>(per_value * inverse_.size()) + aligned_count<T>(grid_.group_inputs()) +
           aligned_count<T>(tile()) + direct_->scratch();
}

template <class T>
typename overlap_save_runner<T>::parts overlap_save_runner<T>::parts_of(T* scratch) const {
    constexpr index_t per_value = 2 / words_of<T>;
    T* const out = scratch + aligned_count<T>(per_value * forward_.size());
    T* const samples = out + aligned_count<T>(per_value * inverse_.size());
    T* const values = samples + aligned_count<T>(grid_.group_inputs());
    return {reinterpret_cast<complex*>(scratch), reinterpret_cast<complex*>(out), samples, values,
            values + aligned_count<T>(tile())};
}

template <class T>
bool overlap_save_runner<T>::is_fit(const T* samples) const {
    return kernels_.energy(reals(samples), grid_.group_inputs() * words_of<T>) < most_energy_;
}

template <class T>
void overlap_save_runner<T>::load(const T* samples, complex* in) const {
    const index_t size = forward_.size();
    if constexpr (blocks == 1) {
        std::copy(samples, samples + size, in);
    } else {
        const T* second = samples + grid_.step();
        for (index_t i = 0; i < size; ++i) in[i] = {samples[i], second[i]};
    }
}

// Runs of k in which neither index wraps.
template <class T>
void overlap_save_runner<T>::multiply(const complex* in, complex* out) const {
    const index_t many = forward_.size();
    const index_t few = inverse_.size();
    for (index_t fold = 0; fold < grid_.inputs; ++fold) {
        const auto how = fold == 0 ? kernels::store::replace : kernels::store::add;
        const complex* g = spectrum_.data() + fold * few;
        for (index_t q = 0; q < few;) {
            const index_t from = (q + fold * few) % many;
            const index_t count = std::min(few - q, many - from);
            kernels_.multiply(reals(in + from), reals(g + q), reals(out + q), count, how);
            q += count;
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

// The outputs tile·group … tile·(group + 1) − 1.
template <class T>
void overlap_save_runner<T>::run_group(const extended_input<T>& x, index_t group, T* y,
                                       const parts& at) const {
    const index_t begin = tile() * group;
    const index_t lo = grid_.first_input(group);
    const T* samples = x.read(lo, lo + grid_.group_inputs(), at.samples);
    if (!is_fit(samples)) return run_direct(x, begin, y, at);
    load(samples, at.in);
    forward_(at.in);
    multiply(at.in, at.out);
    inverse_(at.out);
    const complex* right = at.out + grid_.block.skip / grid_.inputs;
    if constexpr (blocks == 1) {
        std::copy(right, right + grid_.block.outputs, y);
    } else {
        for (index_t i = 0; i < grid_.block.outputs; ++i) {
            y[i] = right[i].real();
            y[grid_.block.outputs + i] = right[i].imag();
        }
    }
}

template <class T>
void overlap_save_runner<T>::run(const extended_input<T>& x, index_t a, index_t b, T* y,
                                 T* scratch) const {
    const parts at = parts_of(scratch);
    for (index_t group = checked::floor_div(a, tile()); tile() * group < b; ++group) {
        const index_t begin = tile() * group;
        if (a <= begin && begin + tile() <= b) {
            run_group(x, group, y + (begin - a), at);
        } else {
            run_group(x, group, at.values, at);
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
