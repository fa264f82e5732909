// A sum: each term is added to those before.
#pragma once

#include "engine/execution/steps/composite_step.hpp"

namespace noble::engine {

template <class T>
class sum_step : public composite_step<T> {
 public:
    using composite_step<T>::composite_step;

    [[nodiscard]] index_t memory() const override { return this->memory_of_parts(); }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
             const thread_scratch<T>& scratch) const override {
        update<T> next = by;
        for (const auto& s : this->steps_) {
            s->run(x, y, next, memory, scratch);
            next.beta = T{1};
        }
    }
};

}  // namespace noble::engine
