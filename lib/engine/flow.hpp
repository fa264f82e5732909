// method::flow: neighbouring outputs in the lanes of a vector, for words of period (1, 1).
#pragma once

#include "engine/chunks.hpp"
#include "engine/runner.hpp"

namespace noble::engine {

template <class T>
class flow_runner : public runner<T> {
 public:
    flow_runner(const canonical<T>& form, instruction_set set);

    [[nodiscard]] index_t tile() const override;
    [[nodiscard]] index_t grain() const override { return 1; }
    [[nodiscard]] index_t scratch() const override;
    [[nodiscard]] index_t overreach() const override { return signals_; }
    void run(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch) const override;

 private:
    using real = real_of<T>;

    /// Of the outputs asked for, how many at either end read more than samples in memory.
    struct ends {
        index_t head;
        index_t tail;
    };
    [[nodiscard]] ends ends_of(const chunk<real>& c, const extended_input<T>& x, index_t a,
                               index_t count) const;
    [[nodiscard]] index_t copied_inputs() const;

    const kernels::table<real>& kernels_;
    index_t signals_;  ///< Ts in a vector
    std::vector<chunk<real>> chunks_;
    bool has_complex_taps_;
    index_t widest_;
};

}  // namespace noble::engine
