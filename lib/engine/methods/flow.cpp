#include "engine/methods/flow.hpp"

#include <algorithm>

#include "base/checked.hpp"
#include "engine/methods/speed.hpp"
#include "engine/taps/complex_sum.hpp"
#include "kernels/instruction_set.hpp"

namespace noble::engine {
namespace {

constexpr index_t tile_outputs = 8192;

// Few taps make no bundles a wide vector apart, and each load of one crosses a cache line: there
// the AVX2 kernels, of half the width, are faster than those of AVX-512.
template <class T>
instruction_set set_for(const canonical<T>& form, instruction_set set) {
    constexpr index_t few = 24;
    const auto taps = static_cast<index_t>(form.taps().size());
    const bool is_narrow = form.outputs() == 1 && taps <= few;
    return set == instruction_set::avx512 && is_narrow ? instruction_set::avx2 : set;
}

}  // namespace

template <class T>
bool flow_runner<T>::applies(const workload& work) {
    const index_t outputs = work.outputs;
    const bool is_up = outputs == 2 || outputs == 3 || outputs == 4 || outputs == 8;
    return work.inputs == 1 && (outputs == 1 || (is_up && words_of<T> == 1));
}

template <class T>
double flow_runner<T>::cost(const workload& work, instruction_set set, double /*count*/) {
    return moving_cost<T>(work) + (multiplying_cost<T>(work, set) + 0.05 * words_of<T>);
}

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

// Whole vectors of every phase.
template <class T>
index_t flow_runner<T>::tile() const {
    constexpr index_t vectors = 256;
    return tile_outputs / (vectors * outputs_) * vectors * outputs_;
}

// The input of a chunk, in at most two copies, and the sums of the imaginary parts or outputs of
// which not all are wanted.
template <class T>
index_t flow_runner<T>::scratch() const {
    const bool keeps_outputs = has_complex_taps_ || outputs_ > 1;
    return copied_inputs() + (keeps_outputs ? tile_outputs + 2 * outputs_ : 0);
}

template <class T>
index_t flow_runner<T>::copied_inputs() const {
    return tile_outputs + 2 * (widest_ + signals_);
}

// In whole vectors; all of them where what lies between is less than that.
template <class T>
typename flow_runner<T>::ends flow_runner<T>::ends_of(const tap_chunk<real>& c,
                                                      const extended_input<T>& x, index_t a,
                                                      index_t count) const {
    const auto whole_vectors = [&](index_t outputs) {  // signals_ is a power of two
        return (std::max<index_t>(outputs, 0) + signals_ - 1) & -signals_;
    };
    const index_t lo = a + c.first;
    const index_t head = whole_vectors(x.first - lo);
    const index_t tail = whole_vectors(lo + count + c.span() - 1 - x.end());
    if (x.stride != 1 || count - head - tail < signals_) return {count, 0};
    return {head, tail};
}

// Most outputs read samples in memory, in place; only the inputs of those at the ends are copied.
template <class T>
typename flow_runner<T>::parts flow_runner<T>::parts_of(const tap_chunk<real>& c,
                                                        const extended_input<T>& x, index_t a,
                                                        index_t count, T* scratch) const {
    const ends at = ends_of(c, x, a, count);
    const index_t middle = count - at.head - at.tail;
    // The kernel reads a whole vector, even for fewer outputs.
    const auto inputs = [&](index_t from, index_t outputs, T* copy) -> const T* {
        if (outputs == 0) return nullptr;
        const index_t lo = a + from + c.first;
        return x.read(lo, lo + std::max(outputs, signals_) + c.span() - 1, copy);
    };
    return {at, middle, inputs(0, at.head, scratch), inputs(at.head, middle, nullptr),
            inputs(at.head + middle, at.tail, scratch + at.head + c.span())};
}

// Those at the ends last: what was just stored in small parts is slow to load in large ones. What
// is summed next is added.
template <class T>
void flow_runner<T>::sum(const tap_program<real>& taps, const parts& in, T* y,
                         kernels::store& how) const {
    if (taps.is_empty()) return;
    const auto sum_some = [&](const T* x, index_t at, index_t count) {
        if (count == 0) return;
        kernels_.flow(taps.view(), reals(x), words_of<T>, reals(y + at), count * words_of<T>, how);
    };
    sum_some(in.of_middle, in.at.head, in.middle);
    sum_some(in.of_head, 0, in.at.head);
    sum_some(in.of_tail, in.at.head + in.middle, in.at.tail);
    how = kernels::store::add;
}

template <class T>
void flow_runner<T>::run_single(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch,
                                kernels::store how) const {
    T* const imaginary = scratch + copied_inputs();
    // What is added to later stays in the caches.
    const bool is_one_sum = chunks_.size() == 1 && !has_complex_taps_;
    auto real_store = is_one_sum ? how : kernels::store::replace;
    auto imaginary_store = kernels::store::replace;
    for (const auto& c : chunks_) {
        const parts in = parts_of(c, x, a, b - a, scratch);
        const auto& row = c.rows.front();
        sum(row.re, in, y, real_store);
        sum(row.im, in, imaginary, imaginary_store);
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
    T* const values = scratch + copied_inputs();
    run_phases(x, first, count, values, scratch, kernels::store::replace);
    std::copy(values + skip, values + skip + (b - a), y);
}

template class flow_runner<float>;
template class flow_runner<double>;
template class flow_runner<std::complex<float>>;
template class flow_runner<std::complex<double>>;

}  // namespace noble::engine
