// A multiple of a map: the factor is a part of α.
#pragma once

#include "engine/execution/steps/composite_step.hpp"

namespace noble::engine {

template <class T>
class scaled_step : public composite_step<T> {
 public:
    scaled_step(const map_node::scaled& a, const plan_options& options, plan_report& report)
        : composite_step<T>(a.map, options, report), c_(a.c.to<T>()) {}

    [[nodiscard]] index_t memory() const override { return this->memory_of_parts(); }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
             const thread_scratch<T>& scratch) const override {
        const T alpha = by.alpha == T{1} ? c_ : by.alpha * c_;
        this->steps_.front()->run(x, y, {alpha, by.beta}, memory, scratch);
    }

 private:
    T c_;
};

}  // namespace noble::engine
