#include <doctest/doctest.h>

#include "algebra/random_word.hpp"
#include "noble/canonical.hpp"

namespace noble {
namespace {

// y[L·j + r] = Σₒ c_r[o]·x[M·j + o], of the form alone.
polynomial output(const canonical<polynomial>& form, const sequence& x, index_t n) {
    const index_t r = ((n % form.outputs()) + form.outputs()) % form.outputs();
    const index_t j = (n - r) / form.outputs();
    polynomial y;
    for (const auto& t : form.row(r)) y += t.value * x[form.inputs() * j + t.offset];
    return y;
}

TEST_CASE("canonical product: unknown taps multiply as polynomials") {
    const auto a = canonical_form<polynomial>(conv(unknown("q", 2)) * conv(unknown("h", 2)));
    const auto q = [](index_t i) { return polynomial(unknown_tap{"q", i, false}); };
    const auto h = [](index_t i) { return polynomial(unknown_tap{"h", i, false}); };
    REQUIRE(a.taps().size() == 3);
    CHECK(a.taps()[2].value == q(0) * h(0));
    CHECK(a.taps()[1].value == q(0) * h(1) + q(1) * h(0));
    CHECK(a.taps()[0].value == q(1) * h(1));
}

TEST_CASE("canonical product: of random words, what one makes of what the other makes") {
    CHECK(testing::holds_for_genomes(200, [](testing::word_maker make) {
        const op a = make.word(2);
        const op b = make.word(2);
        const sequence x{3, -1, 0, 2, 5};
        const sequence y = a(b(x));
        const auto form = multiply(canonical_form<polynomial>(a), canonical_form<polynomial>(b));
        for (index_t n = -8; n <= 8; ++n) RC_ASSERT(output(form, x, n) == y[n]);
    }));
}

}  // namespace
}  // namespace noble
