// ↓k and ↑k among themselves.
#include "algebra/laws/tables.hpp"

namespace noble::law_tables {
namespace {

std::vector<law> cascades() {
    return {
        {.name = "down-down",
         .says = "Two decimators in a row are one; the phases add up at the input's rate.",
         .formula = "down(a, p) * down(b, r) == down(a*b, b*p + r)",
         .source = vaidyanathan_4,
         .ranges = {"a=1..4", "b=1..4", "p=-2..3", "r=-2..3"},
         .example = {{"a", 2}, {"b", 2}, {"p", 0}, {"r", 1}}},
        {.name = "up-up",
         .says = "Two expanders in a row are one: the transpose of down-down.",
         .formula = "up(b, r) * up(a, p) == up(a*b, b*p + r)",
         .source = vaidyanathan_4,
         .ranges = {"a=1..4", "b=1..4", "p=-2..3", "r=-2..3"},
         .example = {{"a", 2}, {"b", 2}, {"p", 0}, {"r", 1}}},
    };
}

std::vector<law> opposites() {
    return {
        {.name = "down-up",
         .says = "What an expander inserted, a decimator of the same phase drops again.",
         .formula = "down(k, p) * up(k, r) == id",
         .source = vaidyanathan_4,
         .ranges = {"k=2..6", "p=-3..6", "r=-3..6"},
         .condition = law_condition{"p == r", {{"k", 2}, {"p", 1}, {"r", 0}}},
         .example = {{"k", 2}, {"p", 1}, {"r", 1}}},
        {.name = "down-up-turns",
         .says = "Phases a whole number of periods apart differ by a delay.",
         .formula = "down(k, p + k*m) * up(k, p) == delay(-m)",
         .source = vaidyanathan_4,
         .ranges = {"k=1..6", "p=-3..6", "m=-3..3"},
         .example = {{"k", 3}, {"p", 1}, {"m", -1}}},
        {.name = "down-up-zero",
         .says = "A decimator that looks only at inserted zeros gives zero.",
         .formula = "down(k, p) * up(k, r) == 0 * id",
         .source = vaidyanathan_4,
         .ranges = {"k=1..6", "p=-3..6", "r=-3..6"},
         .condition = law_condition{"(p - r) % k != 0", {{"k", 2}, {"p", 3}, {"r", 1}}},
         .example = {{"k", 2}, {"p", 1}, {"r", 0}}},
        {.name = "down-up-commute",
         .says = "Decimator and expander change places exactly if their factors are coprime.",
         .formula = "down(a) * up(b) == up(b) * down(a)",
         .source = vaidyanathan_4_2,
         .ranges = {"a=1..12", "b=1..12"},
         .condition = law_condition{"gcd(a,b) == 1", {{"a", 2}, {"b", 2}}},
         .example = {{"a", 2}, {"b", 3}}},
        {.name = "down-up-commute-phases",
         .says = "The same with phases: each is multiplied by the factor that it passes.",
         .formula = "down(a, b*p) * up(b, a*r) == up(b, r) * down(a, p)",
         .source = vaidyanathan_4,
         .ranges = {"a=1..6", "b=1..6", "p=-1..2", "r=-1..2"},
         .condition = law_condition{"gcd(a,b) == 1", {{"a", 2}, {"b", 2}, {"p", 0}, {"r", 0}}},
         .example = {{"a", 2}, {"b", 3}, {"p", 1}, {"r", 0}}},
        {.name = "down-up-common-factor",
         .says = "A common factor of decimator and expander cancels.",
         .formula = "down(k*a) * up(k*b) == down(a) * up(b)",
         .source = vaidyanathan_4,
         .ranges = {"k=1..5", "a=1..5", "b=1..5"},
         .example = {{"k", 2}, {"a", 2}, {"b", 1}}},
    };
}

std::vector<law> combs() {
    return {
        {.name = "comb",
         .says = "Decimating, then expanding is a sampling comb, a projection: twice is once.",
         .formula = "(up(k, p) * down(k, p))^2 == up(k, p) * down(k, p)",
         .source = vaidyanathan_4,
         .ranges = {"k=1..8", "p=-3..8"},
         .example = {{"k", 3}, {"p", 1}}},
        {.name = "comb-symmetric",
         .says = "The comb is its own transpose, so the projection is orthogonal.",
         .formula = "(up(k, p) * down(k, p)).T == up(k, p) * down(k, p)",
         .source = vaidyanathan_4,
         .ranges = {"k=1..8", "p=-3..8"},
         .example = {{"k", 2}, {"p", 1}}},
        {.name = "comb-period",
         .says = "Only the phases modulo the factors matter to a comb, and they turn together.",
         .formula = "up(a, p + a*m) * down(b, r + b*m) == up(a, p) * down(b, r)",
         .source = vaidyanathan_4,
         .ranges = {"a=1..4", "b=1..4", "p=-2..3", "r=-2..3", "m=-2..2"},
         .example = {{"a", 2}, {"b", 2}, {"p", 1}, {"r", 1}, {"m", 1}}},
        {.name = "comb-orthogonal",
         .says = "Combs of different phases exclude each other.",
         .formula = "up(k, p) * down(k, p) * up(k, r) * down(k, r) == 0 * id",
         .source = vaidyanathan_4,
         .ranges = {"k=1..5", "p=-2..5", "r=-2..5"},
         .condition = law_condition{"(p - r) % k != 0", {{"k", 2}, {"p", 0}, {"r", 2}}},
         .example = {{"k", 2}, {"p", 0}, {"r", 1}}},
        {.name = "comb-partition",
         .says = "The combs of all phases add up to the signal.",
         .formula = "sum(p=0..k-1, up(k, p) * down(k, p)) == id",
         .source = vaidyanathan_4_3,
         .ranges = {"k=1..16"},
         .example = {{"k", 3}}},
        {.name = "comb-modulation",
         .says = "The comb of 2 is the mean of the signal and the one with every odd sample "
                 "negated: x[n] and its alias (-1)^n x[n].",
         .formula = "2 * up(2) * down(2) == id + (up(2) * down(2) - up(2, 1) * down(2, 1))",
         .source = vaidyanathan_4},
    };
}

}  // namespace

law_group letters() {
    law_group group{"Decimators and expanders", cascades()};
    for (const auto& part : {opposites(), combs()}) {
        group.laws.insert(group.laws.end(), part.begin(), part.end());
    }
    return group;
}

}  // namespace noble::law_tables
