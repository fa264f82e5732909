// Maps each on its own part of the inputs and of the outputs.
#pragma once

#include "engine/execution/steps/composite_step.hpp"
#include "engine/execution/steps/parts_of_lines.hpp"

namespace noble::engine {

template <class T>
class block_diag_step : public composite_step<T> {
 public:
    using composite_step<T>::composite_step;

    [[nodiscard]] index_t memory() const override { return this->memory_of_parts(); }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
             const thread_scratch<T>& scratch) const override {
        for (index_t i = 0; i < y.count(); ++i) {
            index_t row = 0;
            index_t column = 0;
            for (std::size_t k = 0; k < this->steps_.size(); ++k) {
                const auto& map = this->maps_[k];
                this->steps_[k]->run(part_of(single(x, i), column, map.cols()),
                                     part_of(single(y, i), row, map.rows()), by, memory, scratch);
                row += map.rows();
                column += map.cols();
            }
        }
    }
};

}  // namespace noble::engine
