#include "engine/flow.hpp"

#include <algorithm>

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
    return set == instruction_set::avx512 && taps <= few ? instruction_set::avx2 : set;
}

}  // namespace

template <class T>
flow_runner<T>::flow_runner(const canonical<T>& form, instruction_set set)
    : runner<T>(reach::of(form)),
      kernels_(kernels_of<real>(set_for(form, set))),
      signals_(kernels_.width / words_of<T>),
      chunks_(chunks_of(form, signals_)),
      has_complex_taps_(has_complex_taps(chunks_)),
      widest_(widest(chunks_)) {}

template <class T>
index_t flow_runner<T>::tile() const {
    return tile_outputs;
}

// The input of a chunk, in at most two copies, and the sums of the imaginary parts.
template <class T>
index_t flow_runner<T>::scratch() const {
    return copied_inputs() + (has_complex_taps_ ? tile_outputs : 0);
}

template <class T>
index_t flow_runner<T>::copied_inputs() const {
    return tile_outputs + 2 * (widest_ + signals_);
}

// In whole vectors; all of them where what lies between is less than that.
template <class T>
typename flow_runner<T>::ends flow_runner<T>::ends_of(const chunk<real>& c,
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

// Most outputs read samples in memory, in place; only the inputs of those at the ends are copied,
// and summed last: what was just stored in small parts is slow to load in large ones.
template <class T>
void flow_runner<T>::run(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch) const {
    T* const imaginary = scratch + copied_inputs();
    auto real_store = kernels::store::replace;
    auto imaginary_store = kernels::store::replace;
    for (const auto& c : chunks_) {
        const auto [head, tail] = ends_of(c, x, a, b - a);
        const index_t middle = b - a - head - tail;
        // The kernel reads a whole vector, even for fewer outputs.
        const auto inputs = [&](index_t at, index_t count, T* copy) {
            const index_t lo = a + at + c.first;
            return x.read(lo, lo + std::max(count, signals_) + c.span() - 1, copy);
        };
        const T* const of_head = head > 0 ? inputs(0, head, scratch) : nullptr;
        const T* const of_tail =
            tail > 0 ? inputs(head + middle, tail, scratch + head + c.span()) : nullptr;
        const T* const of_middle = middle > 0 ? inputs(head, middle, nullptr) : nullptr;
        const auto add = [&](const tap_program<real>& taps, T* to, kernels::store& how) {
            if (taps.is_empty()) return;
            const auto groups = taps.view();
            const auto sum = [&](const T* in, index_t at, index_t count) {
                if (count == 0) return;
                kernels_.flow(groups, reals(in), words_of<T>, reals(to + at), count * words_of<T>,
                              how);
            };
            sum(of_middle, head, middle);
            sum(of_head, 0, head);
            sum(of_tail, head + middle, tail);
            how = kernels::store::add;
        };
        const auto& row = c.rows.front();
        add(row.re, y, real_store);
        add(row.im, imaginary, imaginary_store);
    }
    if (real_store == kernels::store::replace) std::fill(y, y + (b - a), T{});
    if (imaginary_store == kernels::store::add) {
        add_times_i(reals(y), reals(imaginary), b - a);
    }
}

template class flow_runner<float>;
template class flow_runner<double>;
template class flow_runner<std::complex<float>>;
template class flow_runner<std::complex<double>>;

}  // namespace noble::engine
