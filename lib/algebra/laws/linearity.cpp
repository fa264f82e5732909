// Sums and numbers, and letters that are simpler letters.
#include "algebra/laws/tables.hpp"

namespace noble::law_tables {
namespace {

std::vector<law> sums() {
    return {
        {.name = "distributive",
         .says = "Everything here is linear: a letter goes into a sum, from either side.",
         .formula = "down(a) * (conv(q:m) + delay(d)) * up(b) == "
                    "down(a) * conv(q) * up(b) + down(a) * delay(d) * up(b)",
         .source = oppenheim_schafer_2,
         .ranges = {"a=1..3", "b=1..3", "m=1..4", "d=-2..2"},
         .example = {{"a", 2}, {"b", 1}, {"m", 2}, {"d", 1}}},
        {.name = "sum-commute",
         .says = "Terms change places.",
         .formula = "down(k, p) + conv(q:m) * down(k) == conv(q) * down(k) + down(k, p)",
         .source = oppenheim_schafer_2,
         .ranges = {"k=1..4", "p=-2..3", "m=1..4"},
         .example = {{"k", 2}, {"p", 1}, {"m", 2}}},
        {.name = "like-terms",
         .says = "Multiples of one word add up.",
         .formula = "a * (down(k) * conv(q:m)) + b * (down(k) * conv(q)) == "
                    "(a + b) * (down(k) * conv(q))",
         .source = oppenheim_schafer_2,
         .ranges = {"a=-2..2", "b=-2..2", "k=1..3", "m=1..3"},
         .example = {{"a", 2}, {"b", -1}, {"k", 2}, {"m", 2}}},
        {.name = "zero",
         .says = "A term that is zero is left out.",
         .formula = "down(k) * conv(q:m) + 0 * down(k, p) == down(k) * conv(q)",
         .source = oppenheim_schafer_2,
         .ranges = {"k=1..4", "m=1..4", "p=-2..3"},
         .example = {{"k", 2}, {"m", 2}, {"p", 1}}},
    };
}

std::vector<law> numbers() {
    return {
        {.name = "scale-scale",
         .says = "Numbers multiply.",
         .formula = "a * (b * down(k)) == (a*b) * down(k)",
         .source = oppenheim_schafer_2,
         .ranges = {"a=-2..3", "b=-2..3", "k=1..3"},
         .example = {{"a", 2}, {"b", 3}, {"k", 2}}},
        {.name = "scale-conv",
         .says = "A number goes into a filter's taps.",
         .formula = "c * conv([q0 q1 q2]@i) == conv([c*q0 c*q1 c*q2]@i)",
         .source = oppenheim_schafer_2,
         .ranges = {"c=-2..3", "i=-1..3"},
         .example = {{"c", 2}, {"i", 0}}},
        {.name = "scale-delay",
         .says = "A delayed multiple is a filter of one tap.",
         .formula = "c * delay(d) == conv([c]@-d)",
         .source = oppenheim_schafer_2,
         .ranges = {"c=-2..3", "d=-3..3"},
         .example = {{"c", 2}, {"d", 1}}},
        {.name = "scale-one",
         .says = "Once a signal is the signal.",
         .formula = "1 * down(k) == down(k)",
         .source = oppenheim_schafer_2,
         .ranges = {"k=1..4"},
         .example = {{"k", 2}}},
    };
}

std::vector<law> plain_letters() {
    return {
        {.name = "identity",
         .says = "The identity is left out of a product.",
         .formula = "down(k) * id * conv(q:m) == down(k) * conv(q)",
         .source = oppenheim_schafer_2,
         .ranges = {"k=1..4", "m=1..4"},
         .example = {{"k", 2}, {"m", 2}}},
        {.name = "delay-zero",
         .says = "No delay is the identity.",
         .formula = "delay(0) == id",
         .source = oppenheim_schafer_2},
        {.name = "down-one",
         .says = "A decimator by 1 keeps every sample; its phase is an advance.",
         .formula = "down(1, p) == delay(-p)",
         .source = vaidyanathan_4,
         .ranges = {"p=-4..4"},
         .example = {{"p", 1}}},
        {.name = "up-one",
         .says = "An expander by 1 inserts nothing; its phase is a delay.",
         .formula = "up(1, p) == delay(p)",
         .source = vaidyanathan_4,
         .ranges = {"p=-4..4"},
         .example = {{"p", 1}}},
        {.name = "conv-short",
         .says = "Zeros at the ends of a filter are left out; one tap of 1 is a delay, another tap "
                 "at the origin a number.",
         .formula = "conv([0 1 0]@i) + conv([0 c]@1) + conv([0 q0 q1 0]@i) == "
                    "delay(1 - i) + c * id + conv([q0 q1]@(i - 1))",
         .source = oppenheim_schafer_2,
         .ranges = {"i=-2..3", "c=-2..2"},
         .example = {{"i", 0}, {"c", 2}}},
        {.name = "canonical-form",
         .says = "A word is its outputs of each phase, and these are rows of taps: words with the "
                 "same rows are one operator, however they are written.",
         .formula = "down(b) * conv(q:m@i) * up(a) == "
                    "sum(r=0..a-1, up(a, r) * (down(a*b) * conv(delay(-b*r)(q)) * up(a)))",
         .source = vaidyanathan_4_3,
         .ranges = {"a=1..4", "b=1..4", "m=1..4", "i=-1..1"},
         .example = {{"a", 2}, {"b", 1}, {"m", 3}, {"i", 0}}},
    };
}

}  // namespace

law_group linearity() {
    law_group group{"Sums, numbers and plain letters", sums()};
    for (const auto& part : {numbers(), plain_letters()}) {
        group.laws.insert(group.laws.end(), part.begin(), part.end());
    }
    return group;
}

}  // namespace noble::law_tables
