// Delays and scales past the other letters.
#include "algebra/laws/rule.hpp"
#include "algebra/laws/tables.hpp"
#include "base/checked.hpp"

namespace noble::law_tables {
namespace {

using checked::add;
using checked::floor_div;
using checked::floor_mod;
using checked::mul;
using checked::neg;
using checked::sub;

maybe after_down(const node::down& a, const node::delay& d) {
    return floor_mod(d.d, a.k) == 0 ? maybe(delay(d.d / a.k) * op(a)) : maybe{};
}

maybe before_up(const node::delay& d, const node::up& a) {
    return floor_mod(d.d, a.k) == 0 ? maybe(op(a) * delay(d.d / a.k)) : maybe{};
}

// Phases in 0 … k − 1, the whole turns as delays.
maybe turns_of_down(const node::down& a) {
    const index_t turns = floor_div(a.p, a.k);
    return turns == 0 ? maybe{} : maybe(delay(neg(turns)) * down(a.k, floor_mod(a.p, a.k)));
}

maybe turns_of_up(const node::up& a) {
    const index_t turns = floor_div(a.p, a.k);
    return turns == 0 ? maybe{} : maybe(up(a.k, floor_mod(a.p, a.k)) * delay(turns));
}

bool is_scale(const op& a) { return std::holds_alternative<node::scale>(a.root()); }

maybe scale_to_front(const op& a, const op& c) {
    return is_scale(a) || !is_scale(c) ? maybe{} : maybe(c * a);
}

std::vector<law> past_decimators() {
    return {
        {.name = "delay-delay",
         .says = "Delays add; delay(0) is the identity.",
         .formula = "delay(a) * delay(b) == delay(a + b)",
         .source = oppenheim_schafer_2,
         .ranges = {"a=-5..5", "b=-5..5"},
         .example = {{"a", 2}, {"b", -1}},
         .rewrites = {rule(
             22, [](const node::delay& a, const node::delay& b) { return delay(add(a.d, b.d)); })}},
        {.name = "down-delay",
         .says = "A delay after a decimator is k times the delay before it.",
         .formula = "delay(d) * down(k, p) == down(k, p) * delay(k*d)",
         .source = vaidyanathan_4_2,
         .ranges = {"k=1..6", "d=-3..3", "p=-2..5"},
         .example = {{"k", 2}, {"d", 1}, {"p", 0}},
         .rewrites = {rule(31, search, after_down),
                      rule(31, search,
                           [](const node::delay& d, const node::down& a) {
                               return op(a) * delay(mul(a.k, d.d));
                           })}},
        {.name = "down-phase",
         .says = "A delay before a decimator is a phase.",
         .formula = "down(k, p) * delay(d) == down(k, p - d)",
         .source = vaidyanathan_4_3,
         .ranges = {"k=1..6", "d=-3..3", "p=-2..5"},
         .example = {{"k", 2}, {"d", -1}, {"p", 0}},
         .rewrites = {rule(34, [](const node::down& a,
                                  const node::delay& d) { return down(a.k, sub(a.p, d.d)); }),
                      rule(34, search,
                           [](const node::down& a) {
                               return a.p == 0 ? maybe{} : maybe(down(a.k) * delay(neg(a.p)));
                           })}},
    };
}

std::vector<law> past_expanders() {
    return {
        {.name = "up-delay",
         .says = "A delay before an expander is k times the delay after it.",
         .formula = "up(k, p) * delay(d) == delay(k*d) * up(k, p)",
         .source = vaidyanathan_4_2,
         .ranges = {"k=1..6", "d=-3..3", "p=-2..5"},
         .example = {{"k", 2}, {"d", 1}, {"p", 0}},
         .rewrites = {rule(32, search, before_up),
                      rule(32, search,
                           [](const node::up& a, const node::delay& d) {
                               return delay(mul(a.k, d.d)) * op(a);
                           })}},
        {.name = "up-phase",
         .says = "A delay after an expander is a phase.",
         .formula = "delay(d) * up(k, p) == up(k, p + d)",
         .source = vaidyanathan_4_3,
         .ranges = {"k=1..6", "d=-3..3", "p=-2..5"},
         .example = {{"k", 2}, {"d", 1}, {"p", 0}},
         .rewrites = {rule(33, [](const node::delay& d,
                                  const node::up& a) { return up(a.k, add(a.p, d.d)); }),
                      rule(33, search,
                           [](const node::up& a) {
                               return a.p == 0 ? maybe{} : maybe(delay(a.p) * up(a.k));
                           })}},
    };
}

std::vector<law> into_phases() {
    return {
        {.name = "down-delay-phase",
         .says = "So a delay after a decimator is a phase too, k times as large.",
         .formula = "delay(d) * down(k, p) == down(k, p - k*d)",
         .source = vaidyanathan_4_3,
         .ranges = {"k=1..6", "d=-3..3", "p=-2..5"},
         .example = {{"k", 2}, {"d", 1}, {"p", 0}},
         .rewrites = {rule(64, search,
                           [](const node::delay& d, const node::down& a) {
                               return down(a.k, sub(a.p, mul(a.k, d.d)));
                           }),
                      rule(64, phases, turns_of_down)}},
        {.name = "up-delay-phase",
         .says = "And a delay before an expander.",
         .formula = "up(k, p) * delay(d) == up(k, p + k*d)",
         .source = vaidyanathan_4_3,
         .ranges = {"k=1..6", "d=-3..3", "p=-2..5"},
         .example = {{"k", 2}, {"d", 1}, {"p", 0}},
         .rewrites = {rule(63, search,
                           [](const node::up& a, const node::delay& d) {
                               return up(a.k, add(a.p, mul(a.k, d.d)));
                           }),
                      rule(63, phases, turns_of_up)}},
    };
}

std::vector<law> of_scales() {
    return {
        {.name = "scale-commute",
         .says = "Everything here is linear: a number passes every letter.",
         .formula = "c * (down(a) * conv(q:m) * up(b)) == (down(a) * conv(q) * up(b)) * c",
         .source = oppenheim_schafer_2,
         .ranges = {"c=-1..2", "a=1..3", "b=1..3", "m=1..4"},
         .example = {{"c", 2}, {"a", 2}, {"b", 1}, {"m", 2}},
         .rewrites = {rule(30, search, scale_to_front),
                      rule(30, phases,
                           [](const node::scale& c, const node::up& u) { return op(u) * op(c); }),
                      rule(30, phases,
                           [](const node::down& d, const node::scale& c) {
                               return op(c) * op(d);
                           })}},
    };
}

}  // namespace

law_group delays() {
    return group_of("Delays and scales",
                    {past_decimators(), past_expanders(), into_phases(), of_scales()});
}

}  // namespace noble::law_tables
