#include "engine/flow.hpp"

#include <algorithm>

#include "algebra/checked.hpp"
#include "engine/complex_sum.hpp"
#include "engine/instruction_set.hpp"

namespace noble::engine {
namespace {

constexpr index_t tile_outputs = 8192;

// Few taps make no groups a wide vector apart, and each load of one crosses a cache line: there the
// AVX2 kernels, of half the width, are faster than those of AVX-512.
template <class T>
instruction_set set_for(const canonical<T>& form, instruction_set set) {
    constexpr index_t few = 24;
    const auto taps = static_cast<index_t>(form.taps().size());
    const bool is_narrow = form.outputs() == 1 && taps <= few;
    return set == instruction_set::avx512 && is_narrow ? instruction_set::avx2 : set;
}

}  // namespace

template <class T>
flow_runner<T>::flow_runner(const canonical<T>& form, instruction_set set)
    : runner<T>(reach::of(form)),
      kernels_(kernels_of<real>(set_for(form, set))),
      signals_(kernels_.width / words_of<T>),
      outputs_(form.outputs()),
      chunks_(chunks_of(form, outputs_ == 1 ? signals_ : 0)),
      has_complex_taps_(has_complex_taps(chunks_)),
      widest_(widest(chunks_)) {
    if (outputs_ == 1) return;
    for (const auto& c : chunks_) phases_.emplace_back(c, outputs_);
}

template <class T>
bool flow_runner<T>::takes(index_t outputs, index_t inputs) {
    const bool is_up = outputs == 2 || outputs == 3 || outputs == 4 || outputs == 8;
    return inputs == 1 && (outputs == 1 || (is_up && words_of<T> == 1));
}

// Whole vectors of every phase.
template <class T>
index_t flow_runner<T>::tile() const {
    constexpr index_t vectors = 256;
    return tile_outputs / (vectors * outputs_) * vectors * outputs_;
}

// The input of a chunk, and the sums of the imaginary parts or outputs of which not all are wanted.
template <class T>
index_t flow_runner<T>::scratch() const {
    return tile_outputs + widest_ + signals_ +
           (has_complex_taps_ || outputs_ > 1 ? tile_outputs + 2 * outputs_ : 0);
}

template <class T>
void flow_runner<T>::run_single(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch,
                                kernels::store how) const {
    // The kernel reads a whole vector, even for fewer outputs.
    const index_t read = std::max(b - a, signals_);
    const index_t count = (b - a) * words_of<T>;
    T* const imaginary = scratch + tile_outputs + widest_ + signals_;
    // What is added to later stays in the caches.
    const bool is_one_sum = chunks_.size() == 1 && !has_complex_taps_;
    auto real_store = is_one_sum ? how : kernels::store::replace;
    auto imaginary_store = kernels::store::replace;
    for (const auto& c : chunks_) {
        const real* in = reals(x.read(a + c.first, a + c.first + read + c.span() - 1, scratch));
        const auto& row = c.rows.front();
        if (!row.re.is_empty()) {
            kernels_.flow(row.re.view(), in, words_of<T>, reals(y), count, real_store);
            real_store = kernels::store::add;
        }
        if (!row.im.is_empty()) {
            kernels_.flow(row.im.view(), in, words_of<T>, reals(imaginary), count, imaginary_store);
            imaginary_store = kernels::store::add;
        }
    }
    if (real_store != kernels::store::add) std::fill(y, y + (b - a), T{});
    if (imaginary_store == kernels::store::add) {
        add_times_i(reals(y), reals(imaginary), b - a);
    }
}

// The outputs of the inputs first … first+count−1.
template <class T>
void flow_runner<T>::run_phases(const extended_input<T>& x, index_t first, index_t count, T* y,
                                T* scratch, kernels::store how) const {
    if (chunks_.size() != 1) std::fill(y, y + outputs_ * count, T{});
    const index_t read = std::max(count, signals_);
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
        const auto& c = chunks_[i];
        const index_t lo = first + c.first;
        const real* in = reals(x.read(lo, lo + read + c.span() - 1, scratch));
        kernels_.flow_up(phases_[i].view(), in, reals(y), count,
                         chunks_.size() == 1 ? how : kernels::store::add);
    }
}

template <class T>
void flow_runner<T>::run(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch,
                         kernels::store how) const {
    if (outputs_ == 1) return run_single(x, a, b, y, scratch, how);
    const index_t first = checked::floor_div(a, outputs_);
    const index_t count = checked::ceil_div(b, outputs_) - first;
    const index_t skip = a - outputs_ * first;
    if (skip == 0 && b - a == outputs_ * count) return run_phases(x, first, count, y, scratch, how);
    T* const values = scratch + tile_outputs + widest_ + signals_;
    run_phases(x, first, count, values, scratch, kernels::store::replace);
    std::copy(values + skip, values + skip + (b - a), y);
}

template class flow_runner<float>;
template class flow_runner<double>;
template class flow_runner<std::complex<float>>;
template class flow_runner<std::complex<double>>;

}  // namespace noble::engine
