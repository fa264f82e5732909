#include "kernels/neighbours.hpp"

#include "kernels/families/families.hpp"

namespace noble::kernels {

template <class Registers>
void add_neighbours(table<typename Registers::real>& to) {
    to.neighbours = neighbours<vector_of<Registers>, Registers>;
}

template void add_neighbours<set::floats>(table<float>& to);
template void add_neighbours<set::doubles>(table<double>& to);

}  // namespace noble::kernels
