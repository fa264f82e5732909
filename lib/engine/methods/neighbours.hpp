// method::flow of a period (L, M), M ≤ 2·L, whose taps are one chunk: neighbouring outputs in the
// lanes of a vector, which read neighbouring inputs.
#pragma once

#include "engine/methods/runner.hpp"
#include "engine/methods/workload.hpp"
#include "engine/taps/neighbour_program.hpp"

namespace noble::engine {

template <class T>
class neighbour_runner : public runner<T> {
 public:
    static bool applies(const workload& work);
    static double cost(const workload& work, instruction_set set, double count);

    neighbour_runner(const canonical<T>& form, instruction_set set);

    [[nodiscard]] index_t tile() const override { return tile_periods_ * grid_.outputs; }
    [[nodiscard]] index_t grain() const override { return grid_.outputs; }
    [[nodiscard]] index_t scratch() const override;
    [[nodiscard]] index_t overreach() const override;
    void run(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch) const override {
        run(x, a, b, y, scratch, kernels::store::replace);
    }
    void stream(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch) const override;

 private:
    using real = real_of<T>;
    using program = neighbour_program<real>;

    neighbour_runner(const canonical<T>& form, instruction_set set, const tap_chunk<real>& taps);

    void run(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch,
             kernels::store how) const;
    /// The outputs a … b−1 of a program, from `in` on, which is the input that `lo` numbers.
    struct outputs {
        index_t a;
        index_t b;
        T* y;
        kernels::store how;
    };
    void sum(const program& p, const T* in, index_t lo, const outputs& to) const;
    void sum_some(const kernels::neighbour_taps<real>& taps, const T* in, index_t row,
                  const outputs& to) const;
    [[nodiscard]] kernels::strides distances() const {
        return {grid_.words, grid_.inputs * grid_.words, grid_.outputs * grid_.words};
    }
    /// The outputs a … b−1 of the real or the imaginary parts.
    void run_part(const program& p, const extended_input<T>& x, T* scratch,
                  const outputs& to) const;
    [[nodiscard]] index_t most_inputs() const {
        return grid_.inputs * (tile_periods_ + 1) + overreach();
    }

    const kernels::table<real>& kernels_;
    index_t times_;  ///< how often the period is repeated, so that vectors are filled
    neighbour_grid grid_;
    index_t origin_;  ///< the input that the programs count from
    program re_;
    program im_;  ///< empty for real taps
    index_t tile_periods_;
};

}  // namespace noble::engine
