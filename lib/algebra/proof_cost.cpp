#include "algebra/proof_cost.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

#include "algebra/checked.hpp"
#include "noble/error.hpp"

namespace noble {
namespace {

constexpr double most_products = 2e11;  // about an hour
constexpr double tap_bytes = 192;       // numbers of a limb or two, and their handles
constexpr double term_bytes = 320;      // a monomial of one unknown, its number, a tree node

// A canonical form without its taps.
struct form_size {
    index_t outputs = 1;
    index_t inputs = 1;
    double taps = 1;
    double span = 1;   // offsets within a row lie in an interval of so many
    double terms = 0;  // monomials per tap; 0 for numbers
    double limbs = 1;  // per number

    [[nodiscard]] double weight() const { return std::max(terms, 1.0) * limbs; }
    [[nodiscard]] double bytes() const {
        const double each = terms > 0 ? terms * term_bytes : tap_bytes;
        return taps * (each + 16 * (limbs - 1));
    }
};

double limbs_of(const exact& c) {
    const auto of = [](const mpz_class& n) { return mpz_size(n.get_mpz_t()); };
    return static_cast<double>(
        std::max({of(c.re().get_num()), of(c.re().get_den()), of(c.im().get_num()),
                  of(c.im().get_den()), std::size_t{1}}));
}

struct estimator {
    proof_cost cost;

    form_size note(const form_size& a) {
        cost.bytes = std::max(cost.bytes, a.bytes());
        return a;
    }

    form_size operator()(const node::identity& /*a*/) { return {}; }
    form_size operator()(const node::delay& /*a*/) { return {}; }
    form_size operator()(const node::scale& a) { return {1, 1, 1, 1, 0, limbs_of(a.c)}; }
    form_size operator()(const node::down& a) { return {1, a.k}; }
    form_size operator()(const node::up& a) { return {a.k, 1}; }
    form_size operator()(const node::conv& a) {
        form_size size;
        size.taps = static_cast<double>(a.q.count());
        size.span = static_cast<double>(a.q.length());
        if (const auto* numbers = std::get_if<tap_list<exact>>(&a.q.storage())) {
            for (const auto& t : *numbers) size.limbs = std::max(size.limbs, limbs_of(t.value));
        } else {
            for (const auto& t : std::get<tap_list<polynomial>>(a.q.storage())) {
                size.terms = std::max(size.terms, static_cast<double>(t.value.terms().size()));
            }
        }
        cost.products += size.taps * size.weight();
        return note(size);
    }
    form_size operator()(const node::product& a) {
        form_size size = of(a.factors.front());
        for (std::size_t i = 1; i < a.factors.size(); ++i) size = after(size, of(a.factors[i]));
        return size;
    }
    form_size operator()(const node::sum& a) {
        form_size size = of(a.terms.front());
        for (std::size_t i = 1; i < a.terms.size(); ++i) size = plus(size, of(a.terms[i]));
        return size;
    }

    form_size of(const op& a) {
        return std::visit([this](const auto& x) { return (*this)(x); }, a.root());
    }

    // Each tap of a meets α of b's L rows; taps of a row that fall together add up.
    form_size after(const form_size& a, const form_size& b) {
        const index_t common = std::gcd(a.inputs, b.outputs);
        const index_t alpha = b.outputs / common;
        const index_t beta = a.inputs / common;
        const double meetings = a.taps * b.taps / static_cast<double>(common);
        form_size c{checked::mul(alpha, a.outputs), checked::mul(beta, b.inputs)};
        c.span = static_cast<double>(b.inputs) *
                     std::ceil((a.span - 1) / static_cast<double>(b.outputs)) +
                 b.span;
        c.taps = std::min(meetings, static_cast<double>(c.outputs) * c.span);
        c.limbs = a.limbs + b.limbs - 1;
        const double terms = std::max(a.terms, 1.0) * std::max(b.terms, 1.0);
        if (a.terms > 0 || b.terms > 0) c.terms = terms * std::max(meetings / c.taps, 1.0);
        if (c.taps == 0) c.terms = std::min(c.terms, 1.0);
        cost.products += meetings * a.weight() * b.weight();
        return note(c);
    }

    form_size plus(const form_size& a, const form_size& b) {
        const index_t outputs = checked::lcm(a.outputs, b.outputs);
        const index_t alpha = outputs / a.outputs;
        const index_t beta = outputs / b.outputs;
        form_size c{outputs, checked::mul(alpha, a.inputs)};
        c.taps = static_cast<double>(alpha) * a.taps + static_cast<double>(beta) * b.taps;
        c.span = a.span + b.span;
        c.terms = std::max(a.terms, b.terms);
        c.limbs = std::max(a.limbs, b.limbs);
        cost.products += c.taps * std::max(a.weight(), b.weight());
        return note(c);
    }
};

}  // namespace

proof_cost& proof_cost::operator+=(const proof_cost& b) {
    products += b.products;
    bytes += b.bytes;
    return *this;
}

proof_cost cost_of(const op& a) {
    estimator e;
    (void)e.of(a);
    return e.cost;
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
