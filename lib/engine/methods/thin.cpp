#include "engine/methods/thin.hpp"

#include <algorithm>

#include "base/checked.hpp"
#include "engine/methods/speed.hpp"
#include "engine/taps/tap_product.hpp"

namespace noble::engine {
namespace {

constexpr index_t tile_samples = 8192;  // inputs or outputs, of which there are more

template <class T>
struct unchanged {
    T operator()(T x) const { return x; }
};

// Steps known to the compiler become shuffles; 0 stands for any.
template <index_t fixed_in, index_t fixed_out, class T, class F>
void copy_steps(const T* x, index_t in, T* y, index_t out, index_t count, const F& f) {
    const index_t from = fixed_in == 0 ? in : fixed_in;
    const index_t to = fixed_out == 0 ? out : fixed_out;
    for (index_t j = 0; j < count; ++j) y[to * j] = f(x[from * j]);
}

// The same with zeros between: one pass over y instead of two.
template <index_t fixed_in, index_t fixed_out, class T, class F>
void spread_steps(const T* x, T* y, index_t count, const F& f) {
    for (index_t j = 0; j < count; ++j) {
        y[fixed_out * j] = f(x[fixed_in * j]);
        for (index_t k = 1; k < fixed_out; ++k) y[fixed_out * j + k] = T{};
    }
}

// y[out·j] = f(x[in·j])
template <class T, class F>
void copy_strided(const T* x, index_t in, T* y, index_t out, index_t count, const F& f) {
    if (in == 1 && out == 1) return copy_steps<1, 1>(x, in, y, out, count, f);
    if (in == 2 && out == 1) return copy_steps<2, 1>(x, in, y, out, count, f);
    if (in == 3 && out == 1) return copy_steps<3, 1>(x, in, y, out, count, f);
    if (in == 4 && out == 1) return copy_steps<4, 1>(x, in, y, out, count, f);
    copy_steps<0, 0>(x, in, y, out, count, f);
}

// Whether spread() has a loop for these steps.
bool can_spread(index_t in, index_t out) { return in == 1 && out >= 2 && out <= 4; }

// y[out·j] = f(x[j]), zeros between and after: out·count values.
template <class T, class F>
void spread(const T* x, T* y, index_t out, index_t count, const F& f) {
    if (out == 2) return spread_steps<1, 2>(x, y, count, f);
    if (out == 3) return spread_steps<1, 3>(x, y, count, f);
    spread_steps<1, 4>(x, y, count, f);
}

// f(function) with what a tap does to a sample.
template <class T, class F>
void with_tap(const T& tap, const F& f) {
    if (tap == T{1}) return f(unchanged<T>{});
    f(scaling<T>{tap});
}

}  // namespace

template <class T>
bool thin_runner<T>::applies(const workload& work) {
    return work.is_thin && std::max(work.outputs, work.inputs) <= tile_samples;
}

template <class T>
double thin_runner<T>::cost(const workload& work, instruction_set /*set*/, double /*count*/) {
    return moving_cost<T>(work) + 0.05 * words_of<T>;
}

template <class T>
thin_runner<T>::thin_runner(const canonical<T>& form, instruction_set /*set*/)
    : runner<T>(reach::of(form)), outputs_(form.outputs()), inputs_(form.inputs()) {
    for (const auto& t : form.taps()) rows_.push_back({t.row, t.offset, t.value});
}

template <class T>
index_t thin_runner<T>::tile() const {
    return tile_samples / std::max(outputs_, inputs_) * outputs_;
}

template <class T>
index_t thin_runner<T>::scratch() const {
    return tile_samples;
}

template <class T>
void thin_runner<T>::run(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch) const {
    if (rows_.size() == 1 && can_spread(inputs_, outputs_)) return run_single(x, a, b, y, scratch);
    if (static_cast<index_t>(rows_.size()) < outputs_) std::fill(y, y + (b - a), T{});
    for (const auto& r : rows_) run_row(r, x, a, b, y, scratch);
}

template <class T>
typename thin_runner<T>::row_outputs thin_runner<T>::outputs_of(const row& r, index_t a,
                                                                index_t b) const {
    const index_t first = checked::ceil_div(a - r.number, outputs_);
    return {first, checked::ceil_div(b - r.number, outputs_) - first};
}

template <class T>
const T* thin_runner<T>::read(const row& r, const row_outputs& outputs, const extended_input<T>& x,
                              T* scratch) const {
    const index_t lo = inputs_ * outputs.first + r.offset;
    return x.read(lo, lo + inputs_ * (outputs.count - 1) + 1, scratch);
}

template <class T>
void thin_runner<T>::run_row(const row& r, const extended_input<T>& x, index_t a, index_t b, T* y,
                             T* scratch) const {
    const row_outputs outputs = outputs_of(r, a, b);
    if (outputs.count <= 0) return;
    const T* in = read(r, outputs, x, scratch);
    T* to = y + (outputs_ * outputs.first + r.number - a);
    with_tap(r.tap,
             [&](const auto& f) { copy_strided(in, inputs_, to, outputs_, outputs.count, f); });
}

// One row with taps, the others zero: all that is written is written once.
template <class T>
void thin_runner<T>::run_single(const extended_input<T>& x, index_t a, index_t b, T* y,
                                T* scratch) const {
    const row& r = rows_.front();
    const row_outputs outputs = outputs_of(r, a, b);
    const index_t begin = std::min(outputs_ * outputs.first + r.number - a, b - a);
    std::fill(y, y + begin, T{});
    if (outputs.count <= 0) return;
    const T* in = read(r, outputs, x, scratch);
    // The last period may be cut by the end.
    const index_t whole = (b - a - begin) / outputs_;
    with_tap(r.tap, [&](const auto& f) {
        spread(in, y + begin, outputs_, whole, f);
        if (whole == outputs.count) return;
        std::fill(y + begin + whole * outputs_, y + (b - a), T{});
        y[begin + whole * outputs_] = f(in[whole]);
    });
}

template class thin_runner<float>;
template class thin_runner<double>;
template class thin_runner<std::complex<float>>;
template class thin_runner<std::complex<double>>;

}  // namespace noble::engine
