// A grid of maps: each on its part of the inputs, a row of them added up.
#pragma once

#include "engine/execution/steps/composite_step.hpp"
#include "engine/execution/steps/parts_of_lines.hpp"

namespace noble::engine {

template <class T>
class block_step : public composite_step<T> {
 public:
    block_step(const map_node::block& a, const plan_options& options, plan_report& report)
        : composite_step<T>(a.maps, options, report), width_(a.width) {}

    [[nodiscard]] index_t memory() const override { return this->memory_of_parts(); }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
             const thread_scratch<T>& scratch) const override {
        for (index_t i = 0; i < y.count(); ++i) {
            run_line(single(x, i), single(y, i), by, memory, scratch);
        }
    }

 private:
    void run_line(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
                  const thread_scratch<T>& scratch) const {
        index_t row = 0;
        for (std::size_t i = 0; i < this->steps_.size(); i += width_) {
            const index_t rows = this->maps_[i].rows();
            update<T> next = by;
            index_t column = 0;
            for (std::size_t j = i; j < i + width_; ++j) {
                const index_t cols = this->maps_[j].cols();
                this->steps_[j]->run(part_of(x, column, cols), part_of(y, row, rows), next, memory,
                                     scratch);
                next.beta = T{1};
                column += cols;
            }
            row += rows;
        }
    }

    std::size_t width_;
};

}  // namespace noble::engine
