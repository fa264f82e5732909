// Polyphase forms: what runs at the low rate.
#include "algebra/laws/tables.hpp"

namespace noble::law_tables {
namespace {

std::vector<law> decompositions() {
    return {
        {.name = "polyphase-filter",
         .says = "A filter is the sum of its k polyphase components, dilated and delayed.",
         .formula = "conv(q:m@i) == sum(p=0..k-1, delay(p) * conv(up(k)(down(k, p)(q))))",
         .source = vaidyanathan_4_3,
         .ranges = {"k=1..5", "m=1..7", "i=-1..2"},
         .example = {{"k", 2}, {"m", 4}, {"i", 0}}},
        {.name = "polyphase-decimator-1",
         .says = "Type 1 decimator: component p, taps q[kn+p], filters the inputs delayed by p.",
         .formula = "down(k) * conv(q:m@i) == sum(p=0..k-1, conv(down(k, p)(q)) * down(k, -p))",
         .source = vaidyanathan_4_3,
         .ranges = {"k=1..5", "m=1..7", "i=-1..2"},
         .example = {{"k", 2}, {"m", 4}, {"i", 0}}},
        {.name = "polyphase-decimator-2",
         .says = "Type 2 decimator: the components in the opposite order.",
         .formula = "down(k) * conv(q:m@i) == "
                    "sum(p=0..k-1, conv(down(k, k-1-p)(q)) * down(k, p - (k-1)))",
         .source = vaidyanathan_4_3,
         .ranges = {"k=1..5", "m=1..7", "i=-1..2"},
         .example = {{"k", 2}, {"m", 4}, {"i", 0}}},
        {.name = "polyphase-interpolator-1",
         .says = "Type 1 interpolator: component p makes the outputs of phase p.",
         .formula = "conv(q:m@i) * up(k) == sum(p=0..k-1, up(k, p) * conv(down(k, p)(q)))",
         .source = vaidyanathan_4_3,
         .ranges = {"k=1..5", "m=1..7", "i=-1..2"},
         .example = {{"k", 2}, {"m", 4}, {"i", 0}}},
        {.name = "polyphase-interpolator-2",
         .says = "Type 2 interpolator: component k-1-p, delayed by k-1-p after its expander.",
         .formula = "conv(q:m@i) * up(k) == "
                    "sum(p=0..k-1, delay(k-1-p) * up(k) * conv(down(k, k-1-p)(q)))",
         .source = vaidyanathan_4_3,
         .ranges = {"k=1..5", "m=1..7", "i=-1..2"},
         .example = {{"k", 2}, {"m", 4}, {"i", 0}}},
    };
}

std::vector<law> consequences() {
    return {
        {.name = "polyphase-component",
         .says = "A filter between an expander and a decimator of one factor is one of its "
                 "polyphase components.",
         .formula = "down(k, p) * conv(q:m@i) * up(k, r) == conv(down(k, p - r)(q))",
         .source = vaidyanathan_4_3,
         .ranges = {"k=1..4", "m=1..5", "i=-1..1", "p=-1..2", "r=-1..2"},
         .example = {{"k", 2}, {"m", 4}, {"i", 0}, {"p", 1}, {"r", 0}}},
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
    law_group group{"Polyphase", decompositions()};
    const auto more = consequences();
    group.laws.insert(group.laws.end(), more.begin(), more.end());
    return group;
}

}  // namespace noble::law_tables
