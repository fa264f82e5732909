// A finite map made ready to run: a tree of steps, of which the leaves are words and custom maps,
// and the memory and threads that it takes.
#pragma once

#include <memory>
#include <span>

#include "engine/execution/steps/step.hpp"

namespace noble::engine {

template <class T>
class program {
 public:
    program(const linear_map& map, const plan_options& options);

    [[nodiscard]] const linear_map& map() const noexcept { return map_; }
    [[nodiscard]] const plan_report& report() const noexcept { return report_; }
    [[nodiscard]] index_t workspace_elements() const noexcept;
    [[nodiscard]] int threads() const noexcept { return threads_; }

    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by,
             std::span<T> workspace) const;

 private:
    [[nodiscard]] int threads_for(double operations) const noexcept;

    linear_map map_;
    plan_options options_;
    plan_report report_;
    std::unique_ptr<const step<T>> root_;
    double operations_ = 0;  ///< of root_, as the two below: asked once, execution is short
    index_t shared_memory_ = 0;
    index_t thread_memory_ = 0;
    int threads_ = 1;  ///< the most that an execution may take
};

}  // namespace noble::engine
