// Numbers, joined with one another, with filters and with delays.
#include "algebra/laws/rule.hpp"
#include "algebra/laws/tables.hpp"

namespace noble::law_tables {
namespace {

op one_tap(index_t d, const exact& c) { return conv(sequence(d, d, tap_list<exact>{{d, c}})); }

}  // namespace

std::vector<law> numbers() {
    return {
        {.name = "scale-scale",
         .says = "Numbers multiply.",
         .formula = "a * (b * down(k)) == (a*b) * down(k)",
         .source = oppenheim_schafer_2,
         .ranges = {"a=-2..3", "b=-2..3", "k=1..3"},
         .example = {{"a", 2}, {"b", 3}, {"k", 2}},
         .rewrites = {rule(
             20, [](const node::scale& a, const node::scale& b) { return scale(a.c * b.c); })}},
        {.name = "scale-conv",
         .says = "A number goes into a filter's taps.",
         .formula = "c * conv([q0 q1 q2]@i) == conv([c*q0 c*q1 c*q2]@i)",
         .source = oppenheim_schafer_2,
         .ranges = {"c=-2..3", "i=-1..3"},
         .example = {{"c", 2}, {"i", 0}},
         .rewrites =
             {rule(25, [](const node::scale& c, const node::conv& a) { return conv(c.c * a.q); }),
              rule(25, [](const node::conv& a, const node::scale& c) { return conv(c.c * a.q); })}},
        {.name = "scale-delay",
         .says = "A delayed multiple is a filter of one tap.",
         .formula = "c * delay(d) == conv([c]@-d)",
         .source = oppenheim_schafer_2,
         .ranges = {"c=-2..3", "d=-3..3"},
         .example = {{"c", 2}, {"d", 1}},
         .rewrites = {rule(26, [](const node::scale& c,
                                  const node::delay& d) { return one_tap(d.d, c.c); }),
                      rule(26, [](const node::delay& d,
                                  const node::scale& c) { return one_tap(d.d, c.c); })}},
        {.name = "scale-one",
         .says = "Once a signal is the signal.",
         .formula = "1 * down(k) == down(k)",
         .source = oppenheim_schafer_2,
         .ranges = {"k=1..4"},
         .example = {{"k", 2}},
         .rewrites = {rule(
             14,
             [](const node::scale& a) { return a.c == exact(1) ? maybe(identity()) : maybe{}; })}},
    };
}

}  // namespace noble::law_tables
