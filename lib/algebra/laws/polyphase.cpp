// Polyphase forms: what runs at the low rate.
#include <numeric>

#include "algebra/laws/phases.hpp"
#include "algebra/laws/rule.hpp"
#include "algebra/laws/tables.hpp"
#include "base/checked.hpp"

namespace noble::law_tables {
namespace {

using checked::add;
using checked::sub;

maybe several(const words& terms) { return terms.size() > 1 ? maybe(sum_of(terms)) : maybe{}; }

constexpr index_t most_components = 8;

// q's components modulo k, each made a term by `term(r, down(k, r)(q))`.
template <class Term>
maybe by_components(const sequence& q, index_t k, const Term& term) {
    if (k < 2 || k > most_components) return {};
    words terms;
    for (index_t r = 0; r < k; ++r) {
        const sequence component = down(k, r)(q);
        if (component.count() != 0) terms.push_back(term(r, component));
    }
    return several(terms);
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

// ↓(a, p)·conv(q)·↑(b, r): with g = gcd(a, b) only the taps q[gs + p − r] are met.
maybe component(const node::down& d, const node::conv& a, const node::up& u) {
    const index_t g = std::gcd(d.k, u.k);
    if (g == 1) return {};
    words factors{conv(down(g, sub(d.p, u.p))(a.q))};
    if (d.k != g) factors.insert(factors.begin(), down(d.k / g));
    if (u.k != g) factors.push_back(up(u.k / g));
    return product_of(factors);
}

std::vector<law> of_filters() {
    return {
        {.name = "polyphase-filter",
         .says = "A filter is the sum of its k polyphase components, dilated and delayed.",
         .formula = "conv(q:m@i) == sum(p=0..k-1, delay(p) * conv(up(k)(down(k, p)(q))))",
         .source = vaidyanathan_4_3,
         .ranges = {"k=1..5", "m=1..7", "i=-1..2"},
         .example = {{"k", 2}, {"m", 4}, {"i", 0}}},
    };
}

std::vector<law> of_decimators() {
    return {
        {.name = "polyphase-decimator-1",
         .says = "Type 1 decimator: component p, taps q[kn+p], filters the inputs delayed by p.",
         .formula = "down(k) * conv(q:m@i) == sum(p=0..k-1, conv(down(k, p)(q)) * down(k, -p))",
         .source = vaidyanathan_4_3,
         .ranges = {"k=1..5", "m=1..7", "i=-1..2"},
         .example = {{"k", 2}, {"m", 4}, {"i", 0}},
         .rewrites = {rule(71, search, decimator_components),
                      rule(71, phases,
                           [](const node::down& d, const node::conv& a) {
                               return several(phases_of_decimator(d, a));
                           })}},
        {.name = "polyphase-decimator-2",
         .says = "Type 2 decimator: the components in the opposite order.",
         .formula = "down(k) * conv(q:m@i) == "
                    "sum(p=0..k-1, conv(down(k, k-1-p)(q)) * down(k, p - (k-1)))",
         .source = vaidyanathan_4_3,
         .ranges = {"k=1..5", "m=1..7", "i=-1..2"},
         .example = {{"k", 2}, {"m", 4}, {"i", 0}}},
    };
}

std::vector<law> of_interpolators() {
    return {
        {.name = "polyphase-interpolator-1",
         .says = "Type 1 interpolator: component p makes the outputs of phase p.",
         .formula = "conv(q:m@i) * up(k) == sum(p=0..k-1, up(k, p) * conv(down(k, p)(q)))",
         .source = vaidyanathan_4_3,
         .ranges = {"k=1..5", "m=1..7", "i=-1..2"},
         .example = {{"k", 2}, {"m", 4}, {"i", 0}},
         .rewrites = {rule(70, search, interpolator_components),
                      rule(70, phases,
                           [](const node::conv& a, const node::up& u) {
                               return several(phases_of_interpolator(a, u));
                           })}},
        {.name = "polyphase-interpolator-2",
         .says = "Type 2 interpolator: component k-1-p, delayed by k-1-p after its expander.",
         .formula = "conv(q:m@i) * up(k) == "
                    "sum(p=0..k-1, delay(k-1-p) * up(k) * conv(down(k, k-1-p)(q)))",
         .source = vaidyanathan_4_3,
         .ranges = {"k=1..5", "m=1..7", "i=-1..2"},
         .example = {{"k", 2}, {"m", 4}, {"i", 0}}},
    };
}

std::vector<law> components() {
    return {
        {.name = "polyphase-component",
         .says = "A filter between an expander and a decimator of one factor is one of its "
                 "polyphase components.",
         .formula = "down(k, p) * conv(q:m@i) * up(k, r) == conv(down(k, p - r)(q))",
         .source = vaidyanathan_4_3,
         .ranges = {"k=1..4", "m=1..5", "i=-1..1", "p=-1..2", "r=-1..2"},
         .example = {{"k", 2}, {"m", 4}, {"i", 0}, {"p", 1}, {"r", 0}},
         .rewrites = {rule(52, component)}},
        {.name = "polyphase-block",
         .says = "A filter on k phases is a k x k grid of its components (pseudocirculant).",
         .formula = "conv(q:m@i) == sum(p=0..k-1, sum(r=0..k-1, "
                    "up(k, p) * conv(down(k, p - r)(q)) * down(k, r)))",
         .source = vaidyanathan_5,
         .ranges = {"k=1..4", "m=1..6", "i=-1..1"},
         .example = {{"k", 2}, {"m", 4}, {"i", 0}}},
        {.name = "polyphase-resampler",
         .says = "A resampler by a/b: each of a output phases needs one component.",
         .formula = "down(b) * conv(q:m) * up(a) == "
                    "sum(p=0..a-1, up(a, p) * down(b) * conv(down(a, b*p)(q)))",
         .source = vaidyanathan_4_3,
         .ranges = {"a=1..5", "b=1..5", "m=1..7"},
         .example = {{"a", 3}, {"b", 2}, {"m", 4}}},
    };
}

std::vector<law> two_stages() {
    return {
        {.name = "two-stage-decimator",
         .says = "Decimating in two stages is decimating once with the combined filter.",
         .formula = "down(a) * conv(h:n) * down(b) * conv(q:m) == "
                    "down(a*b) * conv(up(b)(h)) * conv(q)",
         .source = vaidyanathan_4_4,
         .ranges = {"a=1..3", "b=1..3", "m=1..4", "n=1..4"},
         .example = {{"a", 2}, {"b", 2}, {"m", 2}, {"n", 2}}},
        {.name = "two-stage-interpolator",
         .says = "And its transpose.",
         .formula = "conv(q:m) * up(b) * conv(h:n) * up(a) == "
                    "conv(q) * conv(up(b)(h)) * up(a*b)",
         .source = vaidyanathan_4_4,
         .ranges = {"a=1..3", "b=1..3", "m=1..4", "n=1..4"},
         .example = {{"a", 2}, {"b", 2}, {"m", 2}, {"n", 2}}},
    };
}

}  // namespace

law_group polyphase() {
    return group_of("Polyphase", {of_filters(), of_decimators(), of_interpolators(), components(),
                                  two_stages()});
}

}  // namespace noble::law_tables
