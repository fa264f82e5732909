// Any array: its lines one by one, each in tiles that threads share.
#pragma once

#include "engine/execution/words/bound_chain.hpp"
#include "engine/execution/words/word_way.hpp"

namespace noble::engine {

template <class T>
class tiled_lines : public word_way<T> {
 public:
    explicit tiled_lines(const bound_chain<T>& word) : word_(word) {}

    [[nodiscard]] bool takes(const lines<const T>& /*x*/, const lines<T>& /*y*/,
                             const update<T>& /*by*/) const override {
        return true;
    }
    [[nodiscard]] index_t scratch() const override { return word_.scratch(); }
    void run(const lines<const T>& x, const lines<T>& y, const update<T>& by,
             const thread_scratch<T>& scratch) const override;

 private:
    /// How the outputs of a tile are written.
    struct writing {
        T* y;
        index_t stride;
        const update<T>& by;
        kernels::store store;
    };
    void run_tile(const extended_input<T>& x, interval tile, const writing& to, T* scratch) const;

    const bound_chain<T>& word_;
};

}  // namespace noble::engine
