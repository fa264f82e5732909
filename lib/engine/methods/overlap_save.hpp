// method::fft: overlap-save convolution by fast transforms, at the low rates: M transforms forward,
// L·M products, L transforms back (transforms/block_size.hpp).
//
// Two consecutive blocks of real data are the real and the imaginary part of one transform. Blocks
// lie on a grid that is absolute in the outputs' index. A block (or the pair of them) whose content
// is not finite, or so large that a transform could overflow, is run direct.
//
// Each output of a block has the rounding errors of the largest samples in it. Where a boundary
// continues the signal to samples far larger than those of its own, the outputs that read none of
// these come from another transform, without them. Which outputs these are depends on the blocks
// and the signal's ends, not on what is asked for.
//
// (A. V. Oppenheim and R. W. Schafer, Discrete-Time Signal Processing, ch. 8, for overlap-save; P.
// P. Vaidyanathan, Multirate Systems and Filter Banks, ch. 10, for the filters of a period.)
#pragma once

#include <memory>

#include "engine/methods/blocks.hpp"
#include "engine/methods/runner.hpp"
#include "engine/methods/spectra_cache.hpp"
#include "engine/methods/workload.hpp"
#include "engine/signals/element.hpp"
#include "kernels/kernels.hpp"
#include "transforms/block_size.hpp"

namespace noble::engine {

template <class T>
class overlap_save_runner : public runner<T> {
 public:
    static bool applies(const workload& work);
    static double cost(const workload& work, instruction_set set, double count);

    /// Throws limit_error.
    overlap_save_runner(const canonical<T>& form, instruction_set set);

    [[nodiscard]] index_t tile() const override { return grid_.tile(); }
    [[nodiscard]] index_t grain() const override { return tile(); }
    [[nodiscard]] index_t scratch() const override;
    void run(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch) const override;

    // What a whole tile reads.
    [[nodiscard]] index_t overreach() const override { return 2 * grid_.tile_inputs(); }
    [[nodiscard]] index_t transform_points() const override { return grid_.block.points; }

 private:
    using real = real_of<T>;

    overlap_save_runner(const canonical<T>& form, const block_grid& grid, instruction_set set);

    // Scratch memory, part by part.
    struct parts {
        real* spectra;  ///< of the M inputs, then the sum of their products
        T* samples;     ///< what a tile reads
        T* values;      ///< the outputs of a tile
        T* direct;      ///< the direct runner's own
    };
    [[nodiscard]] index_t spectra_size() const;
    [[nodiscard]] parts parts_of(T* scratch) const;
    [[nodiscard]] bool is_fit(const T* samples) const;
    void load(const T* samples, index_t input, const kernels::split<real>& to) const;
    void unload(const kernels::split<real>& circle, index_t row, const interval& part, T* y) const;
    void multiply(index_t row, const parts& at, const kernels::split<real>& to) const;
    [[nodiscard]] interval part_within(const interval& signal, index_t number) const;
    [[nodiscard]] bool is_drowned(const T* samples, const interval& signal) const;
    void transform(const T* samples, const interval& part, T* y, const parts& at) const;
    void run_tile(const extended_input<T>& x, index_t number, T* y, const parts& at) const;
    void run_direct(const extended_input<T>& x, index_t begin, T* y, const parts& at) const;

    const kernels::table<real>& kernels_;
    block_grid grid_;
    reach taps_reach_;
    found_spectra<real> spectra_;
    real most_energy_;
    std::unique_ptr<const runner<T>> direct_;
};

}  // namespace noble::engine
