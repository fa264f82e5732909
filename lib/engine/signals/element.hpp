// Element types as the kernels see them: one real, or two.
#pragma once

#include <complex>
#include <type_traits>

#include "noble/element_type.hpp"

namespace noble::engine {

template <class T>
struct element {
    using real = T;
    static constexpr int words = 1;
};

template <class T>
struct element<std::complex<T>> {
    using real = T;
    static constexpr int words = 2;
};

template <class T>
using real_of = typename element<T>::real;

/// Reals in a T: 1, or 2 for complex.
template <class T>
constexpr int words_of = element<T>::words;

/// As C knows texts, which the literals of the table are.
template <class T>
inline constexpr const char* element_name = name_of(element_type_of<T>).data();

template <class T>
const real_of<T>* reals(const T* x) {
    return reinterpret_cast<const real_of<T>*>(x);
}

template <class T>
real_of<T>* reals(T* x) {
    return reinterpret_cast<real_of<T>*>(x);
}

}  // namespace noble::engine
