// One way to run a word: any interval of its outputs from an extended signal. An output's value
// does not depend on the interval in which it is asked for.
//
// Each kind of runner is a file of one skeleton: whether it applies to a form and its predicted
// cost (static, as engine/methods/methods.hpp states them), how it is made of a form and an
// instruction set, and how it runs.
#pragma once

#include "engine/signals/extended_input.hpp"
#include "engine/taps/reach.hpp"
#include "noble/canonical.hpp"
#include "noble/instruction_set.hpp"

namespace noble::engine {

template <class T>
class runner {
 public:
    explicit runner(reach inputs) : reach_(std::move(inputs)) {}
    runner(const runner&) = delete;
    runner& operator=(const runner&) = delete;
    virtual ~runner() = default;

    /// The most outputs to be asked for at a time, and the multiple at which intervals best begin.
    [[nodiscard]] virtual index_t tile() const = 0;
    [[nodiscard]] virtual index_t grain() const = 0;
    /// Elements of scratch memory for one tile.
    [[nodiscard]] virtual index_t scratch() const = 0;
    /// Of its fast transforms; 0 where it makes none.
    [[nodiscard]] virtual index_t transform_points() const { return 0; }
    /// Which inputs change the outputs. Of an fft that is all that its blocks hold, as they decide
    /// whether a transform is fit for them.
    [[nodiscard]] const reach& inputs() const noexcept { return reach_; }
    /// How far beyond those, for outputs that are not asked for, it may read.
    [[nodiscard]] virtual index_t overreach() const { return 0; }

    /// y[0 … b−a) = the outputs a … b−1, b − a ≤ tile().
    virtual void run(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch) const = 0;
    /// The same values, where it can past the caches: for an output that these cannot hold.
    virtual void stream(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch) const {
        run(x, a, b, y, scratch);
    }

 private:
    reach reach_;
};

}  // namespace noble::engine
