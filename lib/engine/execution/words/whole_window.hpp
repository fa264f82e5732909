// One line whose window is one tile of one group: run in less time than tiles are counted.
#pragma once

#include "engine/execution/words/bound_chain.hpp"
#include "engine/execution/words/word_way.hpp"

namespace noble::engine {

template <class T>
class whole_window : public word_way<T> {
 public:
    explicit whole_window(const bound_chain<T>& word)
        : word_(word), group_(word.groups->group(0)) {}

    static bool applies(const bound_chain<T>& word) {
        const auto& groups = *word.groups;
        return groups.size() == 1 &&
               word.tiles_of(groups.task(), groups.group(0).grain()).count == 1;
    }

    [[nodiscard]] bool takes(const lines<const T>& /*x*/, const lines<T>& y,
                             const update<T>& by) const override {
        return y.axes == 0 && y.stride == 1 && by.is_plain();
    }
    [[nodiscard]] index_t scratch() const override { return word_.scratch(); }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& /*by*/,
             const thread_scratch<T>& scratch) const override {
        group_.run(word_.input(x.data, x.stride), word_.window.begin, word_.window.end, y.data,
                   scratch.data);
    }

 private:
    const bound_chain<T>& word_;
    const runner<T>& group_;
};

}  // namespace noble::engine
