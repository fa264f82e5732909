#include "kernels/families/families.hpp"

namespace noble::kernels {

template <>
const table<float>& sse2() {
    static const auto functions = table_of<set::floats>();
    return functions;
}

template <>
const table<double>& sse2() {
    static const auto functions = table_of<set::doubles>();
    return functions;
}

}  // namespace noble::kernels
