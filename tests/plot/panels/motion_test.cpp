#include "plot/panels/motion.hpp"

#include <doctest/doctest.h>

#include <map>

#include "support/property.hpp"
#include "support/random_word.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

// Output k as the motion says it: its taps on the positions that they cover, zeros inserted.
std::map<index_t, exact> row_by_motion(const drawing::axis_motion<exact>& m, index_t k) {
    std::map<index_t, exact> row;
    for (const auto& tap : m.kernels.front()[static_cast<std::size_t>(m.phase(k))]) {
        const index_t u = m.base(k) + tap.index;
        if (((u % m.spacing) + m.spacing) % m.spacing != 0) continue;
        row[u / m.spacing] = tap.value;
    }
    return row;
}

}  // namespace

TEST_CASE("motion: the taps that slide are the rows of the word, for random words") {
    CHECK(holds("motion of random words", scaled_cases(300), [] {
        const auto c = *random_cases();
        const op word = make_op(c.word);
        const auto form = canonical_form<exact>(word);
        const auto motion = drawing::motion_of(std::vector{form});
        for (index_t k = -7; k < 14; ++k) {
            std::map<index_t, exact> expected;
            const index_t L = form.outputs();
            const index_t r = ((k % L) + L) % L;
            for (const auto& tap : form.row(r)) {
                expected[form.inputs() * ((k - r) / L) + tap.offset] = tap.value;
            }
            RC_ASSERT(row_by_motion(motion, k) == expected);
        }
    }));
}
