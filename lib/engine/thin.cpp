#include "engine/thin.hpp"

#include <algorithm>

#include "algebra/checked.hpp"
#include "engine/tap_product.hpp"

namespace noble::engine {
namespace {

constexpr index_t tile_samples = 8192;  // inputs or outputs, of which there are more

template <class T>
struct unchanged {
    T operator()(T x) const { return x; }
};

// Steps known to the compiler become shuffles; 0 stands for any.
template <index_t In, index_t Out, class T, class F>
void copy_steps(const T* x, index_t in, T* y, index_t out, index_t count, const F& f) {
    const index_t from = In == 0 ? in : In;
    const index_t to = Out == 0 ? out : Out;
    for (index_t j = 0; j < count; ++j) y[to * j] = f(x[from * j]);
}

// y[out·j] = f(x[in·j])
template <class T, class F>
void copy_strided(const T* x, index_t in, T* y, index_t out, index_t count, const F& f) {
    if (in == 1 && out == 1) return copy_steps<1, 1>(x, in, y, out, count, f);
    if (in == 2 && out == 1) return copy_steps<2, 1>(x, in, y, out, count, f);
    if (in == 3 && out == 1) return copy_steps<3, 1>(x, in, y, out, count, f);
    if (in == 4 && out == 1) return copy_steps<4, 1>(x, in, y, out, count, f);
    if (in == 1 && out == 2) return copy_steps<1, 2>(x, in, y, out, count, f);
    if (in == 1 && out == 3) return copy_steps<1, 3>(x, in, y, out, count, f);
    if (in == 1 && out == 4) return copy_steps<1, 4>(x, in, y, out, count, f);
    copy_steps<0, 0>(x, in, y, out, count, f);
}

}  // namespace

template <class T>
thin_runner<T>::thin_runner(const canonical<T>& form)
    : outputs_(form.outputs()), inputs_(form.inputs()) {
    for (const auto& t : form.taps()) rows_.push_back({t.row, t.offset, t.value});
}

template <class T>
bool thin_runner<T>::applies(const canonical<T>& form) {
    if (std::max(form.outputs(), form.inputs()) > tile_samples) return false;
    const auto taps = form.taps();
    return std::ranges::adjacent_find(taps, {}, &periodic_tap<T>::row) == taps.end();
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
    if (static_cast<index_t>(rows_.size()) < outputs_) std::fill(y, y + (b - a), T{});
    for (const auto& r : rows_) run_row(r, x, a, b, y, scratch);
}

template <class T>
void thin_runner<T>::run_row(const row& r, const extended_input<T>& x, index_t a, index_t b, T* y,
                             T* scratch) const {
    const index_t first = checked::ceil_div(a - r.number, outputs_);
    const index_t count = checked::ceil_div(b - r.number, outputs_) - first;
    if (count <= 0) return;
    const index_t lo = inputs_ * first + r.offset;
    const T* in = x.read(lo, lo + inputs_ * (count - 1) + 1, scratch);
    T* to = y + (outputs_ * first + r.number - a);
    if (r.tap == T{1}) {
        copy_strided(in, inputs_, to, outputs_, count, unchanged<T>{});
    } else {
        copy_strided(in, inputs_, to, outputs_, count, scaling<T>{r.tap});
    }
}

template class thin_runner<float>;
template class thin_runner<double>;
template class thin_runner<std::complex<float>>;
template class thin_runner<std::complex<double>>;

}  // namespace noble::engine
