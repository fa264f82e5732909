// method::flow: neighbouring outputs in the lanes of a vector, for words of period (1, 1), and on
// real data of (2, 1), (3, 1), (4, 1) and (8, 1), the phases of whose outputs read the same inputs.
#pragma once

#include "engine/methods/runner.hpp"
#include "engine/methods/workload.hpp"
#include "engine/taps/phase_program.hpp"

namespace noble::engine {

template <class T>
class flow_runner : public runner<T> {
 public:
    static bool applies(const workload& work);
    static double cost(const workload& work, instruction_set set, double count);

    flow_runner(const canonical<T>& form, instruction_set set);

    [[nodiscard]] index_t tile() const override;
    [[nodiscard]] index_t grain() const override { return outputs_; }
    [[nodiscard]] index_t scratch() const override;
    [[nodiscard]] index_t overreach() const override { return signals_; }
    void run(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch) const override {
        run(x, a, b, y, scratch, kernels::store::replace);
    }
    void stream(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch) const override {
        run(x, a, b, y, scratch, kernels::store::stream);
    }

 private:
    using real = real_of<T>;

    /// Of the outputs asked for, how many at either end read more than samples in memory.
    struct ends {
        index_t head;
        index_t tail;
    };
    [[nodiscard]] ends ends_of(const tap_chunk<real>& c, const extended_input<T>& x, index_t a,
                               index_t count) const;
    [[nodiscard]] index_t copied_inputs() const;

    void run(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch,
             kernels::store how) const;
    void run_single(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch,
                    kernels::store how) const;
    /// What the outputs read of a chunk: samples in memory, and copies at the ends.
    struct parts {
        ends at;
        index_t middle;
        const T* of_head;
        const T* of_middle;
        const T* of_tail;
    };
    [[nodiscard]] parts parts_of(const tap_chunk<real>& c, const extended_input<T>& x, index_t a,
                                 index_t count, T* scratch) const;
    void sum(const tap_program<real>& taps, const parts& in, T* y, kernels::store& how) const;
    void run_phases(const extended_input<T>& x, index_t first, index_t count, T* y, T* scratch,
                    kernels::store how) const;

    const kernels::table<real>& kernels_;
    index_t signals_;  ///< Ts in a vector
    index_t outputs_;
    std::vector<tap_chunk<real>> chunks_;
    std::vector<phase_program<real>> phases_;  ///< of each chunk, where there are several outputs
    bool has_complex_taps_;
    index_t widest_;
};

}  // namespace noble::engine
