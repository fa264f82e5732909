// Convolutions among themselves.
#include "algebra/laws/rule.hpp"
#include "algebra/laws/tables.hpp"

namespace noble::law_tables {
namespace {

// The kernel of a letter that commutes with delays.
std::optional<sequence> kernel_of(const op& a) {
    if (const auto* c = std::get_if<node::conv>(&a.root())) return c->q;
    if (a.size() != 1 || a.rate() != rate{}) return {};
    const bool resampler =
        std::holds_alternative<node::down>(a.root()) || std::holds_alternative<node::up>(a.root());
    return resampler ? std::nullopt : std::optional(a(sequence{1}));
}

maybe added_kernels(const node::sum& s) {
    std::optional<sequence> total;
    words rest;
    for (const auto& term : s.terms) {
        if (const auto q = kernel_of(term)) {
            total = total ? *total + *q : *q;
        } else {
            rest.push_back(term);
        }
    }
    if (s.terms.size() - rest.size() < 2) return {};
    rest.insert(rest.begin(), conv(*total));
    return sum_of(rest);
}

std::vector<law> products() {
    return {
        {.name = "conv-conv",
         .says = "Two filters in a row are one, whose taps are the first's filtered by the second.",
         .formula = "conv(q:m@i) * conv(h:n) == conv(conv(q)(h))",
         .source = oppenheim_schafer_2,
         .ranges = {"m=1..5", "n=1..5", "i=-1..2"},
         .example = {{"m", 2}, {"n", 3}, {"i", 0}},
         .rewrites = {rule(24, [](const node::conv& a,
                                  const node::conv& b) { return conv(convolve(a.q, b.q)); })}},
        {.name = "conv-commute",
         .says = "Filters change places.",
         .formula = "conv(q:m@i) * conv(h:n) == conv(h) * conv(q)",
         .source = oppenheim_schafer_2,
         .ranges = {"m=1..5", "n=1..5", "i=-1..2"},
         .example = {{"m", 2}, {"n", 3}, {"i", 1}},
         .rewrites = {rule(
             65, search, [](const node::conv& a, const node::conv& b) { return op(b) * op(a); })}},
        {.name = "conv-sum",
         .says = "Filters in parallel are the filter of the added taps.",
         .formula = "conv([q0 q1 q2]@i) + conv([h0 h1 h2]@i) == conv([q0+h0 q1+h1 q2+h2]@i)",
         .source = oppenheim_schafer_2,
         .ranges = {"i=-2..4"},
         .example = {{"i", 1}},
         .rewrites = {rule(83, search, added_kernels)}},
    };
}

std::vector<law> shifts() {
    return {
        {.name = "conv-delay",
         .says = "A delay passes a filter: filters do not depend on time.",
         .formula = "delay(d) * conv(q:m@i) == conv(q) * delay(d)",
         .source = oppenheim_schafer_2,
         .ranges = {"d=-4..4", "m=1..5", "i=-1..2"},
         .example = {{"d", 1}, {"m", 3}, {"i", 1}},
         .rewrites = {rule(66, search,
                           [](const node::delay& d, const node::conv& a) { return op(a) * op(d); }),
                      rule(66, search,
                           [](const node::conv& a, const node::delay& d) {
                               return op(d) * op(a);
                           })}},
        {.name = "conv-absorbs-delay",
         .says = "A delay moves a filter's taps.",
         .formula = "delay(d) * conv(q:m@i) == conv(delay(d)(q))",
         .source = oppenheim_schafer_2,
         .ranges = {"d=-4..4", "m=1..5", "i=-1..2"},
         .example = {{"d", 1}, {"m", 3}, {"i", 0}},
         .rewrites = {rule(23, [](const node::delay& d,
                                  const node::conv& a) { return conv(a.q.shifted(d.d)); }),
                      rule(23, [](const node::conv& a,
                                  const node::delay& d) { return conv(a.q.shifted(d.d)); })}},
        {.name = "origin",
         .says = "Tap i at the origin is an advance by i samples.",
         .formula = "conv([q0 q1 q2 q3]@i) == delay(-i) * conv([q0 q1 q2 q3])",
         .source = oppenheim_schafer_2,
         .ranges = {"i=-4..6"},
         .example = {{"i", 1}}},
    };
}

std::vector<law> running_sums() {
    return {
        {.name = "box-factors",
         .says = "A running sum of a*b samples is one of a, then a dilated one of b.",
         .formula = "sum(i=0..a*b-1, delay(i)) == "
                    "sum(i=0..a-1, delay(i)) * sum(j=0..b-1, delay(a*j))",
         .source = "Hogenauer 1981, An economical class of digital filters",
         .ranges = {"a=1..6", "b=1..6"},
         .example = {{"a", 2}, {"b", 2}}},
        {.name = "cic",
         .says =
             "The differences of a running sum move to the low rate (cascaded integrator-comb).",
         .formula = "down(k) * sum(i=0..k-1, delay(i)) * (id - delay(1)) == "
                    "(id - delay(1)) * down(k)",
         .source = "Hogenauer 1981, An economical class of digital filters",
         .ranges = {"k=1..16"},
         .example = {{"k", 2}}},
    };
}

}  // namespace

law_group convolutions() {
    return group_of("Convolutions", {products(), shifts(), running_sums()});
}

}  // namespace noble::law_tables
