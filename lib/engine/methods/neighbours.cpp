#include "engine/methods/neighbours.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

#include "base/checked.hpp"
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
chunk<Real> only_chunk(std::vector<chunk<Real>> chunks) {
    return chunks.empty() ? chunk<Real>{} : std::move(chunks.front());
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

}  // namespace

template <class T>
neighbour_runner<T>::neighbour_runner(const canonical<T>& form, instruction_set set)
    : neighbour_runner(form, set, only_chunk(chunks_of(form, 0))) {}

template <class T>
neighbour_runner<T>::neighbour_runner(const canonical<T>& form, instruction_set set,
                                      const chunk<real>& taps)
    : runner<T>(reach::of(form)),
      kernels_(kernels_of<real>(set)),
      times_(repetitions(form.outputs(), kernels_.width / words_of<T>)),
      grid_{form.outputs() * times_, form.inputs() * times_, kernels_.width, words_of<T>},
      origin_(taps.first),
      re_(taps, &row_taps<real>::re, grid_, times_),
      im_(taps, &row_taps<real>::im, grid_, times_),
      tile_periods_(std::max(neighbour_tile / grid_.outputs / block_periods, index_t{1}) *
                    block_periods) {}

template <class T>
bool neighbour_runner<T>::takes(index_t outputs, index_t inputs) {
    return least_outputs <= outputs && outputs <= most_neighbours && inputs <= 2 * outputs;
}

// The last group's vectors, and the period that they are in.
template <class T>
index_t neighbour_runner<T>::overreach() const {
    return grid_.inputs + std::max(re_.longest(), im_.longest()) + 2 * grid_.signals();
}

template <class T>
index_t neighbour_runner<T>::scratch() const {
    return most_inputs() + (im_.is_empty() ? 0 : tile());
}

// Groups as periods repeat them; of those at the ends perhaps not all outputs are wanted. Beside
// the sums of each comes a share of what the next interval reads and writes.
template <class T>
void neighbour_runner<T>::sum(const program& p, const T* in, index_t lo, const outputs& to) const {
    const index_t first = checked::floor_div(to.a, grid_.outputs);
    const index_t last = checked::ceil_div(to.b, grid_.outputs) - 1;
    const index_t begin = to.a - grid_.outputs * first;
    const index_t end = to.b - grid_.outputs * last;
    const auto groups = static_cast<index_t>(p.groups().size());
    const bool is_one_of_many = to.b - to.a == tile();
    const index_t held = is_one_of_many ? grid_.inputs * (last + 1 - first) : 0;
    share_of_memory next_inputs(in + held, held, groups);
    const bool is_stored = is_one_of_many && to.how == kernels::store::replace;
    share_of_memory next_outputs(to.y + (to.b - to.a), is_stored ? to.b - to.a : 0, groups);
    for (const auto& g : p.groups()) {
        next_inputs.fetch<0>();
        next_outputs.fetch<1>();
        const auto inputs = [&](index_t j) { return in + (grid_.inputs * j + g.first - lo); };
        const index_t whole_first = first + (g.row < begin ? 1 : 0);
        const index_t whole_last = last - (g.row + g.rows > end ? 1 : 0);
        if (whole_first > first) {
            sum_some(p.view(g), inputs(first), grid_.outputs * first + g.row, to);
        }
        if (whole_first <= whole_last) {
            T* const y = to.y + (grid_.outputs * whole_first + g.row - to.a);
            kernels_.neighbours(p.view(g), reals(inputs(whole_first)), reals(y), distances(),
                                whole_last - whole_first + 1, to.how);
        }
        if (whole_last < last && (whole_first == first || last > first)) {
            sum_some(p.view(g), inputs(last), grid_.outputs * last + g.row, to);
        }
    }
}

// One group's outputs, of which the first is number `row`, as far as they are wanted.
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

// The groups that begin and end the interval bound what is read.
template <class T>
void neighbour_runner<T>::run_part(const program& p, const extended_input<T>& x, T* scratch,
                                   const outputs& to) const {
    const auto first_input = [&](index_t n) {
        const index_t number = checked::floor_div(n, grid_.outputs);
        const index_t row = n - grid_.outputs * number;
        const auto& g = p.groups()[static_cast<std::size_t>(row / grid_.signals())];
        return grid_.inputs * number + g.first;
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
