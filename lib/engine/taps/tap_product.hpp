// c·x for a tap c, part by part: no product meets a part of c that is zero, so that an Inf in one
// part of x makes no NaN in the other.
#pragma once

#include <complex>

namespace noble::engine {

template <class T>
struct scaling {
    T c;
    T operator()(T x) const { return c * x; }
};

template <class T>
struct scaling<std::complex<T>> {
    std::complex<T> c;
    std::complex<T> operator()(std::complex<T> x) const {
        if (c.imag() == 0) return c.real() * x;
        if (c.real() == 0) return {-c.imag() * x.imag(), c.imag() * x.real()};
        return {c.real() * x.real() - c.imag() * x.imag(),
                c.real() * x.imag() + c.imag() * x.real()};
    }
};

}  // namespace noble::engine
