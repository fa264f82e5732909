// A bound word.
#pragma once

#include "engine/execution/steps/step.hpp"
#include "engine/execution/word_runner.hpp"

namespace noble::engine {

template <class T>
class word_step : public step<T> {
 public:
    word_step(const map_node::bound_word& a, const plan_options& options, plan_report& report)
        : word_(a, options, report) {}

    [[nodiscard]] index_t memory() const override { return 0; }
    [[nodiscard]] index_t thread_memory() const override { return word_.scratch(); }
    [[nodiscard]] double operations() const override { return word_.operations(); }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* /*memory*/,
             const thread_scratch<T>& scratch) const override {
        word_.run(x, y, by, scratch);
    }

 private:
    word_runner<T> word_;
};

}  // namespace noble::engine
