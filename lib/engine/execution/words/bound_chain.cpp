#include "engine/execution/words/bound_chain.hpp"

#include <algorithm>

#include "base/checked.hpp"

namespace noble::engine {

interval tile_grid::tile(index_t i) const {
    const index_t start = first + i * size;
    return {std::max(start, window.begin), std::min(start + size, window.end)};
}

template <class T>
bound_chain<T>::bound_chain(const map_node::bound_word& a, const std::vector<fused_group<T>>& fused,
                            const plan_options& options, plan_report& report)
    : n(a.n),
      window(a.outputs),
      outside(a.boundary),
      groups(std::make_unique<const chain<T>>(fused, window.count(), options, report)) {}

template <class T>
void bound_chain<T>::require_inputs(index_t overreach) const {
    if (groups->reads_nothing() || window.count() == 0) return;
    const index_t grain = groups->group(0).grain();
    const index_t begin = groups->first(checked::sub(window.begin, grain));
    const index_t end = groups->end(checked::add(window.end, grain));
    require_extension(outside, n, {checked::sub(begin, overreach), checked::add(end, overreach)});
}

template <class T>
tile_grid bound_chain<T>::tiles_of(index_t size, index_t grain) const {
    const index_t first = checked::floor_div(window.begin, grain) * grain;
    const index_t count = window.count() == 0 ? 0 : checked::ceil_div(window.end - first, size);
    return {window, first, size, count};
}

template <class T>
typename bound_chain<T>::parts bound_chain<T>::parts_of(T* scratch) const {
    T* const pass = scratch + groups->scratch();
    return {{scratch, 0, 1}, pass, pass + groups->memory()};
}

template <class T>
index_t bound_chain<T>::scratch() const {
    return groups->scratch() + groups->memory() + groups->most();
}

void require_extension(boundary b, index_t n, const interval& samples) {
    if (b == boundary::zero || n == 0) return;
    (void)extend(b, n, samples.begin);
    (void)extend(b, n, samples.end);
}

template struct bound_chain<float>;
template struct bound_chain<double>;
template struct bound_chain<std::complex<float>>;
template struct bound_chain<std::complex<double>>;

}  // namespace noble::engine
