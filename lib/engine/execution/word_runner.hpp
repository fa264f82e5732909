// A bound word on all lines of an array: tiles of a fixed grid, shared by threads.
#pragma once

#include <memory>
#include <optional>

#include "engine/execution/chain.hpp"
#include "engine/methods/lanes.hpp"
#include "engine/signals/lines.hpp"
#include "engine/signals/thread_scratch.hpp"
#include "noble/linear_map.hpp"
#include "noble/plan.hpp"

namespace noble::engine {

/// y ← αAx + βy; 1 and 0 are taken at their word: no product can turn an Inf into a NaN.
template <class T>
struct update {
    T alpha{1};
    T beta{};
    [[nodiscard]] bool is_plain() const { return alpha == T{1} && beta == T{}; }
    void operator()(T& y, const T& value) const {
        const T image = alpha == T{1} ? value : alpha * value;
        if (beta == T{}) {
            y = image;
        } else {
            y = image + (beta == T{1} ? y : beta * y);
        }
    }
};

template <class T>
class word_runner {
 public:
    /// Appends what was decided to `report`.
    word_runner(const map_node::bound_word& a, const plan_options& options, plan_report& report);

    /// Elements of scratch memory for each thread.
    [[nodiscard]] index_t scratch() const;
    /// Multiplications for one line.
    [[nodiscard]] double operations() const { return chain_->operations(); }

    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by,
             const thread_scratch<T>& scratch) const;

 private:
    struct tiles {
        index_t first;  ///< where the first tile begins, on the grid
        index_t size;
        index_t count;
    };
    [[nodiscard]] tiles tiles_of(index_t size, index_t grain) const;
    // Scratch memory of a thread, part by part.
    struct parts {
        thread_scratch<T> runners;
        T* pass;
        T* values;  ///< outputs that cannot be written in place
    };
    [[nodiscard]] parts parts_of(T* scratch) const;
    [[nodiscard]] extended_input<T> input(const T* x, index_t stride) const;
    void run_tile(const extended_input<T>& x, index_t begin, index_t end, T* y, index_t stride,
                  const update<T>& by, kernels::store how, T* scratch) const;
    void run_lines(const lines<const T>& x, const lines<T>& y, const update<T>& by,
                   const thread_scratch<T>& scratch) const;
    void run_columns(const lines<const T>& x, const lines<T>& y, const update<T>& by,
                     const thread_scratch<T>& scratch) const;
    void run_folded(const lines<const T>& x, const lines<T>& y, const update<T>& by,
                    const thread_scratch<T>& scratch) const;
    void require_inputs() const;
    void fold(const T* values, index_t begin, index_t end, T* y, index_t stride,
              const T& alpha) const;

    index_t n_;        ///< samples in
    interval window_;  ///< outputs, those of the array
    boundary rule_;    ///< of the input
    /// Outputs outside the window return to it by this extension's transpose; only those in
    /// `reach_`, disjoint intervals, are not zero.
    std::optional<boundary> folded_;
    std::vector<interval> reach_;
    std::unique_ptr<const chain<T>> chain_;
    /// Of a window that is one tile of one group: it is run in less time than tiles are counted.
    const runner<T>* whole_ = nullptr;
    std::unique_ptr<const lane_runner<T>> columns_;  ///< of one group, where that method applies
};

}  // namespace noble::engine
