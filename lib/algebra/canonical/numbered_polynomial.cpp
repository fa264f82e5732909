#include "algebra/canonical/numbered_polynomial.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <iterator>

namespace noble {
namespace {

bool is_zero(const numbered_term& t) {
    return sgn(t.coefficient.re) == 0 && sgn(t.coefficient.im) == 0;
}

void collect(std::vector<numbered_term>& terms) {
    if (!std::ranges::is_sorted(terms, {}, &numbered_term::monomial)) {
        std::ranges::sort(terms, {}, &numbered_term::monomial);
    }
    auto kept = terms.begin();
    for (auto t = terms.begin(); t != terms.end();) {
        auto next = std::next(t);
        for (; next != terms.end() && next->monomial == t->monomial; ++next) {
            t->coefficient.re += next->coefficient.re;
            t->coefficient.im += next->coefficient.im;
        }
        if (!is_zero(*t)) {
            if (kept != t) *kept = std::move(*t);
            ++kept;
        }
        t = next;
    }
    terms.erase(kept, terms.end());
}

numbered_monomial multiply(const numbered_monomial& a, const numbered_monomial& b) {
    numbered_monomial product(a.size() + b.size(), U'\0');
    std::ranges::merge(a, b, product.begin());
    return product;
}

// (a + bi)(c + di) = (ac − bd) + (ad + bc)i
gaussian_integer operator*(const gaussian_integer& x, const gaussian_integer& y) {
    if (sgn(x.im) == 0 && sgn(y.im) == 0) return {x.re * y.re, 0};
    return {x.re * y.re - x.im * y.im, x.re * y.im + x.im * y.re};
}

}  // namespace

numbered_polynomial::numbered_polynomial(std::vector<numbered_term> terms)
    : terms_(std::move(terms)) {
    collect(terms_);
}

numbered_polynomial& numbered_polynomial::operator+=(const numbered_polynomial& b) {
    std::vector<numbered_term> terms = std::move(terms_);
    terms.insert(terms.end(), b.terms_.begin(), b.terms_.end());
    return *this = numbered_polynomial(std::move(terms));
}

numbered_polynomial& numbered_polynomial::operator*=(const mpz_class& c) {
    for (auto& t : terms_) {
        t.coefficient.re *= c;
        t.coefficient.im *= c;
    }
    std::erase_if(terms_, noble::is_zero);
    return *this;
}

void sum_of_products::add(const numbered_polynomial& x, const numbered_polynomial& y) {
    constexpr std::size_t few = 4096;
    for (const auto& a : x.terms()) {
        for (const auto& b : y.terms()) {
            terms_.push_back({multiply(a.monomial, b.monomial), a.coefficient * b.coefficient});
        }
        if (terms_.size() < 2 * unlike_ + few) continue;
        collect(terms_);
        unlike_ = terms_.size();
    }
}

numbering::numbering(const op& a, const op& b) {
    add_unknowns(a);
    add_unknowns(b);
    std::ranges::sort(unknowns_);
    unknowns_.erase(std::ranges::unique(unknowns_).begin(), unknowns_.end());
}

void numbering::add_unknowns(const op& a) {
    if (a.is_numeric()) return;
    if (const auto* kernel = std::get_if<node::conv>(&a.root())) {
        for (const auto& t : std::get<tap_list<polynomial>>(kernel->q.storage())) {
            for (const auto& [m, c] : t.value.terms()) {
                unknowns_.insert(unknowns_.end(), m.begin(), m.end());
            }
        }
    } else if (const auto* product = std::get_if<node::product>(&a.root())) {
        for (const auto& factor : product->factors) add_unknowns(factor);
    } else if (const auto* sum = std::get_if<node::sum>(&a.root())) {
        for (const auto& term : sum->terms) add_unknowns(term);
    }
}

numbered_polynomial numbering::scaled(const polynomial& p, const mpz_class& denominator) const {
    std::vector<numbered_term> terms;
    terms.reserve(p.terms().size());
    for (const auto& [m, c] : p.terms()) {
        numbered_monomial numbers;
        for (const auto& tap : m) {
            numbers +=
                static_cast<char32_t>(std::ranges::lower_bound(unknowns_, tap) - unknowns_.begin());
        }
        terms.push_back({std::move(numbers), noble::scaled(c, denominator)});
    }
    return numbered_polynomial(std::move(terms));
}

polynomial numbering::unscaled(const numbered_polynomial& p, const mpz_class& denominator) const {
    std::map<monomial, exact> terms;
    for (const auto& t : p.terms()) {
        monomial taps;
        taps.reserve(t.monomial.size());
        for (const char32_t number : t.monomial) taps.push_back(unknowns_[number]);
        terms.emplace_hint(terms.end(), std::move(taps),
                           noble::unscaled(t.coefficient, denominator));
    }
    return polynomial(std::move(terms));
}

}  // namespace noble
