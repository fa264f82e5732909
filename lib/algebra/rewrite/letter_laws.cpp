// Letters that are simpler letters: ↓1, delay(0), a kernel of one tap.
#include "algebra/rewrite/normal_form.hpp"
#include "algebra/rewrite/rules.hpp"
#include "base/checked.hpp"

namespace noble::rewriting {
namespace {

using words = std::vector<op>;

words no_delay(const node::delay& a) { return a.d == 0 ? words{identity()} : words{}; }

words no_scale(const node::scale& a) { return a.c == exact(1) ? words{identity()} : words{}; }

words down_by_one(const node::down& a) {
    return a.k == 1 ? words{delay(checked::neg(a.p))} : words{};
}

words up_by_one(const node::up& a) { return a.k == 1 ? words{delay(a.p)} : words{}; }

// A kernel of one tap, of none, or with zeros at its ends.
words shorter_kernel(const node::conv& a) {
    const op letter{a};
    const auto shorter = normal_form(letter, 1);
    return shorter && !same_word(*shorter, letter) ? words{*shorter} : words{};
}

words phase_as_delay(const node::down& a) {
    return a.p == 0 ? words{} : words{down(a.k) * delay(checked::neg(a.p))};
}

words phase_after(const node::up& a) { return a.p == 0 ? words{} : words{delay(a.p) * up(a.k)}; }

}  // namespace

std::vector<word_law> letter_laws() {
    return {
        law_of("delay-zero", &no_delay),       law_of("scale-one", &no_scale),
        law_of("down-one", &down_by_one),      law_of("up-one", &up_by_one),
        law_of("conv-short", &shorter_kernel), law_of("down-phase", &phase_as_delay),
        law_of("up-phase", &phase_after),
    };
}

}  // namespace noble::rewriting
