// Spectra are shared by plans that live at the same time, and by a form and its transpose.
#include "engine/methods/spectra_cache.hpp"

#include <doctest/doctest.h>

#include "engine/methods/blocks.hpp"
#include "engine/methods/runner_cases.hpp"
#include "kernels/instruction_set.hpp"
#include "noble/plan.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

template <class T>
engine::found_spectra<engine::real_of<T>> spectra_of(const op& word) {
    const auto form = form_of<T>(word);
    return engine::find_spectra(form, engine::blocks_of(form).value(),
                                kernels_of<engine::real_of<T>>(default_instruction_set()));
}

}  // namespace

TEST_CASE("spectra cache: one form has one, another form another") {
    std::mt19937 random(1);
    const auto q = whole_taps(random, 50);
    const auto first = spectra_of<float>(conv(q));
    CHECK(spectra_of<float>(conv(q)).filters == first.filters);
    CHECK(spectra_of<float>(2 * conv(q)).filters != first.filters);
}

TEST_CASE("spectra cache: a real form and its transpose share theirs, a complex form does not") {
    std::mt19937 random(2);
    const auto q = whole_taps(random, 50);
    for (const op& word : {conv(q), down(2) * conv(q), conv(q) * up(3)}) {
        const auto own = spectra_of<double>(word);
        const auto of_transpose = spectra_of<double>(word.T());
        CHECK(own.filters == of_transpose.filters);
        CHECK(own.of_transpose != of_transpose.of_transpose);
    }
    const op word = conv(whole_taps(random, 50, true));
    const auto own = spectra_of<std::complex<float>>(word);
    CHECK(spectra_of<std::complex<float>>(word.T()).filters != own.filters);
}

TEST_CASE("spectra cache: keeps nothing alive by itself") {
    std::weak_ptr<const engine::spectra<float>> seen;
    {
        const auto held = spectra_of<float>(conv({1, 2, 3, 4, 5}));
        seen = held.filters;
        CHECK_FALSE(seen.expired());
    }
    CHECK(seen.expired());
}
