// A finite map made ready to run on all lines of an array: by itself, or of steps for its parts.
#pragma once

#include <memory>

#include "engine/execution/update.hpp"
#include "engine/signals/lines.hpp"
#include "engine/signals/thread_scratch.hpp"
#include "noble/linear_map.hpp"
#include "noble/plan.hpp"

namespace noble::engine {

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

}  // namespace noble::engine
