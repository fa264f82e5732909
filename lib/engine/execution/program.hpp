// A finite map made ready to run: a tree of steps, of which the leaves are words and custom maps.
#pragma once

#include <memory>
#include <span>

#include "engine/execution/word_runner.hpp"
#include "noble/linear_map.hpp"
#include "noble/plan.hpp"

namespace noble::engine {

/// A map on all lines of an array.
template <class T>
class step {
 public:
    step() = default;
    step(const step&) = delete;
    step& operator=(const step&) = delete;
    virtual ~step() = default;

    /// Elements of memory for one execution, beside that of each thread.
    [[nodiscard]] virtual index_t memory() const = 0;
    /// Elements for each thread.
    [[nodiscard]] virtual index_t thread_memory() const = 0;
    /// Multiplications for one line.
    [[nodiscard]] virtual double operations() const = 0;

    virtual void run(const lines<const T>& x, const lines<T>& y, const update<T>& by, T* memory,
                     const thread_scratch<T>& scratch) const = 0;
};

/// Throws as plan<T> does. Appends the stages to `report`.
template <class T>
std::unique_ptr<const step<T>> make_step(const linear_map& map, const plan_options& options,
                                         plan_report& report);

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
