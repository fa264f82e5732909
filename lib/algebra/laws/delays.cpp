// Delays and scales past the other letters.
#include "algebra/laws/tables.hpp"

namespace noble::law_tables {

law_group delays() {
    return {
        "Delays and scales",
        {
            {.name = "delay-delay",
             .says = "Delays add; delay(0) is the identity.",
             .formula = "delay(a) * delay(b) == delay(a + b)",
             .source = oppenheim_schafer_2,
             .ranges = {"a=-5..5", "b=-5..5"},
             .example = {{"a", 2}, {"b", -1}}},
            {.name = "down-delay",
             .says = "A delay after a decimator is k times the delay before it.",
             .formula = "delay(d) * down(k, p) == down(k, p) * delay(k*d)",
             .source = vaidyanathan_4_2,
             .ranges = {"k=1..6", "d=-3..3", "p=-2..5"},
             .example = {{"k", 2}, {"d", 1}, {"p", 0}}},
            {.name = "down-phase",
             .says = "A delay before a decimator is a phase.",
             .formula = "down(k, p) * delay(d) == down(k, p - d)",
             .source = vaidyanathan_4_3,
             .ranges = {"k=1..6", "d=-3..3", "p=-2..5"},
             .example = {{"k", 2}, {"d", -1}, {"p", 0}}},
            {.name = "up-delay",
             .says = "A delay before an expander is k times the delay after it.",
             .formula = "up(k, p) * delay(d) == delay(k*d) * up(k, p)",
             .source = vaidyanathan_4_2,
             .ranges = {"k=1..6", "d=-3..3", "p=-2..5"},
             .example = {{"k", 2}, {"d", 1}, {"p", 0}}},
            {.name = "up-phase",
             .says = "A delay after an expander is a phase.",
             .formula = "delay(d) * up(k, p) == up(k, p + d)",
             .source = vaidyanathan_4_3,
             .ranges = {"k=1..6", "d=-3..3", "p=-2..5"},
             .example = {{"k", 2}, {"d", 1}, {"p", 0}}},
            {.name = "down-delay-phase",
             .says = "So a delay after a decimator is a phase too, k times as large.",
             .formula = "delay(d) * down(k, p) == down(k, p - k*d)",
             .source = vaidyanathan_4_3,
             .ranges = {"k=1..6", "d=-3..3", "p=-2..5"},
             .example = {{"k", 2}, {"d", 1}, {"p", 0}}},
            {.name = "up-delay-phase",
             .says = "And a delay before an expander.",
             .formula = "up(k, p) * delay(d) == up(k, p + k*d)",
             .source = vaidyanathan_4_3,
             .ranges = {"k=1..6", "d=-3..3", "p=-2..5"},
             .example = {{"k", 2}, {"d", 1}, {"p", 0}}},
            {.name = "scale-commute",
             .says = "Everything here is linear: a number passes every letter.",
             .formula = "c * (down(a) * conv(q:m) * up(b)) == (down(a) * conv(q) * up(b)) * c",
             .source = oppenheim_schafer_2,
             .ranges = {"c=-1..2", "a=1..3", "b=1..3", "m=1..4"},
             .example = {{"c", 2}, {"a", 2}, {"b", 1}, {"m", 2}}},
        },
    };
}

}  // namespace noble::law_tables
