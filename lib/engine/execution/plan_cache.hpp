// The process-wide cache of `estimate` plans, and of workspaces, that A(x) runs on: bounded by
// number and by bytes.
#pragma once

#include <memory>

#include "noble/plan.hpp"

namespace noble::engine {

template <class T>
struct cache_entry;

/// The plan of a map with a workspace that is this object's alone; given back when it goes.
///
/// A word's plan is found by its handle (the very op, not an equal one) and by its binding; so
/// `a(x)` with one `a` plans once, on one axis or on two. The cache keeps the handles, so that no
/// other word can take their place in memory.
template <class T>
class cached_plan {
 public:
    explicit cached_plan(const linear_map& map);
    cached_plan(const cached_plan&) = delete;
    cached_plan& operator=(const cached_plan&) = delete;
    ~cached_plan();

    [[nodiscard]] const plan<T>& run() const noexcept;
    [[nodiscard]] workspace<T>& space() const noexcept { return *space_; }

 private:
    std::shared_ptr<cache_entry<T>> entry_;
    std::unique_ptr<workspace<T>> space_;
};

}  // namespace noble::engine
