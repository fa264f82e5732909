#include "algebra/proof/decision/proof_cost.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "algebra/canonical/factor_order.hpp"
#include "algebra/canonical/form_size.hpp"
#include "algebra/canonical/kronecker.hpp"
#include "algebra/canonical/numbered_polynomial.hpp"
#include "base/checked.hpp"
#include "noble/error.hpp"

namespace noble {
namespace {

constexpr double most_products = 2e11;  // about an hour

// The number of monomials of degree up to d in n unknowns, (n + d)!/(n!·d!).
double monomials(double n, double d) {
    return std::exp(std::lgamma(n + d + 1) - std::lgamma(n + 1) - std::lgamma(d + 1));
}

// Follows the evaluation of a word (canonical_form.cpp, integer_form.cpp) with sizes in place of
// forms.
class estimator {
 public:
    explicit estimator(double unknowns) : unknowns_(unknowns) {}

    form_size operator()(const node::identity& /*a*/) { return {}; }
    form_size operator()(const node::delay& a) { return size_of(sequence{1}.shifted(a.d)); }
    form_size operator()(const node::scale& a) { return size_of(sequence{a.c}); }
    form_size operator()(const node::down& a) { return {shape_of_resampler(1, a.k, a.p)}; }
    form_size operator()(const node::up& a) {
        return {shape_of_resampler(a.k, 1, -checked::floor_div(a.p, a.k))};
    }
    form_size operator()(const node::conv& a) {
        form_size size = size_of(a.q);
        letters_ += word_bytes(size) + size.bytes();
        products_ += size.taps * std::max(size.terms, 1.0) * size.limbs();
        return size;
    }
    form_size operator()(const node::product& a) {
        const auto factors = unknowns_ > 0 ? numbers_first(a.factors) : a.factors;
        return form_of_factors<form_size>(
            factors, [this](const op& factor) { return of(factor); },
            [this](const form_size& x, const form_size& y) { return after(x, y); });
    }
    form_size operator()(const node::sum& a) {
        std::vector<form_size> parts;
        for (const auto& term : a.terms) parts.push_back(of(term));
        return sum(parts);
    }

    form_size of(const op& a) {
        if (unknowns_ > 0 && a.is_numeric()) return of_numbers(a);
        return std::visit(*this, a.root());
    }

    [[nodiscard]] proof_cost cost() const { return {products_, letters_ + working_, 0}; }

 private:
    // The taps of a letter, with two copies while it is read.
    static double word_bytes(const form_size& size) {
        return size.terms > 0 ? size.taps * size.terms * 700 : 3 * size.bytes();
    }

    form_size of_numbers(const op& a) {
        estimator numbers(0);
        form_size size = numbers.of(a);
        products_ += numbers.products_;
        letters_ += numbers.letters_;
        working_ = std::max(working_, numbers.working_);
        return size;
    }

    void note(const form_size& result, double products, double more_bytes) {
        products_ += products;
        working_ = std::max(working_, 2 * result.bytes() + more_bytes);
    }

    // Taps of a row that fall together add up.
    form_size after(const form_size& a, const form_size& b) {
        form_size c{shape_of_product(a, b)};
        const double met = meetings(a, b);
        const double together = std::max(met / std::max(c.taps, 1.0), 1.0);
        c.bits = a.bits + b.bits;
        c.denominator = a.denominator * b.denominator;
        c.degree = a.degree + b.degree;
        const double terms = std::max(a.terms, 1.0) * std::max(b.terms, 1.0);
        if (c.degree > 0) c.terms = std::min(terms * together, monomials(unknowns_, c.degree));
        note_product(a, b, c, met * terms);
        return c;
    }

    void note_product(const form_size& a, const form_size& b, const form_size& c, double products) {
        const double limbs = a.span + b.span;
        if (unknowns_ == 0 && kronecker_pays(a, b)) {
            const double digits = limbs * c.limbs();
            note(c, digits * std::log2(digits + 1), 6 * 8 * c.parts * digits);
        } else {
            const double integers = a.taps + b.taps + (c.terms > 0 ? 0 : c.taps);
            note(c, products * a.limbs() * b.limbs(), integers * (64 + 8 * c.limbs()));
        }
    }

    form_size sum(const std::vector<form_size>& parts) {
        form_size c{shape_of_sum({parts.begin(), parts.end()})};
        for (const auto& a : parts) {
            mpz_lcm(c.denominator.get_mpz_t(), c.denominator.get_mpz_t(),
                    a.denominator.get_mpz_t());
            c.terms = std::max(c.terms, a.terms);
            c.degree = std::max(c.degree, a.degree);
        }
        for (const auto& a : parts) {
            c.bits = std::max(c.bits, a.bits + log2_of(c.denominator) - log2_of(a.denominator));
        }
        c.bits += std::log2(static_cast<double>(parts.size()));
        note(c, c.taps * std::max(c.terms, 1.0) * c.limbs(), c.bytes());
        return c;
    }

    double unknowns_;
    double products_ = 0;
    double letters_ = 0;  // bytes of all words' letters and their forms
    double working_ = 0;  // bytes of the largest product or sum, while it is made
};

}  // namespace

proof_cost& proof_cost::operator+=(const proof_cost& b) {
    products += b.products;
    bytes += b.bytes;
    terms += b.terms;
    return *this;
}

void proof_cost::then(const proof_cost& b) {
    products += b.products;
    bytes = std::max(bytes, b.bytes);
}

proof_cost cost_of(const op& a) {
    estimator e(a.is_numeric() ? 0 : static_cast<double>(numbering(a, a).size()));
    const form_size form = e.of(a);
    auto cost = e.cost();
    cost.terms = form.taps * std::max(form.terms, 1.0);
    return cost;
}

proof_cost cost_of(const op& a, const op& b) {
    if (a.rate() != b.rate() || same_word(a, b)) return {};
    auto cost = cost_of(a);
    return cost += cost_of(b);
}

void require_feasible(const proof_cost& cost) {
    if (cost.bytes > static_cast<double>(memory_limit())) {
        throw limit_error("this proof needs about " + format_bytes(cost.bytes) +
                          "; the memory limit is " +
                          format_bytes(static_cast<double>(memory_limit())));
    }
    if (cost.products > most_products) {
        char count[32];
        (void)std::snprintf(count, sizeof count, "%.2g", cost.products);
        throw limit_error(std::string("this proof needs about ") + count +
                          " products of coefficients; the limit is 2e11");
    }
}

}  // namespace noble
