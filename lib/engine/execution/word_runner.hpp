// A bound word on all lines of an array: by the first of its ways that takes them.
#pragma once

#include <memory>
#include <vector>

#include "engine/execution/words/bound_chain.hpp"
#include "engine/execution/words/word_way.hpp"

namespace noble::engine {

template <class T>
class word_runner {
 public:
    /// Appends what was decided to `report`.
    word_runner(const map_node::bound_word& a, const plan_options& options, plan_report& report);
    word_runner(const word_runner&) = delete;
    word_runner& operator=(const word_runner&) = delete;
    ~word_runner() = default;

    /// Elements of scratch memory for each thread.
    [[nodiscard]] index_t scratch() const;
    /// Multiplications for one line.
    [[nodiscard]] double operations() const { return word_->groups->operations(); }

    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by,
             const thread_scratch<T>& scratch) const;

 private:
    std::unique_ptr<const bound_chain<T>> word_;
    std::vector<std::unique_ptr<const word_way<T>>> ways_;  ///< the last takes all
};

}  // namespace noble::engine
