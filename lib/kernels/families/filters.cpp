#include "kernels/families/families.hpp"
#include "kernels/two_way.hpp"

namespace noble::kernels {

template <class Registers>
void add_filters(table<typename Registers::real>& to) {
    to.flow = flow<vector_of<Registers>, set::most_sums>;
    to.lanes = lanes<vector_of<Registers>, set::most_sums>;
}

template void add_filters<set::floats>(table<float>& to);
template void add_filters<set::doubles>(table<double>& to);

}  // namespace noble::kernels
