#include "algebra/canonical/integer_form.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include "algebra/random_word.hpp"

namespace noble {
namespace {

TEST_CASE("integer_form: over its denominator it is the canonical form") {
    CHECK(testing::holds_for_genomes(300, [](testing::word_maker make) {
        const op a = make.word(3);
        const numbering unknowns(a, a);
        const auto found = integer_form_of(a, unknowns);
        std::vector<periodic_tap<polynomial>> taps;
        for (const auto& t : found.form.taps()) {
            taps.push_back({t.row, t.offset, unknowns.unscaled(t.value, found.denominator)});
        }
        const canonical<polynomial> form(found.outputs(), found.inputs(), std::move(taps));
        RC_ASSERT(reduce(form) == canonical_form<polynomial>(a));
    }));
}

TEST_CASE("integer_form: two forms over one denominator") {
    const op third = scale(exact(ratio(1, 3)));
    const op half = scale(exact(ratio(1, 2)));
    const numbering none(third, half);
    auto a = integer_form_of(third, none);
    auto b = integer_form_of(half, none);
    unite_denominators(a, b);
    CHECK(a.denominator == 6);
    CHECK(b.denominator == 6);
    CHECK(a.form.taps()[0].value.terms()[0].coefficient == gaussian_integer{2, 0});
    CHECK(b.form.taps()[0].value.terms()[0].coefficient == gaussian_integer{3, 0});
}

}  // namespace
}  // namespace noble
