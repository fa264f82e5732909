// Complex transforms by FFTW, of one size, on memory aligned as workspaces are. FFTW's planner is
// not safe to call from several threads, so its calls are serialised; execution is not.
#pragma once

#include <complex>

#include "noble/limit.hpp"
#include "noble/plan.hpp"

namespace noble::engine {

enum class direction { forward, inverse };

/// In place, not normalised: X[k] = Σ x[n]·exp(∓2πi·kn/N). Real is float or double.
template <class Real>
class transform {
 public:
    transform(index_t size, direction way, effort how);
    transform(transform&& other) noexcept;
    transform(const transform& other) = delete;
    transform& operator=(const transform& other) = delete;
    transform& operator=(transform&& other) = delete;
    ~transform();

    [[nodiscard]] index_t size() const noexcept { return size_; }
    void operator()(std::complex<Real>* values) const;

 private:
    index_t size_;
    void* plan_;
};

}  // namespace noble::engine
