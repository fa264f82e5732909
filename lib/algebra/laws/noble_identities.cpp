// Filters past decimators and expanders.
#include "algebra/laws/phases.hpp"
#include "algebra/laws/rule.hpp"
#include "algebra/laws/tables.hpp"
#include "base/checked.hpp"

namespace noble::law_tables {
namespace {

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

maybe undilated_after_down(const node::down& d, const node::conv& a) {
    const auto s = residue(a.q, d.k);
    if (!s || d.k == 1) return {};
    return conv(down(d.k, *s)(a.q)) * down(d.k, checked::sub(d.p, *s));
}

maybe undilated_before_up(const node::conv& a, const node::up& u) {
    const auto s = residue(a.q, u.k);
    if (!s || u.k == 1) return {};
    return up(u.k, checked::add(u.p, *s)) * conv(down(u.k, *s)(a.q));
}

maybe single(const words& terms) { return terms.size() == 1 ? maybe(terms.front()) : maybe{}; }

std::vector<law> identities() {
    return {
        {.name = "noble-down",
         .says = "First noble identity: a filter after a decimator is the dilated filter before "
                 "it, with any origin and phase.",
         .formula = "conv(q:m@i) * down(k, p) == down(k, p) * conv(up(k)(q))",
         .source = vaidyanathan_4_2,
         .ranges = {"k=1..4", "m=1..4", "i=-1..2", "p=-1..3"},
         .example = {{"k", 2}, {"m", 2}, {"i", 0}, {"p", 0}},
         .rewrites = {rule(50, search, undilated_after_down),
                      rule(50, search,
                           [](const node::conv& a, const node::down& d) {
                               return op(d) * conv(up(d.k)(a.q));
                           }),
                      rule(54, phases,
                           [](const node::down& d, const node::conv& a) {
                               return single(phases_of_decimator(d, a));
                           })}},
        {.name = "noble-up",
         .says = "Second noble identity: a filter before an expander is the dilated filter after "
                 "it, with any origin and phase.",
         .formula = "up(k, p) * conv(q:m@i) == conv(up(k)(q)) * up(k, p)",
         .source = vaidyanathan_4_2,
         .ranges = {"k=1..4", "m=1..4", "i=-1..2", "p=-1..3"},
         .example = {{"k", 2}, {"m", 2}, {"i", 0}, {"p", 0}},
         .rewrites = {rule(51, search, undilated_before_up),
                      rule(51, search,
                           [](const node::up& u, const node::conv& a) {
                               return conv(up(u.k)(a.q)) * op(u);
                           }),
                      rule(53, phases,
                           [](const node::conv& a, const node::up& u) {
                               return single(phases_of_interpolator(a, u));
                           })}},
    };
}

std::vector<law> with_delays() {
    return {
        {.name = "noble-down-delay",
         .says = "With a delay in between, the delay is multiplied too.",
         .formula = "conv(q:m) * delay(d) * down(k) == down(k) * delay(k*d) * conv(up(k)(q))",
         .source = vaidyanathan_4_2,
         .ranges = {"k=1..5", "m=1..4", "d=-2..2"},
         .example = {{"k", 2}, {"m", 2}, {"d", 1}}},
        {.name = "noble-up-delay",
         .says = "And for expanders.",
         .formula = "up(k) * delay(d) * conv(q:m) == conv(up(k)(q)) * delay(k*d) * up(k)",
         .source = vaidyanathan_4_2,
         .ranges = {"k=1..5", "m=1..4", "d=-2..2"},
         .example = {{"k", 2}, {"m", 2}, {"d", 1}}},
        {.name = "noble-resampler",
         .says = "A filter dilated by b between an expander by b and a decimator by a, coprime, "
                 "runs at the input's rate instead of b times that.",
         .formula = "down(a) * conv(up(b)(q:m)) * up(b) == up(b) * down(a) * conv(q)",
         .source = vaidyanathan_4_3,
         .ranges = {"a=1..5", "b=1..5", "m=1..4"},
         .condition = law_condition{"gcd(a,b) == 1", {{"a", 2}, {"b", 2}, {"m", 2}}},
         .example = {{"a", 2}, {"b", 3}, {"m", 2}}},
    };
}

std::vector<law> three_convolutions() {
    return {
        {.name = "strided",
         .says = "A strided convolution is the transpose of a transposed one, taps reversed.",
         .formula = "down(k) * conv(q:m@i) == (conv(reversed(q)) * up(k)).T",
         .source = "Dumoulin and Visin 2016, A guide to convolution arithmetic, chapter 4",
         .ranges = {"k=1..5", "m=1..5", "i=-1..2"},
         .example = {{"k", 2}, {"m", 3}, {"i", 1}}},
        {.name = "transposed",
         .says = "A transposed ('de-') convolution is an expander, then the filter.",
         .formula = "conv(q:m@i) * up(k) == (down(k) * conv(q).T).T",
         .source = "Dumoulin and Visin 2016, A guide to convolution arithmetic, chapter 4",
         .ranges = {"k=1..5", "m=1..5", "i=-1..2"},
         .example = {{"k", 2}, {"m", 3}, {"i", 1}}},
        {.name = "dilated",
         .says = "A dilated convolution is k plain ones side by side, one on each phase.",
         .formula = "conv(up(k)(q:m@i)) == sum(p=0..k-1, up(k, p) * conv(q) * down(k, p))",
         .source = "Holschneider et al. 1989, the a trous algorithm",
         .ranges = {"k=1..5", "m=1..5", "i=-1..2"},
         .example = {{"k", 2}, {"m", 2}, {"i", 0}}},
    };
}

std::vector<law> repeats() {
    return {
        {.name = "repeat",
         .says = "Repeating each sample k times is an expander, then a running sum.",
         .formula = "sum(p=0..k-1, up(k, p)) == sum(i=0..k-1, delay(i)) * up(k)",
         .source = oppenheim_schafer,
         .ranges = {"k=1..8"},
         .example = {{"k", 3}}},
        {.name = "repeat-conv",
         .says = "Repeating samples, then filtering is one transposed convolution.",
         .formula = "conv(q:m@i) * sum(p=0..k-1, up(k, p)) == "
                    "conv(sum(j=0..k-1, delay(j))(q)) * up(k)",
         .source = "Odena, Dumoulin and Olah 2016, Deconvolution and checkerboard artifacts",
         .ranges = {"k=1..5", "m=1..5", "i=-1..2"},
         .example = {{"k", 2}, {"m", 3}, {"i", 0}}},
        {.name = "pooling",
         .says = "Summing blocks of k samples is the transpose of repeating them.",
         .formula = "sum(p=0..k-1, down(k, p)) == (sum(i=0..k-1, delay(i)) * up(k)).T",
         .source = strang_nguyen,
         .ranges = {"k=1..8"},
         .example = {{"k", 3}}},
    };
}

}  // namespace

law_group noble_identities() {
    return group_of("Noble identities",
                    {identities(), with_delays(), three_convolutions(), repeats()});
}

}  // namespace noble::law_tables
