// Transposes (never conjugate) and adjoints (always do).
#include "algebra/laws/tables.hpp"

namespace noble::law_tables {
namespace {

std::vector<law> of_samplers() {
    return {
        {.name = "transpose-down",
         .says = "The transpose of keeping every k-th sample is putting it back between zeros.",
         .formula = "down(k, p).T == up(k, p)",
         .source = strang_nguyen_3,
         .ranges = {"k=1..16", "p=-3..4"},
         .example = {{"k", 2}, {"p", 0}}},
        {.name = "transpose-up",
         .says = "And back.",
         .formula = "up(k, p).T == down(k, p)",
         .source = strang_nguyen_3,
         .ranges = {"k=1..16", "p=-3..4"},
         .example = {{"k", 3}, {"p", 1}}},
    };
}

std::vector<law> of_filters_transposed() {
    return {
        {.name = "transpose-conv",
         .says = "The transpose of a filter is the filter with reversed taps: correlation.",
         .formula = "conv(q:m@i).T == conv(reversed(q))",
         .source = strang_nguyen,
         .ranges = {"m=1..6", "i=-1..4"},
         .example = {{"m", 3}, {"i", 0}}},
        {.name = "corr",
         .says = "Correlation, the 'convolution' of deep learning, never conjugates.",
         .formula = "corr(q:m@i) == conv(q).T",
         .source = goodfellow_9,
         .ranges = {"m=1..6", "i=-1..4"},
         .example = {{"m", 3}, {"i", 1}}},
    };
}

std::vector<law> of_plain_letters() {
    return {
        {.name = "transpose-delay",
         .says = "The transpose of a delay is the advance.",
         .formula = "delay(d).T == delay(-d)",
         .source = strang_nguyen,
         .ranges = {"d=-6..6"},
         .example = {{"d", 1}}},
        {.name = "transpose-scale",
         .says = "A number is its own transpose, complex or not.",
         .formula = "(c * (1+2i) * id).T == c * (1+2i) * id",
         .source = strang_nguyen,
         .ranges = {"c=-2..2"},
         .example = {{"c", 1}}},
        {.name = "symmetric-conv",
         .says = "A symmetric filter is its own transpose where its middle tap is the origin.",
         .formula = "conv([q2 q1 q0 q1 q2]@i).T == conv([q2 q1 q0 q1 q2]@i)",
         .source = strang_nguyen,
         .ranges = {"i=0..4"},
         .condition = law_condition{"i == 2", {{"i", 0}}},
         .example = {{"i", 2}}},
    };
}

std::vector<law> of_words() {
    return {
        {.name = "transpose-product",
         .says = "Transposes turn a word round.",
         .formula = "(down(a, p) * conv(q:m) * up(b)).T == down(b) * corr(q) * up(a, p)",
         .source = strang_nguyen,
         .ranges = {"a=1..4", "b=1..4", "p=-1..2", "m=1..4"},
         .example = {{"a", 2}, {"b", 1}, {"p", 0}, {"m", 3}}},
        {.name = "transpose-sum",
         .says = "Transposes go into sums.",
         .formula = "(down(k, p) * conv(q:m) + down(k, r)).T == corr(q) * up(k, p) + up(k, r)",
         .source = strang_nguyen,
         .ranges = {"k=1..4", "p=-1..3", "r=-1..3", "m=1..3"},
         .example = {{"k", 2}, {"p", 0}, {"r", 1}, {"m", 2}}},
        {.name = "transpose-twice",
         .says = "Twice transposed is the word itself.",
         .formula = "(down(a, p) * conv(q:m) * up(b)).T.T == down(a, p) * conv(q) * up(b)",
         .source = strang_nguyen,
         .ranges = {"a=1..4", "b=1..4", "p=-1..2", "m=1..4"},
         .example = {{"a", 2}, {"b", 1}, {"p", 1}, {"m", 2}}},
    };
}

std::vector<law> adjoints() {
    return {
        {.name = "adjoint-conv",
         .says = "The adjoint of a filter, the matched filter, has its taps reversed and "
                 "conjugated.",
         .formula = "conv(q:m@i).H == conj(corr(q))",
         .source = vaidyanathan,
         .ranges = {"m=1..6", "i=-1..4"},
         .example = {{"m", 3}, {"i", 1}}},
        {.name = "adjoint-samplers",
         .says = "Decimators and expanders are real: adjoint and transpose are one.",
         .formula = "down(k, p).H == up(k, p)",
         .source = strang_nguyen,
         .ranges = {"k=1..16", "p=-3..4"},
         .example = {{"k", 2}, {"p", 1}}},
        {.name = "adjoint-scale",
         .says = "The adjoint of a number is its conjugate.",
         .formula = "(c * (1+2i) * id).H == c * (1-2i) * id",
         .source = strang_nguyen,
         .ranges = {"c=-2..2"},
         .example = {{"c", 1}}},
        {.name = "adjoint-product",
         .says = "The adjoint of a decimator is an interpolator with the matched filter.",
         .formula = "(down(k, p) * conv(q:m)).H == conj(corr(q)) * up(k, p)",
         .source = strang_nguyen,
         .ranges = {"k=1..5", "p=-1..3", "m=1..5"},
         .example = {{"k", 2}, {"p", 0}, {"m", 3}}},
    };
}

}  // namespace

law_group transposes() {
    return group_of("Transposes and adjoints", {of_samplers(), of_filters_transposed(),
                                                of_plain_letters(), of_words(), adjoints()});
}

}  // namespace noble::law_tables
