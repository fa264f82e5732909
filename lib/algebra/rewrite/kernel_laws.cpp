// Kernels: fused, passed by one another, and by ↓ and ↑ (the noble identities).
// P. P. Vaidyanathan, Multirate Systems and Filter Banks, 1993, §4.2.
#include <numeric>

#include "algebra/rewrite/rules.hpp"
#include "base/checked.hpp"

namespace noble::rewriting {
namespace {

using checked::add;
using checked::sub;

maybe fuse(const node::conv& a, const node::conv& b) { return conv(convolve(a.q, b.q)); }

maybe swap_kernels(const node::conv& a, const node::conv& b) { return op(b) * op(a); }

maybe delayed(const node::delay& d, const node::conv& a) { return conv(a.q.shifted(d.d)); }
maybe delayed_before(const node::conv& a, const node::delay& d) { return delayed(d, a); }

maybe swap_delay(const node::delay& d, const node::conv& a) { return op(a) * op(d); }
maybe swap_delay_back(const node::conv& a, const node::delay& d) { return op(d) * op(a); }

// Whether q stands on one residue class modulo k, and on which.
std::optional<index_t> residue(const sequence& q, index_t k) {
    std::optional<index_t> found;
    const bool one = std::visit(
        [&](const auto& taps) {
            for (const auto& t : taps) {
                const index_t r = checked::floor_mod(t.index, k);
                if (found && *found != r) return false;
                found = r;
            }
            return true;
        },
        q.storage());
    return one ? found : std::nullopt;
}

// conv(q)·↓k = ↓k·conv(↑k q)
maybe noble_down(const node::conv& a, const node::down& d) { return op(d) * conv(up(d.k)(a.q)); }

maybe noble_down_back(const node::down& d, const node::conv& a) {
    const auto s = residue(a.q, d.k);
    if (!s || d.k == 1) return {};
    return conv(down(d.k, *s)(a.q)) * down(d.k, sub(d.p, *s));
}

// ↑k·conv(q) = conv(↑k q)·↑k
maybe noble_up(const node::up& u, const node::conv& a) { return conv(up(u.k)(a.q)) * op(u); }

maybe noble_up_back(const node::conv& a, const node::up& u) {
    const auto s = residue(a.q, u.k);
    if (!s || u.k == 1) return {};
    return up(u.k, add(u.p, *s)) * conv(down(u.k, *s)(a.q));
}

// ↓(a, p)·conv(q)·↑(b, r): with g = gcd(a, b) only the taps q[gs + p − r] are met.
maybe decimated_kernel(const node::down& d, const node::conv& a, const node::up& u) {
    const index_t g = std::gcd(d.k, u.k);
    if (g == 1) return {};
    std::vector<op> factors{conv(down(g, sub(d.p, u.p))(a.q))};
    if (d.k != g) factors.insert(factors.begin(), down(d.k / g));
    if (u.k != g) factors.push_back(up(u.k / g));
    return product_of(factors);
}

constexpr index_t most_components = 8;

// q's components modulo k, each made a term by `term(r, down(k, r)(q))`.
template <class Term>
maybe by_components(const sequence& q, index_t k, const Term& term) {
    if (k < 2 || k > most_components) return {};
    std::vector<op> terms;
    for (index_t r = 0; r < k; ++r) {
        const sequence component = down(k, r)(q);
        if (component.count() != 0) terms.push_back(term(r, component));
    }
    return terms.size() < 2 ? maybe{} : sum_of(terms);
}

maybe decimator_components(const node::down& d, const node::conv& a) {
    return by_components(a.q, d.k, [&](index_t r, const sequence& component) {
        return conv(component) * down(d.k, sub(d.p, r));
    });
}

maybe interpolator_components(const node::conv& a, const node::up& u) {
    return by_components(a.q, u.k, [&](index_t r, const sequence& component) {
        return up(u.k, add(u.p, r)) * conv(component);
    });
}

}  // namespace

std::vector<product_law> kernel_laws() {
    return {
        law("noble-down", &noble_down_back),
        law("noble-down", &noble_down),
        law("noble-up", &noble_up_back),
        law("noble-up", &noble_up),
        law("conv-conv", &fuse),
        law("conv-commute", &swap_kernels),
        law("conv-absorbs-delay", &delayed),
        law("conv-absorbs-delay", &delayed_before),
        law("conv-delay", &swap_delay),
        law("conv-delay", &swap_delay_back),
        law("polyphase-component", &decimated_kernel),
        law("polyphase-decimator-1", &decimator_components),
        law("polyphase-interpolator-1", &interpolator_components),
    };
}

}  // namespace noble::rewriting
