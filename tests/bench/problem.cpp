#include "bench/problem.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace bench {
namespace {

constexpr std::size_t line = 64;
constexpr std::size_t huge_page = 2 << 20;

std::size_t rounded_up(std::size_t n, std::size_t to) { return (n + to - 1) / to * to; }

std::size_t output_bytes(const job& j, std::size_t element_size) {
    if (j.what != kind::dense && j.what != kind::sparse) {
        return static_cast<std::size_t>(j.outputs()) * element_size;
    }
    const auto map = word(j).on(j.n);
    return element_size * (j.what == kind::dense ? static_cast<std::size_t>(map.rows() * map.cols())
                                                 : noble::sparse_matrix<double>(map).values.size());
}

template <class T>
void fill(T* x, index_t n) {
    std::mt19937 bits(2);
    std::uniform_real_distribution<float> draw(-1, 1);
    for (index_t i = 0; i < n; ++i) {
        if constexpr (std::is_floating_point_v<T>) {
            x[i] = draw(bits);
        } else {
            const float real = draw(bits);
            x[i] = {real, draw(bits)};
        }
    }
}

std::complex<double> defining_sum(const problem& p, index_t j, auto* x) {
    std::complex<double> sum = 0;
    const index_t at = j * p.what.down;
    for (index_t k = 0; k < p.what.taps && k <= at; ++k) {
        const index_t i = (at - k) / p.what.up;
        if ((at - k) % p.what.up != 0 || i >= p.what.n) continue;
        sum += p.taps[static_cast<std::size_t>(k)] * std::complex<double>(x[i]);
    }
    if (p.what.taps == 0 && at % p.what.up == 0) sum = x[at / p.what.up];
    return sum;
}

}  // namespace

buffer::buffer(std::size_t bytes) : size_(bytes) {
    const std::size_t alignment = bytes < huge_page ? line : huge_page;
    const std::size_t whole = rounded_up(bytes + 1, alignment);
    data_.reset(static_cast<std::byte*>(std::aligned_alloc(alignment, whole)));
    if (!data_) throw std::bad_alloc();
    if (bytes >= huge_page) madvise(data_.get(), whole, MADV_HUGEPAGE);  // advice: may be refused
    std::memset(data_.get(), 0, bytes);
}

problem::problem(const job& j)
    : what(j),
      taps(j.what == kind::chain ? std::vector<std::complex<double>>{} : random_taps(j)),
      history_(rounded_up(static_cast<std::size_t>(j.taps), line)) {
    with_element(j, [this]<class T>(T) {
        element_size_ = sizeof(T);
        const std::size_t bytes = output_bytes(what, sizeof(T));
        output = buffer(bytes);
        reference = buffer(bytes);
        input_ = buffer((history_ + static_cast<std::size_t>(what.n) + slack) * sizeof(T));
        fill(input_.as<T>() + history_, what.n);
    });
}

std::span<const std::byte> problem::input_bytes() const {
    return input_.bytes().subspan(history_ * element_size_,
                                  static_cast<std::size_t>(what.n) * element_size_);
}

double problem::multiplies() const {
    const double each = what.complex_taps ? 4 : what.type == element::complex64 ? 2 : 1;
    return each * static_cast<double>(what.outputs()) * static_cast<double>(what.taps) /
           static_cast<double>(what.up);
}

double difference(const problem& p) {
    return with_element(p.what, [&]<class T>(T) {
        const T* y = p.y<T>();
        const T* reference = p.reference.as<T>();
        double worst = 0;
        double largest = 0;
        for (std::size_t i = 0; i < p.reference.size() / sizeof(T); ++i) {
            const double error = std::abs(y[i] - reference[i]);
            worst = std::isnan(error) ? INFINITY : std::max<double>(worst, error);
            largest = std::max<double>(largest, std::abs(reference[i]));
        }
        return worst / largest;
    });
}

double difference_from_definition(const problem& p) {
    return with_element(p.what, [&]<class T>(T) {
        std::mt19937_64 bits(3);
        std::uniform_int_distribution<index_t> anywhere(0, p.what.outputs() - 1);
        double worst = 0;
        double largest = 0;
        for (int i = 0; i < 300; ++i) {
            const index_t j = i == 0 ? 0 : i == 1 ? p.what.outputs() - 1 : anywhere(bits);
            const auto sum = defining_sum(p, j, p.x<T>());
            worst = std::max(worst, std::abs(std::complex<double>(p.y<T>()[j]) - sum));
            largest = std::max(largest, std::abs(sum));
        }
        return worst / largest;
    });
}

}  // namespace bench
