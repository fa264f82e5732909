#include "algebra/canonical/integer_form.hpp"

#include <gmpxx.h>

#include "algebra/canonical/factor_order.hpp"

namespace noble {
namespace {

using numbered_form = canonical<numbered_polynomial>;

void include_all_denominators(mpz_class& n, const polynomial& p) {
    for (const auto& [m, c] : p.terms()) include_denominators(n, c);
}

void multiply_by(integer_form& a, const mpz_class& factor) {
    if (factor == 1) return;
    a.denominator *= factor;
    std::vector<periodic_tap<numbered_polynomial>> taps(a.form.taps().begin(), a.form.taps().end());
    for (auto& tap : taps) tap.value *= factor;
    a.form = numbered_form(a.outputs(), a.inputs(), std::move(taps));
}

integer_form multiply(const integer_form& a, const integer_form& b) {
    return {reduce(multiply(a.form, b.form)), a.denominator * b.denominator};
}

class former {
 public:
    explicit former(const numbering& unknowns) : unknowns_(unknowns) {}

    [[nodiscard]] integer_form of(const op& a) const {
        if (a.is_numeric()) return cleared(canonical_form<exact>(a));
        if (const auto* kernel = std::get_if<node::conv>(&a.root())) return of_letter(*kernel);
        if (const auto* product = std::get_if<node::product>(&a.root()))
            return of_product(*product);
        return of_sum(std::get<node::sum>(a.root()));
    }

 private:
    [[nodiscard]] integer_form of_letter(const node::conv& a) const {
        std::vector<periodic_tap<polynomial>> taps;
        for (auto& t : a.q.taps<polynomial>()) taps.push_back({0, -t.index, std::move(t.value)});
        return cleared(canonical<polynomial>(1, 1, std::move(taps)));
    }
    [[nodiscard]] integer_form of_product(const node::product& a) const {
        return form_of_factors<integer_form>(
            numbers_first(a.factors), [&](const op& factor) { return of(factor); },
            [](const auto& x, const auto& y) { return multiply(x, y); });
    }
    [[nodiscard]] integer_form of_sum(const node::sum& a) const {
        std::vector<integer_form> parts;
        mpz_class denominator = 1;
        for (const auto& term : a.terms) {
            parts.push_back(of(term));
            mpz_lcm(denominator.get_mpz_t(), denominator.get_mpz_t(),
                    parts.back().denominator.get_mpz_t());
        }
        std::vector<numbered_form> forms;
        for (auto& part : parts) {
            multiply_by(part, denominator / part.denominator);
            forms.push_back(std::move(part.form));
        }
        return {reduce(add<numbered_polynomial>(forms)), denominator};
    }

    template <class Scalar>
    [[nodiscard]] integer_form cleared(const canonical<Scalar>& form) const {
        mpz_class denominator = 1;
        for (const auto& tap : form.taps()) include_all_denominators(denominator, tap.value);
        std::vector<periodic_tap<numbered_polynomial>> taps;
        taps.reserve(form.taps().size());
        for (const auto& tap : form.taps()) {
            taps.push_back({tap.row, tap.offset, unknowns_.scaled(tap.value, denominator)});
        }
        return {numbered_form(form.outputs(), form.inputs(), std::move(taps)), denominator};
    }

    const numbering& unknowns_;
};

}  // namespace

integer_form integer_form_of(const op& a, const numbering& unknowns) {
    return former(unknowns).of(a);
}

void unite_denominators(integer_form& a, integer_form& b) {
    mpz_class common;
    mpz_lcm(common.get_mpz_t(), a.denominator.get_mpz_t(), b.denominator.get_mpz_t());
    multiply_by(a, common / a.denominator);
    multiply_by(b, common / b.denominator);
}

}  // namespace noble
