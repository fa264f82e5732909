// The table of an instruction set on x86, of its registers and xsimd's batches. Registers has no
// name outside its file, so neither has the table.
#pragma once

#include "engine/kernels/flow_up.hpp"
#include "engine/kernels/fourier.hpp"
#include "engine/kernels/neighbours.hpp"
#include "engine/kernels/pcm.hpp"
#include "engine/kernels/spectrum.hpp"
#include "engine/kernels/transpose.hpp"
#include "engine/kernels/two_way.hpp"

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
