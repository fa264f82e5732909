// Fourier transforms by FFTW, of which the spectra of filters are made. FFTW's planner is not safe
// to call from several threads, so its calls are serialised.
#pragma once

#include <complex>

#include "noble/limit.hpp"

namespace noble::engine {

/// X[k] = Σ x[n]·exp(−2πi·kn/N), in place, on memory aligned as make_aligned's is.
class transform {
 public:
    explicit transform(index_t points);
    transform(const transform& other) = delete;
    transform& operator=(const transform& other) = delete;
    ~transform();

    void operator()(std::complex<double>* values) const;

 private:
    void* plan_;
};

}  // namespace noble::engine
