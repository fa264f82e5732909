// A way to run a bound word on the lines of an array.
#pragma once

#include "engine/execution/update.hpp"
#include "engine/signals/lines.hpp"
#include "engine/signals/thread_scratch.hpp"

namespace noble::engine {

template <class T>
class word_way {
 public:
    word_way() = default;
    word_way(const word_way&) = delete;
    word_way& operator=(const word_way&) = delete;
    virtual ~word_way() = default;

    /// Whether it runs on arrays that lie so.
    [[nodiscard]] virtual bool takes(const lines<const T>& x, const lines<T>& y,
                                     const update<T>& by) const = 0;
    /// Elements of scratch memory for each thread.
    [[nodiscard]] virtual index_t scratch() const = 0;
    virtual void run(const lines<const T>& x, const lines<T>& y, const update<T>& by,
                     const thread_scratch<T>& scratch) const = 0;
};

}  // namespace noble::engine
