#include "engine/methods/lanes.hpp"

#include <algorithm>
#include <utility>

#include "base/checked.hpp"
#include "engine/methods/speed.hpp"
#include "engine/taps/complex_sum.hpp"
#include "kernels/instruction_set.hpp"

namespace noble::engine {
namespace {

constexpr index_t block = 16;        // the kernels' most outputs
constexpr index_t long_step = 2048;  // a lane of 16 floats: 128 KiB

// The greatest L, a period of which must fit every lane, and the greatest M, for which the index of
// an input cannot overflow.
constexpr index_t most_outputs = index_t{1} << 14;
constexpr index_t most_inputs = index_t{1} << 40;

// Periods to a lane: long enough that neighbouring pieces share few inputs, short enough for the
// second-level cache, and an odd multiple of the kernels' most outputs: pieces whose distance is a
// multiple of 4 KiB would share one set of the first-level cache.
index_t choose_periods(index_t outputs, index_t inputs, index_t span) {
    const index_t longest = std::max(outputs, inputs);
    if (longest > long_step) return std::max<index_t>(1, block * long_step / longest);
    const index_t wanted = std::max<index_t>(1024, 2 * span);
    const index_t periods = std::min(std::max(wanted / inputs, block), long_step / longest);
    const index_t blocks = std::max<index_t>(periods / block, 1);
    return block * (blocks % 2 == 0 ? blocks - 1 : blocks);
}

// The `count` samples from `first` on, or from where x begins, as far as they lie in x.
template <class T>
kernels::wanted_soon samples(const extended_input<T>& x, index_t first, index_t count) {
    const index_t from = std::max(first, x.first);
    if (x.stride != 1 || from >= x.end()) return {};
    const index_t held = std::min(count, x.end() - from);
    return {x.data + (from - x.first), held * static_cast<index_t>(sizeof(T))};
}

}  // namespace

template <class T>
bool lane_runner<T>::applies(const workload& work) {
    return work.outputs <= most_outputs && work.inputs <= most_inputs;
}

// Samples go into lanes and back, through the second-level cache where periods are long; such
// periods share no inputs either, and many taps find those of a block of periods in no nearer
// cache.
template <class T>
double lane_runner<T>::cost(const workload& work, instruction_set set, double /*count*/) {
    constexpr index_t long_period = 30;
    constexpr double near_cache = 1 << 15;
    const double products = multiplying_cost<T>(work, set);
    const double samples = 1 + work.inputs_per_output();
    if (work.inputs + work.outputs <= long_period) {
        return moving_cost<T>(work) + (1.1 * products + 0.15 * words_of<T> * samples);
    }
    const double bytes = sizeof(real_of<T>) * vector_width<real_of<T>>(set);
    const double of_block = 16 * work.span * bytes;
    const double slower = of_block > near_cache ? std::max(1.0, bytes / 25) : 1.1;
    return moving_cost<T>(work) + (slower * products + 0.055 * sizeof(T) * samples);
}

template <class T>
lane_runner<T>::lane_runner(const canonical<T>& form, instruction_set set)
    : runner<T>(reach::of(form)),
      kernels_(kernels_of<real>(set)),
      signals_(kernels_.width / words_of<T>),
      outputs_(form.outputs()),
      inputs_(form.inputs()),
      is_gappy_(inputs_ > long_step),
      chunks_(chunks_of(form, is_gappy_ ? 0 : inputs_)),
      has_complex_taps_(has_complex_taps(chunks_)),
      widest_(widest(chunks_)),
      step_(is_gappy_ ? widest_ : inputs_),
      tile_periods_(choose_periods(outputs_, inputs_, widest_)) {}

// Inputs that a lane holds for `periods` periods.
template <class T>
index_t lane_runner<T>::lane_inputs(index_t periods, index_t span) const {
    return step_ * (periods - 1) + span;
}

template <class T>
index_t lane_runner<T>::scratch() const {
    const index_t in = lane_inputs(tile_periods_, widest_) * signals_;
    const index_t out = tile();
    const index_t input = is_gappy_ ? 0 : inputs_ * tile_periods_ * (signals_ - 1) + in / signals_;
    return in + out + (has_complex_taps_ ? out : 0) + std::max(input, out);
}

template <class T>
typename lane_runner<T>::parts lane_runner<T>::parts_of(T* scratch) const {
    T* const out = scratch + lane_inputs(tile_periods_, widest_) * signals_;
    T* const imaginary = out + tile();
    T* const input = imaginary + (has_complex_taps_ ? tile() : 0);
    return {reals(scratch), reals(out), reals(imaginary), input};
}

// The sums of all chunks; fill(chunk) puts its inputs into the lanes at.in. What is read soon is
// fetched beside the first sums.
template <class T>
template <class Fill>
void lane_runner<T>::sum(index_t periods, const parts& at, const Fill& fill,
                         kernels::wanted_soon soon) const {
    const index_t width = kernels_.width;
    const index_t count = periods * outputs_ * width;
    const kernels::strides by{width, step_ * width, outputs_ * width};
    // Rows may be without taps, in a chunk or in all.
    const bool is_full = chunks_.size() == 1 && !has_complex_taps_ &&
                         static_cast<index_t>(chunks_.front().rows.size()) == outputs_;
    if (!is_full) std::fill(at.out, at.out + count, real{});
    if (has_complex_taps_) std::fill(at.imaginary, at.imaginary + count, real{});
    const auto how = is_full ? kernels::store::replace : kernels::store::add;
    for (const auto& c : chunks_) {
        fill(c);
        for (const auto& row : c.rows) {
            const index_t place = row.row * width;
            if (!row.re.is_empty()) {
                kernels_.lanes(row.re.view(), at.in, at.out + place, by, periods, how,
                               std::exchange(soon, {}));
            }
            if (!row.im.is_empty()) {
                kernels_.lanes(row.im.view(), at.in, at.imaginary + place, by, periods, how, {});
            }
        }
    }
    if (has_complex_taps_) add_times_i(at.out, at.imaginary, count / 2);
}

// Of each period only what the chunk reads.
template <class T>
void lane_runner<T>::fill_gappy(const extended_input<T>& x, index_t first, index_t each,
                                const tap_chunk<real>& c, T* to) const {
    for (index_t lane = 0; lane < signals_; ++lane) {
        for (index_t j = 0; j < each; ++j) {
            const index_t lo = inputs_ * (first + lane * each + j) + c.first;
            x.write(lo, lo + c.span(), to + step_ * j * signals_ + lane, signals_);
        }
    }
}

template <class T>
void lane_runner<T>::run(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch,
                         kernels::store how) const {
    const parts at = parts_of(scratch);
    const index_t first = checked::floor_div(a, outputs_);
    const index_t count = checked::ceil_div(b, outputs_) - first;
    const index_t each = checked::ceil_div(count, signals_);
    const index_t distance = inputs_ * each;
    const auto fill = [&](const tap_chunk<real>& c) {
        if (is_gappy_) return fill_gappy(x, first, each, c, reinterpret_cast<T*>(at.in));
        const index_t lo = inputs_ * first + c.first;
        const index_t length = lane_inputs(each, c.span());
        const T* in = x.read(lo, lo + distance * (signals_ - 1) + length, at.input);
        kernels_.into_lanes(reals(in), distance * words_of<T>, words_of<T>, length, at.in);
    };
    // Meanwhile what the next tile reads beyond this one.
    const bool is_near = chunks_.size() == 1 && !is_gappy_;
    const index_t next = is_near ? inputs_ * (first + each * signals_) + chunks_.front().last : 0;
    const index_t more = is_near ? distance * signals_ : 0;
    sum(each, at, fill, samples(x, next, more));
    const index_t piece = each * outputs_;
    const index_t skip = a - outputs_ * first;
    const bool in_place = skip == 0 && b - a == piece * signals_;
    T* const to = in_place ? y : at.input;
    kernels_.out_of_lanes(at.out, piece * words_of<T>, words_of<T>, piece, reals(to),
                          in_place ? how : kernels::store::replace);
    if (!in_place) std::copy(to + skip, to + skip + (b - a), y);
}

template <class T>
void lane_runner<T>::run_columns(const extended_input<T>& x, index_t width, index_t a, index_t b,
                                 T* y, index_t y_stride, T* scratch) const {
    const parts at = parts_of(scratch);
    const index_t first = checked::floor_div(a, outputs_);
    const index_t count = checked::ceil_div(b, outputs_) - first;
    sum(count, at,
        [&](const tap_chunk<real>& c) {
            const index_t lo = inputs_ * first + c.first;
            T* const in = reinterpret_cast<T*>(at.in);
            if (is_gappy_) {
                for (index_t j = 0; j < count; ++j) {
                    x.write_rows(lo + inputs_ * j, lo + inputs_ * j + c.span(), width,
                                 in + step_ * j * signals_, signals_);
                }
            } else {
                x.write_rows(lo, lo + lane_inputs(count, c.span()), width, in, signals_);
            }
        },
        {});
    const T* from = reinterpret_cast<const T*>(at.out) + (a - outputs_ * first) * signals_;
    for (index_t n = a; n < b; ++n, from += signals_, y += y_stride) {
        std::copy(from, from + width, y);
    }
}

template class lane_runner<float>;
template class lane_runner<double>;
template class lane_runner<std::complex<float>>;
template class lane_runner<std::complex<double>>;

}  // namespace noble::engine
