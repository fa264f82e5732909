#include "algebra/ring.hpp"

namespace noble {
namespace {

mpz_class common_denominator(std::span<const periodic_tap<exact>> taps) {
    mpz_class common = 1;
    for (const auto& t : taps) {
        mpz_lcm(common.get_mpz_t(), common.get_mpz_t(), t.value.re().get_den_mpz_t());
        mpz_lcm(common.get_mpz_t(), common.get_mpz_t(), t.value.im().get_den_mpz_t());
    }
    return common;
}

mpz_class scaled(const rational& q, const mpz_class& denominator) {
    return denominator / q.get_den() * q.get_num();
}

std::vector<gaussian_integer> scaled(std::span<const periodic_tap<exact>> taps,
                                     const mpz_class& denominator) {
    std::vector<gaussian_integer> integers;
    integers.reserve(taps.size());
    for (const auto& t : taps) {
        integers.push_back({scaled(t.value.re(), denominator), scaled(t.value.im(), denominator)});
    }
    return integers;
}

}  // namespace

ring<exact>::ring(std::span<const periodic_tap<exact>> a, std::span<const periodic_tap<exact>> b) {
    const mpz_class left = common_denominator(a);
    const mpz_class right = common_denominator(b);
    denominator_ = left * right;
    left_ = scaled(a, left);
    right_ = scaled(b, right);
}

// (a + bi)(c + di) = (ac − bd) + (ad + bc)i; GMP returns at once where a factor is 0.
void ring<exact>::add_product(element& sum, std::size_t i, std::size_t j) const {
    const element& x = left_[i];
    const element& y = right_[j];
    mpz_addmul(sum.re.get_mpz_t(), x.re.get_mpz_t(), y.re.get_mpz_t());
    mpz_submul(sum.re.get_mpz_t(), x.im.get_mpz_t(), y.im.get_mpz_t());
    mpz_addmul(sum.im.get_mpz_t(), x.re.get_mpz_t(), y.im.get_mpz_t());
    mpz_addmul(sum.im.get_mpz_t(), x.im.get_mpz_t(), y.re.get_mpz_t());
}

exact ring<exact>::value(const element& sum) const {
    return {ratio(sum.re, denominator_), ratio(sum.im, denominator_)};
}

}  // namespace noble
