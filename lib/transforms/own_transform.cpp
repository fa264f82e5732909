#include <algorithm>

#include "transforms/ordered_fourier.hpp"
#include "transforms/real_transform.hpp"

namespace noble {
namespace {

// Real samples as complex ones whose imaginary parts are zero.
class own_real_transform final : public real_transform {
 public:
    explicit own_real_transform(index_t points) : transform_(points), half_(points / 2 + 1) {}

    [[nodiscard]] std::span<double> samples() const override {
        return {transform_.samples().re, static_cast<std::size_t>(transform_.points())};
    }

    std::span<const std::complex<double>> operator()() const override {
        std::fill_n(transform_.samples().im, transform_.points(), 0.0);
        transform_.forward();
        for (index_t k = 0; k < half_.size(); ++k) half_.data()[k] = transform_[k];
        return half_.all();
    }

 private:
    ordered_fourier transform_;
    aligned_memory<std::complex<double>> half_;
};

}  // namespace

std::unique_ptr<real_transform> own_transform(index_t points) {
    return std::make_unique<own_real_transform>(points);
}

}  // namespace noble
