#include "finite/polyphase.hpp"

#include <algorithm>
#include <array>

#include "base/checked.hpp"

namespace noble {
namespace {

template <class Tap, class T>
Tap widened(const T& value) {
    if constexpr (std::is_same_v<Tap, double>) {
        return std::real(value);
    } else {
        return value;
    }
}

}  // namespace

template <class T, class Tap>
polyphase<T, Tap>::polyphase(const map_node::bound_word& a)
    : n_(a.n), window_(a.outputs), rule_(a.boundary), transposed_(a.transposed) {
    const auto form = canonical_form<exact>(a.word);
    outputs_ = form.outputs();
    inputs_ = form.inputs();
    // Taps round once to T, then widen: the reference has the taps that an engine has.
    const auto taps = rounded<T>(form);
    for (const auto& t : taps.taps()) {
        if (rows_.empty() || rows_.back().row != t.row) rows_.push_back({t.row, {}, {}});
        rows_.back().offsets.push_back(t.offset);
        rows_.back().values.push_back(widened<Tap>(t.value));
    }
}

template <class T, class Tap>
index_t polyphase<T, Tap>::output(const row_taps& r, index_t j) const {
    return outputs_ * j + r.row - window_.begin;
}

// Splits the outputs L·j + r of each row into those whose taps all lie in [0, n), and the edges.
template <class T, class Tap>
template <class Inside, class Edge>
void polyphase<T, Tap>::for_each_output(const Inside& inside, const Edge& edge) const {
    using checked::ceil_div;
    using checked::floor_div;
    for (const auto& r : rows_) {
        const index_t begin = ceil_div(checked::sub(window_.begin, r.row), outputs_);
        const index_t end = ceil_div(checked::sub(window_.end, r.row), outputs_);
        const index_t safe = ceil_div(checked::neg(r.offsets.front()), inputs_);
        const index_t unsafe = floor_div(checked::sub(n_ - 1, r.offsets.back()), inputs_) + 1;
        const index_t from = std::clamp(safe, begin, std::max(begin, end));
        const index_t to = std::clamp(unsafe, from, std::max(from, end));
        for (index_t j = begin; j < from; ++j) edge(r, j);
        inside(r, from, to - from);
        for (index_t j = to; j < end; ++j) edge(r, j);
    }
}

template <class T, class Tap>
void polyphase<T, Tap>::gather_inside(const row_taps& r, index_t first, index_t count, const T* x,
                                      T* y) const {
    constexpr index_t most = 256;
    std::array<wide<T>, most> sums{};
    for (index_t start = 0; start < count; start += most) {
        const index_t block = std::min(most, count - start);
        sums.fill({});
        for (std::size_t t = 0; t < r.values.size(); ++t) {
            const T* in = x + inputs_ * (first + start) + r.offsets[t];
            const Tap c = r.values[t];
            for (index_t i = 0; i < block; ++i) {
                sums[static_cast<std::size_t>(i)] += c * static_cast<wide<T>>(in[inputs_ * i]);
            }
        }
        T* out = y + output(r, first + start);
        for (index_t i = 0; i < block; ++i) {
            out[outputs_ * i] = static_cast<T>(sums[static_cast<std::size_t>(i)]);
        }
    }
}

// The taps that read something for the output whose input is `base`: beyond a zero boundary there
// is nothing to read.
template <class T, class Tap>
typename polyphase<T, Tap>::tap_range polyphase<T, Tap>::reaching(const row_taps& r,
                                                                  index_t base) const {
    if (rule_ != boundary::zero) return {0, r.offsets.size()};
    const auto place = [&](index_t m) {
        const auto at = std::ranges::lower_bound(r.offsets, checked::sub(m, base));
        return static_cast<std::size_t>(at - r.offsets.begin());
    };
    return {place(0), place(n_)};
}

template <class T, class Tap>
wide<T> polyphase<T, Tap>::gather_edge(const row_taps& r, index_t j, const T* x) const {
    const index_t base = checked::mul(inputs_, j);
    const auto range = reaching(r, base);
    wide<T> sum{};
    for (std::size_t t = range.begin; t < range.end; ++t) {
        const index_t m = checked::add(base, r.offsets[t]);
        for (const auto& term : extend(rule_, n_, m)) {
            sum += r.values[t] * weight_of(term) * static_cast<wide<T>>(x[term.index]);
        }
    }
    return sum;
}

template <class T, class Tap>
void polyphase<T, Tap>::gather(const T* x, T* y) const {
    std::fill(y, y + window_.count(), T{});
    for_each_output(
        [&](const row_taps& r, index_t j, index_t count) { gather_inside(r, j, count, x, y); },
        [&](const row_taps& r, index_t j) {
            y[output(r, j)] = static_cast<T>(gather_edge(r, j, x));
        });
}

template <class T, class Tap>
void polyphase<T, Tap>::scatter_edge(const row_taps& r, index_t j, wide<T> value,
                                     std::vector<wide<T>>& y) const {
    const index_t base = checked::mul(inputs_, j);
    const auto range = reaching(r, base);
    for (std::size_t t = range.begin; t < range.end; ++t) {
        const index_t m = checked::add(base, r.offsets[t]);
        for (const auto& term : extend(rule_, n_, m)) {
            y[static_cast<std::size_t>(term.index)] += r.values[t] * weight_of(term) * value;
        }
    }
}

template <class T, class Tap>
void polyphase<T, Tap>::scatter(const T* x, T* y) const {
    require_memory(n_, sizeof(wide<T>), "the sums of a transposed map");
    std::vector<wide<T>> sums(static_cast<std::size_t>(n_));
    for_each_output(
        [&](const row_taps& r, index_t first, index_t count) {
            for (index_t i = 0; i < count; ++i) {
                const auto value = static_cast<wide<T>>(x[output(r, first + i)]);
                wide<T>* place = sums.data() + inputs_ * (first + i);
                for (std::size_t t = 0; t < r.values.size(); ++t) {
                    place[r.offsets[t]] += r.values[t] * value;
                }
            }
        },
        [&](const row_taps& r, index_t j) {
            scatter_edge(r, j, static_cast<wide<T>>(x[output(r, j)]), sums);
        });
    std::ranges::transform(sums, y, [](const wide<T>& s) { return static_cast<T>(s); });
}

template <class T, class Tap>
void polyphase<T, Tap>::operator()(const T* x, T* y) const {
    if (transposed_) {
        scatter(x, y);
    } else {
        gather(x, y);
    }
}

template class polyphase<float, double>;
template class polyphase<double, double>;
template class polyphase<std::complex<float>, double>;
template class polyphase<std::complex<double>, double>;
template class polyphase<std::complex<float>, std::complex<double>>;
template class polyphase<std::complex<double>, std::complex<double>>;

}  // namespace noble
