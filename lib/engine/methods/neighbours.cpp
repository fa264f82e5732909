#include "engine/methods/neighbours.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

#include "base/checked.hpp"
#include "engine/methods/speed.hpp"
#include "engine/taps/complex_sum.hpp"
#include "kernels/instruction_set.hpp"

namespace noble::engine {
namespace {

constexpr index_t neighbour_tile = 4096;  // with their inputs in the first-level cache
constexpr index_t block_periods = 8;      // the kernels' most periods

// Of a period: shorter ones are faster in lanes, longer ones cost memory.
constexpr index_t least_outputs = 16;
constexpr index_t most_neighbours = index_t{1} << 13;

// Repetitions of a period of L outputs that fill vectors, if that is not too long; else the fewest
// that leave at most a tenth of their vectors empty.
index_t repetitions(index_t outputs, index_t signals) {
    constexpr index_t long_period = 512;
    const index_t filling = signals / std::gcd(outputs, signals);
    if (outputs * filling <= long_period) return filling;
    for (index_t times = 1; times < filling; ++times) {
        const index_t rows = outputs * times;
        const index_t held = checked::ceil_div(rows, signals) * signals;
        if (10 * (held - rows) <= held) return times;
    }
    return filling;
}

// That of a form without taps is empty.
template <class Real>
tap_chunk<Real> only_chunk(std::vector<tap_chunk<Real>> chunks) {
    return chunks.empty() ? tap_chunk<Real>{} : std::move(chunks.front());
}

// Memory that is used soon, fetched in shares. It need not be there: fetching is a hint.
class share_of_memory {
 public:
    template <class T>
    share_of_memory(const T* from, index_t count, index_t shares)
        : at_(reinterpret_cast<const char*>(from)),
          step_(count * static_cast<index_t>(sizeof(T)) / shares) {}

    template <int is_written>
    void fetch() {
        constexpr index_t line = 64;
        for (index_t i = 0; i < step_; i += line) __builtin_prefetch(at_ + i, is_written, 2);
        at_ += step_;
    }

