// Letters that are simpler letters: ↓1, delay(0), a kernel of one tap.
#include "algebra/canonical/normal_word.hpp"
#include "algebra/laws/rule.hpp"
#include "algebra/laws/tables.hpp"
#include "base/checked.hpp"

namespace noble::law_tables {
namespace {

bool is_identity(const op& a) { return std::holds_alternative<node::identity>(a.root()); }

maybe without_identity(const op& a, const op& b) {
    if (is_identity(a)) return b;
    return is_identity(b) ? maybe(a) : maybe{};
}

// A kernel of one tap, of none, or with zeros at its ends.
maybe shorter_kernel(const node::conv& a) {
    const op shorter = normal_word(1, 1, a.q);
    return same_word(shorter, op(a)) ? maybe{} : maybe(shorter);
}

std::vector<law> words_without_them() {
    return {
        {.name = "identity",
         .says = "The identity is left out of a product.",
         .formula = "down(k) * id * conv(q:m) == down(k) * conv(q)",
         .source = oppenheim_schafer_2,
         .ranges = {"k=1..4", "m=1..4"},
         .example = {{"k", 2}, {"m", 2}},
         .rewrites = {rule(10, without_identity)}},
        {.name = "delay-zero",
         .says = "No delay is the identity.",
         .formula = "delay(0) == id",
         .source = oppenheim_schafer_2,
         .rewrites = {rule(
             11, [](const node::delay& a) { return a.d == 0 ? maybe(identity()) : maybe{}; })}},
        {.name = "down-one",
         .says = "A decimator by 1 keeps every sample; its phase is an advance.",
         .formula = "down(1, p) == delay(-p)",
         .source = vaidyanathan_4,
         .ranges = {"p=-4..4"},
         .example = {{"p", 1}},
         .rewrites = {rule(12,
                           [](const node::down& a) {
                               return a.k == 1 ? maybe(delay(checked::neg(a.p))) : maybe{};
                           })}},
        {.name = "up-one",
         .says = "An expander by 1 inserts nothing; its phase is a delay.",
         .formula = "up(1, p) == delay(p)",
         .source = vaidyanathan_4,
         .ranges = {"p=-4..4"},
         .example = {{"p", 1}},
         .rewrites = {rule(
             13, [](const node::up& a) { return a.k == 1 ? maybe(delay(a.p)) : maybe{}; })}},
    };
}

std::vector<law> rows_of_taps() {
    return {
        {.name = "conv-short",
         .says = "Zeros at the ends of a filter are left out; one tap of 1 is a delay, another tap "
                 "at the origin a number.",
         .formula = "conv([0 1 0]@i) + conv([0 c]@1) + conv([0 q0 q1 0]@i) == "
                    "delay(1 - i) + c * id + conv([q0 q1]@(i - 1))",
         .source = oppenheim_schafer_2,
         .ranges = {"i=-2..3", "c=-2..2"},
         .example = {{"i", 0}, {"c", 2}},
         .rewrites = {rule(21, shorter_kernel)}},
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

std::vector<law> plain_letters() { return joined({words_without_them(), rows_of_taps()}); }

}  // namespace noble::law_tables
