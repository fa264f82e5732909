#include "algebra/canonical/kronecker.hpp"

#include <gmpxx.h>

#include <algorithm>

#include "algebra/canonical/integer_taps.hpp"
#include "base/checked.hpp"

namespace noble {
namespace {

constexpr double digit_cost = 16;  // packing and unpacking a digit, in products of two taps
constexpr std::size_t limb_bits = GMP_NUMB_BITS;

double span_of(const canonical<exact>& a) {
    return static_cast<double>(a.taps().back().offset) -
           static_cast<double>(a.taps().front().offset) + 1;
}

form_size size_without_numbers(const canonical<exact>& a) {
    form_size size{{a.outputs(), a.inputs()}};
    size.taps = static_cast<double>(a.taps().size());
    size.span = span_of(a);
    return size;
}

std::size_t bit_length(const mpz_class& n) { return mpz_sizeinbase(n.get_mpz_t(), 2); }

std::size_t most_bits(const integer_taps& taps) {
    std::size_t bits = 1;
    for (const auto& c : taps.values) bits = std::max({bits, bit_length(c.re), bit_length(c.im)});
    return bits;
}

// A kernel's real or imaginary parts as digits of base 2^(64·limbs), the one at `low` lowest.
class packed_taps {
 public:
    packed_taps(std::size_t digits, std::size_t limbs) : limbs_(limbs), buffer_(digits * limbs) {}

    mpz_class operator()(std::span<const periodic_tap<exact>> places,
                         const std::vector<gaussian_integer>& values,
                         mpz_class gaussian_integer::*part) {
        // Positive and negative digits apart: their difference is the number.
        return packed(places, values, part, 1) - packed(places, values, part, -1);
    }

 private:
    mpz_class packed(std::span<const periodic_tap<exact>> places,
                     const std::vector<gaussian_integer>& values, mpz_class gaussian_integer::*part,
                     int sign) {
        std::ranges::fill(buffer_, 0);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const mpz_class& value = values[i].*part;
            if (sgn(value) != sign) continue;
            const auto digit = static_cast<std::size_t>(places[i].offset - places.front().offset);
            const mp_limb_t* limbs = mpz_limbs_read(value.get_mpz_t());
            std::copy_n(limbs, mpz_size(value.get_mpz_t()),
                        buffer_.begin() + static_cast<std::ptrdiff_t>(digit * limbs_));
        }
        mpz_class n;
        mpz_import(n.get_mpz_t(), buffer_.size(), -1, sizeof(mp_limb_t), 0, 0, buffer_.data());
        return n;
    }

    std::size_t limbs_;
    std::vector<mp_limb_t> buffer_;
};

// The signed digits d of n = Σ dᵢ·Bⁱ, B = 2^(64·limbs), −B/2 ≤ d < B/2, from the lowest.
class digits {
 public:
    digits(const mpz_class& n, std::size_t limbs)
        : limbs_(limbs),
          sign_(sgn(n)),
          source_(mpz_limbs_read(n.get_mpz_t())),
          size_(mpz_size(n.get_mpz_t())) {}

    mpz_class next() {
        const std::size_t begin = std::min(place_, size_);
        const std::size_t end = std::min(place_ + limbs_, size_);
        place_ += limbs_;
        mpz_class digit;
        mpz_import(digit.get_mpz_t(), end - begin, -1, sizeof(mp_limb_t), 0, 0, source_ + begin);
        digit += borrowed_;
        borrowed_ = bit_length(digit) >= limbs_ * limb_bits ? 1 : 0;
        if (borrowed_ != 0) digit -= mpz_class(1) << (limbs_ * limb_bits);
        return sign_ < 0 ? mpz_class(-digit) : digit;
    }

 private:
    std::size_t limbs_;
    int sign_;
    const mp_limb_t* source_;
    std::size_t size_;
    std::size_t place_ = 0;
    int borrowed_ = 0;
};

struct gaussian_product {
    mpz_class re;
    mpz_class im;
};

// (a + bi)(c + di) = (ac − bd) + (ad + bc)i
gaussian_product product(const integer_taps& x, const canonical<exact>& a, const integer_taps& y,
                         const canonical<exact>& b, std::size_t limbs) {
    using part = mpz_class gaussian_integer::*;
    constexpr part re = &gaussian_integer::re;
    constexpr part im = &gaussian_integer::im;
    packed_taps left(static_cast<std::size_t>(span_of(a)), limbs);
    packed_taps right(static_cast<std::size_t>(span_of(b)), limbs);
    const mpz_class a_re = left(a.taps(), x.values, re);
    const mpz_class a_im = left(a.taps(), x.values, im);
    const mpz_class b_re = right(b.taps(), y.values, re);
    const mpz_class b_im = right(b.taps(), y.values, im);
    return {a_re * b_re - a_im * b_im, a_re * b_im + a_im * b_re};
}

}  // namespace

bool kronecker_pays(const form_size& a, const form_size& b) {
    return a.is_convolution() && b.is_convolution() &&
           a.taps * b.taps > digit_cost * (a.span + b.span);
}

bool kronecker_pays(const canonical<exact>& a, const canonical<exact>& b) {
    if (a.is_zero() || b.is_zero()) return false;
    return kronecker_pays(size_without_numbers(a), size_without_numbers(b));
}

canonical<exact> kronecker_product(const canonical<exact>& a, const canonical<exact>& b) {
    const integer_taps x(a.taps());
    const integer_taps y(b.taps());
    const mpz_class denominator = x.denominator * y.denominator;
    // |Σ ac − bd| ≤ 2·min(taps)·max|x|·max|y|, and a bit for the sign.
    const std::size_t shorter = std::min(a.taps().size(), b.taps().size());
    const std::size_t bits = most_bits(x) + most_bits(y) + bit_length(shorter) + 2;
    const std::size_t limbs = bits / limb_bits + 1;
    const auto count = static_cast<index_t>(span_of(a) + span_of(b) - 1);
    const index_t low = checked::add(a.taps().front().offset, b.taps().front().offset);
    (void)checked::add(a.taps().back().offset, b.taps().back().offset);
    require_memory(count, 6 * sizeof(mp_limb_t) * limbs, "the product of two canonical forms");
    const auto n = product(x, a, y, b, limbs);
    digits re(n.re, limbs);
    digits im(n.im, limbs);
    std::vector<periodic_tap<exact>> taps;
    taps.reserve(static_cast<std::size_t>(count));
    for (index_t i = 0; i < count; ++i) {
        const gaussian_integer value{re.next(), im.next()};
        if (sgn(value.re) == 0 && sgn(value.im) == 0) continue;
        taps.push_back({0, low + i, unscaled(value, denominator)});
    }
    return {1, 1, std::move(taps)};
}

}  // namespace noble