 private:
    const char* at_;
    index_t step_;
};

// Steps in a nanosecond, each an element of a vector: with AVX-512 their inputs are picked from two
// registers, with AVX2 from memory, from two places where M > L; SSE2 gathers them.
template <class Real>
double steps_per_nanosecond(instruction_set set, bool is_near) {
    const double width = vector_width<Real>(set);
    switch (set) {
        case instruction_set::plain:
            return 0.5;
        case instruction_set::sse2:
            return width * 0.8;
        case instruction_set::avx2:
            return width * (is_near ? 3.1 : 1);
        case instruction_set::avx512:
            return width * 2.6;
    }
    return 1;
}

}  // namespace

// Vectors of neighbouring outputs are worth their steps, of which those that have few taps cost
// what full ones do; and the form is one chunk.
template <class T>
bool neighbour_runner<T>::applies(const workload& work) {
    const bool is_fit = least_outputs <= work.outputs && work.outputs <= most_neighbours &&
                        work.inputs <= 2 * work.outputs;
    const double steps = work.span * work.parts * words_of<T>;
    return is_fit && work.span <= most_chunk_taps &&
           work.span + static_cast<double>(work.inputs) <= most_chunk_span &&
           steps <= 2 * work.multiplies + 16;
}

template <class T>
double neighbour_runner<T>::cost(const workload& work, instruction_set set, double /*count*/) {
    const double steps = (work.span + 1) * work.parts * words_of<T>;
    const bool is_near = work.inputs <= work.outputs;
    return moving_cost<T>(work) +
           (steps / steps_per_nanosecond<real_of<T>>(set, is_near) + 0.05 * words_of<T>);
}

template <class T>
neighbour_runner<T>::neighbour_runner(const canonical<T>& form, instruction_set set)
    : neighbour_runner(form, set, only_chunk(chunks_of(form, 0))) {}

template <class T>
neighbour_runner<T>::neighbour_runner(const canonical<T>& form, instruction_set set,
                                      const tap_chunk<real>& taps)
    : runner<T>(reach::of(form)),
      kernels_(kernels_of<real>(set)),
      times_(repetitions(form.outputs(), kernels_.width / words_of<T>)),
      grid_{form.outputs() * times_, form.inputs() * times_, kernels_.width, words_of<T>},
      origin_(taps.first),
      re_(taps, &row_taps<real>::re, grid_, times_),
      im_(taps, &row_taps<real>::im, grid_, times_),
      tile_periods_(std::max(neighbour_tile / grid_.outputs / block_periods, index_t{1}) *
                    block_periods) {}

// What the last vectors read, and the period that they are in.
template <class T>
index_t neighbour_runner<T>::overreach() const {
    return grid_.inputs + std::max(re_.longest(), im_.longest()) + 2 * grid_.signals();
}

template <class T>
index_t neighbour_runner<T>::scratch() const {
    return most_inputs() + (im_.is_empty() ? 0 : tile());
}

// Vectors as periods repeat them; of those at the ends perhaps not all outputs are wanted. Beside
// the sums of each comes a share of what the next interval reads and writes.
template <class T>
void neighbour_runner<T>::sum(const program& p, const T* in, index_t lo, const outputs& to) const {
    const index_t first = checked::floor_div(to.a, grid_.outputs);
    const index_t last = checked::ceil_div(to.b, grid_.outputs) - 1;
    const index_t begin = to.a - grid_.outputs * first;
    const index_t end = to.b - grid_.outputs * last;
    const auto vectors = static_cast<index_t>(p.vectors().size());
    const bool is_one_of_many = to.b - to.a == tile();
    const index_t held = is_one_of_many ? grid_.inputs * (last + 1 - first) : 0;
    share_of_memory next_inputs(in + held, held, vectors);
    const bool is_stored = is_one_of_many && to.how == kernels::store::replace;
    share_of_memory next_outputs(to.y + (to.b - to.a), is_stored ? to.b - to.a : 0, vectors);
    for (const auto& v : p.vectors()) {
        next_inputs.fetch<0>();
        next_outputs.fetch<1>();
        const auto inputs = [&](index_t j) { return in + (grid_.inputs * j + v.first - lo); };
        const index_t whole_first = first + (v.row < begin ? 1 : 0);
        const index_t whole_last = last - (v.row + v.rows > end ? 1 : 0);
        if (whole_first > first) {
            sum_some(p.view(v), inputs(first), grid_.outputs * first + v.row, to);
        }
        if (whole_first <= whole_last) {
            T* const y = to.y + (grid_.outputs * whole_first + v.row - to.a);
            kernels_.neighbours(p.view(v), reals(inputs(whole_first)), reals(y), distances(),
                                whole_last - whole_first + 1, to.how);
        }
        if (whole_last < last && (whole_first == first || last > first)) {
            sum_some(p.view(v), inputs(last), grid_.outputs * last + v.row, to);
        }
    }
}

// One vector's outputs, of which the first is number `row`, as far as they are wanted.
template <class T>
void neighbour_runner<T>::sum_some(const kernels::neighbour_taps<real>& taps, const T* in,
                                   index_t row, const outputs& to) const {
    constexpr index_t words = words_of<T>;
    const index_t from = std::max(to.a, row);
    const index_t until = std::min(to.b, row + taps.outputs / words);
    if (from >= until) return;
    real values[64 / sizeof(real)];
    kernels_.neighbours(taps, reals(in), values, distances(), 1, kernels::store::replace);
    const real* const wanted = values + (from - row) * words;
    real* const out = reals(to.y + (from - to.a));
    std::copy(wanted, wanted + (until - from) * words, out);
}

// The vectors that begin and end the interval bound what is read.
template <class T>
void neighbour_runner<T>::run_part(const program& p, const extended_input<T>& x, T* scratch,
                                   const outputs& to) const {
    const auto first_input = [&](index_t n) {
        const index_t number = checked::floor_div(n, grid_.outputs);
        const index_t row = n - grid_.outputs * number;
        const auto& v = p.vectors()[static_cast<std::size_t>(row / grid_.signals())];
        return grid_.inputs * number + v.first;
    };
    const index_t lo = first_input(to.a);
    const index_t hi = first_input(to.b - 1) + p.longest() + 2 * grid_.signals();
    sum(p, x.read(lo + origin_, hi + origin_, scratch), lo, to);
}

template <class T>
void neighbour_runner<T>::run(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch,
                              kernels::store how) const {
    if (im_.is_empty()) return run_part(re_, x, scratch, {a, b, y, how});
    T* const imaginary = scratch + most_inputs();
    run_part(re_, x, scratch, {a, b, y, kernels::store::replace});
    run_part(im_, x, scratch, {a, b, imaginary, kernels::store::replace});
    add_times_i(reals(y), reals(imaginary), b - a);
}

// Past the caches where every vector of outputs is a vector of memory.
template <class T>
void neighbour_runner<T>::stream(const extended_input<T>& x, index_t a, index_t b, T* y,
                                 T* scratch) const {
    const auto bytes = static_cast<std::uintptr_t>(grid_.width) * sizeof(real);
    const auto origin =
        reinterpret_cast<std::uintptr_t>(y) - static_cast<std::uintptr_t>(a) * sizeof(T);
    const bool is_whole = grid_.outputs % grid_.signals() == 0 && origin % bytes == 0;
    run(x, a, b, y, scratch, is_whole ? kernels::store::stream : kernels::store::replace);
}

template class neighbour_runner<float>;
template class neighbour_runner<double>;
template class neighbour_runner<std::complex<float>>;
template class neighbour_runner<std::complex<double>>;

}  // namespace noble::engine
