// method::fft: overlap-save convolution by fast transforms, at the low rates: M transforms forward,
// L·M products, L transforms back (engine/block_size.hpp).
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

#include "engine/methods/runner.hpp"
#include "engine/methods/spectra_cache.hpp"
#include "engine/signals/element.hpp"
#include "kernels/kernels.hpp"
#include "transforms/block_size.hpp"

namespace noble::engine {

template <class T>
class overlap_save_runner : public runner<T> {
 public:
    overlap_save_runner(const canonical<T>& form, const block_grid& grid, instruction_set set);

    [[nodiscard]] index_t tile() const override { return grid_.tile(); }
    [[nodiscard]] index_t grain() const override { return tile(); }
    [[nodiscard]] index_t scratch() const override;
    void run(const extended_input<T>& x, index_t a, index_t b, T* y, T* scratch) const override;

    // The whole of a group of blocks.
    [[nodiscard]] index_t overreach() const override { return 2 * grid_.group_inputs(); }

    /// The blocks for a form, where the method applies.
    static std::optional<block_grid> grid_for(const canonical<T>& form);
    /// The same for filters of that span, whatever their taps.
    static std::optional<block_grid> grid_for(const filter_span& span, index_t outputs,
                                              index_t inputs);

 private:
    using real = real_of<T>;
    /// Blocks that share a transform.
    static constexpr index_t blocks = words_of<T> == 1 ? 2 : 1;

    // Scratch memory, part by part.
    struct parts {
        real* spectra;  ///< of the M inputs, then the sum of their products
        T* samples;     ///< what the blocks read
        T* values;      ///< the outputs of a group of blocks
        T* direct;      ///< the direct runner's own
    };
    [[nodiscard]] index_t spectra_size() const;
    [[nodiscard]] parts parts_of(T* scratch) const;
    [[nodiscard]] bool is_fit(const T* samples) const;
    void load(const T* samples, index_t input, const kernels::split<real>& to) const;
    void unload(const kernels::split<real>& circle, index_t row, const interval& part, T* y) const;
    void multiply(index_t row, const parts& at, const kernels::split<real>& to) const;
    [[nodiscard]] interval part_within(const interval& signal, index_t group) const;
    [[nodiscard]] bool is_drowned(const T* samples, const interval& signal) const;
    void transform(const T* samples, const interval& part, T* y, const parts& at) const;
    void run_group(const extended_input<T>& x, index_t group, T* y, const parts& at) const;
    void run_direct(const extended_input<T>& x, index_t begin, T* y, const parts& at) const;

    const kernels::table<real>& kernels_;
    block_grid grid_;
    reach taps_reach_;
    found_spectra<real> spectra_;
    real most_energy_;
    std::unique_ptr<const runner<T>> direct_;
};

}  // namespace noble::engine
