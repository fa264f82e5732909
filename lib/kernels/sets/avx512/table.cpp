#include "kernels/families/families.hpp"

namespace noble::kernels {

template <>
const table<float>& avx512() {
    static const auto functions = table_of<set::floats>();
    return functions;
}

template <>
const table<double>& avx512() {
    static const auto functions = table_of<set::doubles>();
    return functions;
}

}  // namespace noble::kernels
