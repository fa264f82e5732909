#include "kernels/families/families.hpp"
#include "kernels/pcm.hpp"
#include "kernels/transpose.hpp"

namespace noble::kernels {

template <class Registers>
void add_moves(table<typename Registers::real>& to) {
    using vector = vector_of<Registers>;
    to.into_lanes = into_lanes<Registers>;
    to.out_of_lanes = out_of_lanes<Registers>;
    to.to_int16 = to_int16<vector>;
    to.to_int32 = to_int32<vector>;
    to.from_int16 = from_int16<vector>;
}

template void add_moves<set::floats>(table<float>& to);
template void add_moves<set::doubles>(table<double>& to);

}  // namespace noble::kernels
