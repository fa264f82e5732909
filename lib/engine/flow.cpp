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

// The input of a chunk, and the sums of the imaginary parts.
template <class T>
index_t flow_runner<T>::scratch() const {
    return tile_outputs + widest_ + signals_ + (has_complex_taps_ ? tile_outputs : 0);
}

template <class T>
void flow_runner<T>::run(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch) const {
    // The kernel reads a whole vector, even for fewer outputs.
    const index_t read = std::max(b - a, signals_);
    const index_t count = (b - a) * words_of<T>;
    T* const imaginary = scratch + tile_outputs + widest_ + signals_;
    auto real_store = kernels::store::replace;
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
