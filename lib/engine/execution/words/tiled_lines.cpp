#include "engine/execution/words/tiled_lines.hpp"

#include "engine/signals/threads.hpp"

namespace noble::engine {
namespace {

// Outputs beyond 16 MiB are not in the caches any more when they are read.
template <class T>
constexpr index_t most_cached = (index_t{1} << 24) / static_cast<index_t>(sizeof(T));

}  // namespace

template <class T>
void tiled_lines<T>::run_tile(const extended_input<T>& x, interval tile, const writing& to,
                              T* scratch) const {
    const auto& groups = *word_.groups;
    const auto own = word_.parts_of(scratch);
    chain_pass<T> pass(groups, own.pass, to.store);
    pass.restart();
    T* y = to.y;
    for (index_t begin = tile.begin, next = 0; begin < tile.end;
         y += (next - begin) * to.stride, begin = next) {
        next = groups.size() == 1 ? tile.end : groups.cut(0, begin, tile.end);
        if (to.stride == 1 && to.by.is_plain()) {
            pass.run(x, begin, next, y, own.runners);
            continue;
        }
        pass.run(x, begin, next, own.values, own.runners);
        for (index_t i = 0; i < next - begin; ++i) to.by(y[i * to.stride], own.values[i]);
    }
}

// Tiles of one group are its own; of several, one task is enough for one thread.
template <class T>
void tiled_lines<T>::run(const lines<const T>& x, const lines<T>& y, const update<T>& by,
                         const thread_scratch<T>& scratch) const {
    const auto& groups = *word_.groups;
    const index_t outputs = word_.window.count();
    const bool is_one_task = groups.size() > 1 && scratch.threads == 1;
    const index_t grain = groups.group(0).grain();
    const tile_grid grid = word_.tiles_of(is_one_task ? outputs + grain : groups.task(), grain);
    const bool is_streamed = y.stride == 1 && by.is_plain() && y.count() * outputs > most_cached<T>;
    const auto store = is_streamed ? kernels::store::stream : kernels::store::replace;
    for_each_task(y.count() * grid.count, scratch.threads, [&](index_t task, int thread) {
        const index_t line = task / grid.count;
        const interval tile = grid.tile(task % grid.count);
        T* const to = y.at(line) + (tile.begin - word_.window.begin) * y.stride;
        run_tile(word_.input(x.at(line), x.stride), tile, {to, y.stride, by, store},
                 scratch.of(thread));
    });
}

template class tiled_lines<float>;
template class tiled_lines<double>;
template class tiled_lines<std::complex<float>>;
template class tiled_lines<std::complex<double>>;

}  // namespace noble::engine
