#include "algebra/canonical/form_size.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <cmath>

#include "algebra/canonical/integer_taps.hpp"

namespace noble {
namespace {

constexpr double bits_of_limb = 64;
constexpr double allocation = 32;  // the smallest that malloc makes

// Stands for log₂ 0 where the greatest of logarithms is sought.
constexpr double log_of_zero = -1e300;

double limbs_of(double bits) { return std::floor(bits / bits_of_limb) + 1; }

// What an integer of so many limbs takes beside its handle.
double allocated(double limbs) { return std::max(allocation, 8 * limbs + 16); }

template <class F>
void for_each_number(const polynomial& p, const F& f) {
    for (const auto& [m, c] : p.terms()) f(c);
}

template <class F>
void for_each_number(const exact& c, const F& f) {
    f(c);
}

void note_terms(form_size& /*size*/, const exact& /*c*/) {}

void note_terms(form_size& size, const polynomial& p) {
    size.terms = std::max(size.terms, static_cast<double>(p.terms().size()));
    for (const auto& [m, c] : p.terms()) {
        size.degree = std::max(size.degree, static_cast<double>(m.size()));
    }
}

// Σ|numerators| ≤ number · largest, over the common denominator.
template <class Scalar>
void note_numbers(form_size& size, const tap_list<Scalar>& taps) {
    double largest = log_of_zero;
    double count = 0;
    const auto note = [&](const exact& c) {
        include_denominators(size.denominator, c);
        for (const auto& part : {c.re(), c.im()}) {
            if (sgn(part) == 0) continue;
            largest = std::max(largest, log2_of(part.get_num()) - log2_of(part.get_den()));
            ++count;
        }
    };
    for (const auto& t : taps) {
        for_each_number(t.value, note);
        note_terms(size, t.value);
    }
    if (count > 0) size.bits = largest + std::log2(count) + log2_of(size.denominator);
}

}  // namespace

double log2_of(const mpz_class& n) {
    long exponent = 0;
    const double fraction = std::abs(mpz_get_d_2exp(&exponent, n.get_mpz_t()));
    return std::log2(fraction) + static_cast<double>(exponent);
}

double form_size::limbs() const { return limbs_of(bits); }

double form_size::bytes() const {
    // Terms lie in arrays that are three quarters full.
    constexpr double handles = 64 / 0.75;
    const double numerator = parts * allocated(limbs());
    if (terms > 0) {
        const double monomial = degree > 3 ? allocated(degree / 2) : 0;
        return taps * (64 + terms * (monomial + handles + numerator));
    }
    // An imaginary part of 0 has a denominator, too.
    const double denominators =
        parts * allocated(limbs_of(log2_of(denominator))) + (2 - parts) * 32;
    constexpr double places_and_handles = 48 + 96;
    return taps * (places_and_handles + numerator + denominators);
}

form_size size_of(const sequence& q) {
    form_size size{shape_of(q)};
    std::visit([&](const auto& taps) { note_numbers(size, taps); }, q.storage());
    return size;
}

}  // namespace noble
