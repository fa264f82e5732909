// Tasks of a fixed grid, shared by threads. OpenMP: every compiler that builds noble has it, its
// threads wait between calls and cost nothing to find, and a loop over a fixed grid is all that is
// asked of it (oneTBB would add a library for its nested and uneven loops, which do not occur).
#pragma once

#include "noble/limit.hpp"
#include "noble/threads.hpp"

namespace noble::engine {

/// Whether work of about `operations` multiplications is worth waking threads for.
bool is_long_work(double operations);

/// `wanted` if ≥ 1 (1,024 at most), else thread_count().
int threads_of(int wanted);

/// False in a child of fork(): the threads that OpenMP keeps do not come along, and would be waited
/// for without end.
bool may_start_threads() noexcept;

/// f(task, thread) for 0 ≤ task < tasks, 0 ≤ thread < threads. f must not throw.
template <class F>
void for_each_task(index_t tasks, int threads, const F& f);

}  // namespace noble::engine

#ifdef _OPENMP
#include <omp.h>
#endif

template <class F>
void noble::engine::for_each_task(index_t tasks, [[maybe_unused]] int threads, const F& f) {
#ifdef _OPENMP
    if (threads > 1 && tasks > 1 && may_start_threads()) {
#pragma omp parallel for schedule(dynamic) num_threads(threads)
        for (index_t task = 0; task < tasks; ++task) f(task, omp_get_thread_num());
        return;
    }
#endif
    for (index_t task = 0; task < tasks; ++task) f(task, 0);
}
