// method::lanes: pieces of the signal side by side in the lanes of a vector, so that a step of the
// period is a step of whole vectors, whatever L and M. Neighbouring columns of an array are such
// pieces as they lie.
#pragma once

#include "engine/methods/runner.hpp"
#include "engine/methods/workload.hpp"
#include "engine/taps/tap_chunks.hpp"

namespace noble::engine {

template <class T>
class lane_runner : public runner<T> {
 public:
    static bool applies(const workload& work);
    static double cost(const workload& work, instruction_set set, double count);

    lane_runner(const canonical<T>& form, instruction_set set);

    [[nodiscard]] index_t tile() const override { return tile_periods_ * signals_ * outputs_; }
    [[nodiscard]] index_t grain() const override { return outputs_; }
    [[nodiscard]] index_t scratch() const override;
    // Whole periods, and as many in each lane.
    [[nodiscard]] index_t overreach() const override {
        return inputs_ * (tile_periods_ + 1) * signals_;
    }
    void run(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch) const override {
        run(x, a, b, y, scratch, kernels::store::replace);
    }
    void stream(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch) const override {
        run(x, a, b, y, scratch, kernels::store::stream);
    }

    /// Columns that are run at a time.
    [[nodiscard]] index_t panel() const { return signals_; }
    /// Outputs of a column to be asked for at a time.
    [[nodiscard]] index_t column_tile() const { return tile_periods_ * outputs_; }
    /// Outputs a … b−1 of `width` ≤ panel() columns, of which `x` is the first and the others lie
    /// beside it, to rows of y that lie `y_stride` elements apart.
    void run_columns(const extended_input<T>& x, index_t width, index_t a, index_t b, T* y,
                     index_t y_stride, T* scratch) const;

 private:
    using real = real_of<T>;

    void run(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch,
             kernels::store how) const;

    // Scratch memory, part by part: lanes in, sums of real and imaginary parts, the input itself.
    struct parts {
        real* in;
        real* out;
        real* imaginary;
        T* input;
    };
    [[nodiscard]] parts parts_of(T* scratch) const;
    [[nodiscard]] index_t lane_inputs(index_t periods, index_t span) const;

    void fill_gappy(const extended_input<T>& x, index_t first, index_t each,
                    const tap_chunk<real>& c, T* to) const;
    template <class Fill>
    void sum(index_t periods, const parts& at, const Fill& fill, kernels::wanted_soon soon) const;

    const kernels::table<real>& kernels_;
    index_t signals_;  ///< Ts in a vector
    index_t outputs_;
    index_t inputs_;
    bool is_gappy_;  ///< M so long that lanes hold only what is read of it
    std::vector<tap_chunk<real>> chunks_;
    bool has_complex_taps_;
    index_t widest_;
    index_t step_;          ///< from a period's inputs in a lane to the next one's
    index_t tile_periods_;  ///< to a lane
};

}  // namespace noble::engine
