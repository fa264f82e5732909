// Lines that lie side by side, element by element: panels of these columns, tiles of their rows.
#pragma once

#include "engine/execution/words/bound_chain.hpp"
#include "engine/execution/words/word_way.hpp"
#include "engine/methods/lanes.hpp"

namespace noble::engine {

template <class T>
class panels_of_columns : public word_way<T> {
 public:
    panels_of_columns(const bound_chain<T>& word, const canonical<T>& form, instruction_set set)
        : word_(word), columns_(form, set) {}

    /// For the one group of a word, as `stage` tells what was chosen for it. Columns side by side,
    /// by sums, are to be worth what transforms of each by itself would save.
    static bool applies(const std::vector<fused_group<T>>& groups, const plan_stage& stage,
                        const plan_options& options);

    [[nodiscard]] bool takes(const lines<const T>& x, const lines<T>& y,
                             const update<T>& by) const override;
    [[nodiscard]] index_t scratch() const override {
        return columns_.column_tile() * columns_.panel() + columns_.scratch();
    }
    [[nodiscard]] index_t overreach() const { return columns_.overreach(); }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by,
             const thread_scratch<T>& scratch) const override;

 private:
    /// `width` neighbouring columns from the line at which these begin.
    struct columns {
        const T* x;
        index_t x_stride;
        T* y;
        index_t y_stride;
        index_t width;
    };
    void run_tile(const columns& at, const interval& tile, const update<T>& by, T* scratch) const;

    const bound_chain<T>& word_;
    lane_runner<T> columns_;
};

}  // namespace noble::engine
