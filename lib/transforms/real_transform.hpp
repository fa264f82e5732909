// Transforms of real samples in double precision, of which the spectra of filters are made: by FFTW
// in a build that has it, else by our own.
#pragma once

#include <complex>
#include <memory>
#include <span>
#include <string_view>

#include "noble/limit.hpp"

namespace noble {

/// X[k] = Σ x[n]·exp(−2πi·kn/N) of N real samples on memory of its own; N is a power of two and at
/// least 16.
class real_transform {
 public:
    real_transform() = default;
    real_transform(const real_transform& other) = delete;
    real_transform& operator=(const real_transform& other) = delete;
    virtual ~real_transform() = default;

    /// The N samples; what they are after operator() is not defined.
    [[nodiscard]] virtual std::span<double> samples() const = 0;
    /// X[0] … X[N/2], valid until samples are written.
    virtual std::span<const std::complex<double>> operator()() const = 0;
};

/// A way to make them.
struct transform_maker {
    std::string_view name;
    /// Throws limit_error.
    std::unique_ptr<real_transform> (*make)(index_t points);
};

/// Those of this build; the first is the one that spectra are made by.
std::span<const transform_maker> transform_makers();

std::unique_ptr<real_transform> own_transform(index_t points);

}  // namespace noble
