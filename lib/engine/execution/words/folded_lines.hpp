// Transposed words: outputs outside the window return to it by the transpose of the extension.
#pragma once

#include "engine/execution/words/bound_chain.hpp"
#include "engine/execution/words/word_way.hpp"

namespace noble::engine {

template <class T>
class folded_lines : public word_way<T> {
 public:
    /// Of the transpose of `a`, of which `word` is all outputs and `groups` are the factors. Throws
    /// limit_error.
    folded_lines(const bound_chain<T>& word, const map_node::bound_word& a,
                 const std::vector<fused_group<T>>& groups);

    [[nodiscard]] bool takes(const lines<const T>& /*x*/, const lines<T>& /*y*/,
                             const update<T>& /*by*/) const override {
        return true;
    }
    [[nodiscard]] index_t scratch() const override { return word_.scratch(); }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by,
             const thread_scratch<T>& scratch) const override;

 private:
    void fold(const T* values, const interval& outputs, T* y, index_t stride, const T& alpha) const;

    const bound_chain<T>& word_;
    boundary folded_;
    std::vector<interval> reach_;  ///< disjoint; all other outputs are zero
};

}  // namespace noble::engine
