// The factors one after another, each line by itself.
#pragma once

#include "base/checked.hpp"
#include "engine/execution/steps/composite_step.hpp"
#include "engine/execution/steps/parts_of_lines.hpp"

namespace noble::engine {

template <class T>
class product_step : public composite_step<T> {
 public:
    using composite_step<T>::composite_step;

    [[nodiscard]] index_t memory() const override {
        return checked::add(checked::mul(2, longest()), this->memory_of_parts());
    }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
             const thread_scratch<T>& scratch) const override {
        for (index_t i = 0; i < y.count(); ++i) {
            run_line(single(x, i), single(y, i), by, memory, scratch);
        }
    }

 private:
    [[nodiscard]] index_t longest() const {
        index_t most = 0;
        for (std::size_t i = 1; i < this->maps_.size(); ++i) {
            most = std::max(most, this->maps_[i].rows());
        }
        return most;
    }

    void run_line(lines<const T> x, const lines<T>& y, const update<T>& by, T* memory,
                  const thread_scratch<T>& scratch) const {
        T* const rest = memory + 2 * longest();
        for (std::size_t i = this->steps_.size() - 1; i > 0; --i) {
            T* const out = memory + (i % 2 == 0 ? 0 : longest());
            const index_t rows = this->maps_[i].rows();
            this->steps_[i]->run(x, line(out, rows), {}, rest, scratch);
            x = line<const T>(out, rows);
        }
        this->steps_.front()->run(x, y, by, rest, scratch);
    }
};

}  // namespace noble::engine
