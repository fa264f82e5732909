#include "engine/execution/words/panels_of_columns.hpp"

#include <algorithm>

#include "base/checked.hpp"
#include "engine/methods/methods.hpp"
#include "engine/signals/threads.hpp"

namespace noble::engine {

// Samples that lie apart cost transforms a few times their work. A stream runs each channel by
// itself: for the same bytes an endless plan has no other method here than there.
template <class T>
bool panels_of_columns<T>::applies(const std::vector<fused_group<T>>& groups,
                                   const plan_stage& stage, const plan_options& options) {
    constexpr double apart = 4;
    if (groups.size() != 1 || !engine::applies(method::lanes, groups.front().form)) return false;
    if (options.endless) return stage.chosen.method == method::lanes;
    const auto lanes =
        std::ranges::find(stage.others, method::lanes, &plan_stage::candidate::method);
    return stage.chosen.method != method::fft || lanes == stage.others.end() ||
           lanes->predicted <= apart * stage.chosen.predicted;
}

// The last of the other axes is contiguous.
template <class T>
bool panels_of_columns<T>::takes(const lines<const T>& x, const lines<T>& y,
                                 const update<T>& /*by*/) const {
    return y.axes > 0 && x.axes == y.axes && y.stride != 1 && y.step[y.axes - 1] == 1 &&
           x.step[x.axes - 1] == 1 && y.extent[y.axes - 1] >= columns_.panel();
}

template <class T>
void panels_of_columns<T>::run_tile(const columns& at, const interval& tile, const update<T>& by,
                                    T* scratch) const {
    const auto in = word_.input(at.x, at.x_stride);
    T* const to = at.y + (tile.begin - word_.window.begin) * at.y_stride;
    if (by.is_plain()) {
        return columns_.run_columns(in, at.width, tile.begin, tile.end, to, at.y_stride, scratch);
    }
    const index_t panel = columns_.panel();
    T* const values = scratch + columns_.scratch();
    columns_.run_columns(in, at.width, tile.begin, tile.end, values, panel, scratch);
    for (index_t i = 0; i < tile.count(); ++i) {
        for (index_t c = 0; c < at.width; ++c) by(to[i * at.y_stride + c], values[i * panel + c]);
    }
}

template <class T>
void panels_of_columns<T>::run(const lines<const T>& x, const lines<T>& y, const update<T>& by,
                               const thread_scratch<T>& scratch) const {
    const index_t width = y.extent[y.axes - 1];
    const index_t panel = columns_.panel();
    const index_t panels = checked::ceil_div(width, panel);
    const tile_grid grid = word_.tiles_of(columns_.column_tile(), columns_.grain());
    const index_t rest = y.count() / width;
    for_each_task(rest * grid.count * panels, scratch.threads, [&](index_t task, int thread) {
        const index_t column = task % panels * panel;
        const index_t line = task / panels / grid.count * width + column;
        run_tile({x.at(line), x.stride, y.at(line), y.stride, std::min(panel, width - column)},
                 grid.tile(task / panels % grid.count), by, scratch.of(thread));
    });
}

template class panels_of_columns<float>;
template class panels_of_columns<double>;
template class panels_of_columns<std::complex<float>>;
template class panels_of_columns<std::complex<double>>;

}  // namespace noble::engine
