#include "engine/methods/rows.hpp"

#include <algorithm>

#include "base/checked.hpp"
#include "engine/methods/speed.hpp"
#include "engine/taps/tap_chunks.hpp"
#include "engine/taps/tap_product.hpp"

namespace noble::engine {
namespace {

constexpr index_t row_tile = 8192;

}  // namespace

template <class T>
bool row_runner<T>::applies(const workload& /*work*/) {
    return true;
}

template <class T>
double row_runner<T>::cost(const workload& work, instruction_set /*set*/, double /*count*/) {
    return moving_cost<T>(work) + 2 * work.multiplies + 3 * words_of<T>;
}

template <class T>
row_runner<T>::row_runner(const canonical<T>& form, instruction_set /*set*/)
    : runner<T>(reach::of(form)), outputs_(form.outputs()), inputs_(form.inputs()) {
    for (const auto& t : form.taps()) {
        if (rows_.empty() || rows_.back().number != t.row) rows_.push_back({t.row, {}});
        rows_.back().taps.push_back({t.offset, t.value});
    }
}

template <class T>
index_t row_runner<T>::tile() const {
    return row_tile;
}

// In pieces, as the chunks of the other methods: one long sum loses more to rounding.
template <class T>
T row_runner<T>::sum(const row& r, const extended_input<T>& x, index_t base) const {
    T total{};
    T piece{};
    index_t in_piece = 0;
    for (const auto& [offset, value] : r.taps) {
        piece += scaling<T>{value}(x.at(base + offset));
        if (++in_piece < most_chunk_taps) continue;
        total += piece;
        piece = T{};
        in_piece = 0;
    }
    return total + piece;
}

template <class T>
void row_runner<T>::run(const extended_input<T>& x, index_t a, index_t b, T* y,
                        T* /*scratch*/) const {
    std::fill(y, y + (b - a), T{});
    const index_t last = checked::floor_div(b - 1, outputs_);
    for (index_t j = checked::floor_div(a, outputs_); j <= last; ++j) {
        const index_t start = outputs_ * j;
        for (auto r = std::ranges::lower_bound(rows_, a - start, {}, &row::number);
             r != rows_.end() && start + r->number < b; ++r) {
            y[start + r->number - a] = sum(*r, x, inputs_ * j);
        }
    }
}

template class row_runner<float>;
template class row_runner<double>;
template class row_runner<std::complex<float>>;
template class row_runner<std::complex<double>>;

}  // namespace noble::engine
