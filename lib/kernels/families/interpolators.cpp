#include "kernels/families/families.hpp"
#include "kernels/flow_up.hpp"

namespace noble::kernels {

template <class Registers>
void add_interpolators(table<typename Registers::real>& to) {
    to.flow_up = flow_up<vector_of<Registers>, set::most_sums>;
}

template void add_interpolators<set::floats>(table<float>& to);
template void add_interpolators<set::doubles>(table<double>& to);

}  // namespace noble::kernels
