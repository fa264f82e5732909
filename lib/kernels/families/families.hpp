// The table of an instruction set on x86, of its registers and xsimd's batches. Registers has no
// name outside its file, so neither has the table.
#pragma once

#include "kernels/flow_up.hpp"
#include "kernels/fourier.hpp"
#include "kernels/neighbours.hpp"
#include "kernels/pcm.hpp"
#include "kernels/spectrum.hpp"
#include "kernels/transpose.hpp"
#include "kernels/two_way.hpp"

namespace noble::kernels {

/// With at most `most` vectors of sums at a time.
template <class Registers, class Architecture, int most>
constexpr table<typename Registers::real> simd_table() {
    using vector = xsimd::batch<typename Registers::real, Architecture>;
    return {vector::size,
            flow<vector, most>,
            flow_up<vector, most>,
            neighbours<vector, Registers>,
            lanes<vector, most>,
            into_lanes<Registers>,
            out_of_lanes<Registers>,
            forward<vector, turn<Registers>>,
            inverse<vector, turn<Registers>>,
            multiply<vector, false>,
            multiply<vector, true>,
            pick<vector>,
            place<vector>,
            interleave<vector>,
            energy<vector>,
            to_int16<vector>,
            to_int32<vector>,
            from_int16<vector>};
}

}  // namespace noble::kernels
