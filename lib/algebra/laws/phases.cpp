#include "algebra/laws/phases.hpp"

#include "algebra/canonical/normal_word.hpp"
#include "base/checked.hpp"

namespace noble::law_tables {
namespace {

constexpr index_t most_phases = 64;

std::vector<op> component_letters(const sequence& q) {
    const op letter = normal_word(1, 1, q);
    const bool nothing = std::holds_alternative<node::identity>(letter.root());
    return nothing ? std::vector<op>{} : std::vector{letter};
}

}  // namespace

std::vector<op> phases_of_interpolator(const node::conv& a, const node::up& u) {
    std::vector<op> terms;
    for (index_t r = 0; u.k <= most_phases && r < u.k; ++r) {
        const sequence component = down(u.k, checked::sub(r, u.p))(a.q);
        if (component.count() == 0) continue;
        auto factors = component_letters(component);
        factors.insert(factors.begin(), up(u.k, r));
        terms.push_back(product_of(factors));
    }
    return terms;
}

std::vector<op> phases_of_decimator(const node::down& d, const node::conv& a) {
    std::vector<op> terms;
    for (index_t m = 0; d.k <= most_phases && m < d.k; ++m) {
        const sequence component = down(d.k, checked::sub(d.p, m))(a.q);
        if (component.count() == 0) continue;
        auto factors = component_letters(component);
        factors.push_back(down(d.k, m));
        terms.push_back(product_of(factors));
    }
    return terms;
}

}  // namespace noble::law_tables
