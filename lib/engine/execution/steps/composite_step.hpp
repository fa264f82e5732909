// A step of parts, run one after another.
#pragma once

#include <algorithm>
#include <vector>

#include "engine/execution/steps/step.hpp"

namespace noble::engine {

template <class T>
using step_list = std::vector<std::unique_ptr<const step<T>>>;

template <class T>
step_list<T> make_steps(const std::vector<linear_map>& maps, const plan_options& options,
                        plan_report& report) {
    step_list<T> steps;
    for (const auto& map : maps) steps.push_back(make_step<T>(map, options, report));
    return steps;
}

template <class T>
class composite_step : public step<T> {
 public:
    composite_step(const std::vector<linear_map>& parts, const plan_options& options,
                   plan_report& report)
        : maps_(parts), steps_(make_steps<T>(parts, options, report)) {}

    [[nodiscard]] index_t thread_memory() const override {
        index_t most = 0;
        for (const auto& s : steps_) most = std::max(most, s->thread_memory());
        return most;
    }
    [[nodiscard]] double operations() const override {
        double sum = 0;
        for (const auto& s : steps_) sum += s->operations();
        return sum;
    }

 protected:
    /// The most that one of them takes, beside each thread's.
    [[nodiscard]] index_t memory_of_parts() const {
        index_t most = 0;
        for (const auto& s : steps_) most = std::max(most, s->memory());
        return most;
    }

    std::vector<linear_map> maps_;
    step_list<T> steps_;
};

}  // namespace noble::engine
