#include <doctest/doctest.h>

#include "noble/canonical.hpp"
#include "noble/error.hpp"
#include "noble/op.hpp"
#include "support/memory.hpp"
#include "support/property.hpp"

namespace noble {
namespace {

using exact_form = canonical<exact>;
using entries = std::vector<periodic_tap<exact>>;

entries entries_of(const exact_form& a) { return {a.taps().begin(), a.taps().end()}; }

TEST_CASE("canonical: the letters have the periods (1, 1), (1, k) and (k, 1)") {
    const exact_form d = canonical_form<exact>(down(3, -1));
    CHECK(d.outputs() == 1);
    CHECK(d.inputs() == 3);
    CHECK(entries_of(d) == entries{{0, -1, 1}});
    const exact_form u = canonical_form<exact>(up(3, 4));
    CHECK(u.outputs() == 3);
    CHECK(u.inputs() == 1);
    CHECK(entries_of(u) == entries{{1, -1, 1}});
    CHECK(entries_of(canonical_form<exact>(conv(taps{1, 2, 3}))) ==
          entries{{0, -2, 3}, {0, -1, 2}, {0, 0, 1}});
}

TEST_CASE("canonical: the period of a word's exact_form is the smallest") {
    const exact_form a = canonical_form<exact>(down(6) * up(6));
    CHECK(a.outputs() == 1);
    CHECK(a.inputs() == 1);
    CHECK(canonical_form<exact>(up(6) * down(6)).outputs() == 6);
    const op both = up(2) * down(2) + up(2, 1) * down(2, 1);
    CHECK(canonical_form<exact>(both) == canonical_form<exact>(identity()));
    const op interleaved = up(4, 1) * down(4, 1) + up(4, 3) * down(4, 3);
    CHECK(canonical_form<exact>(interleaved).outputs() == 2);
    CHECK(canonical_form<exact>(interleaved) == canonical_form<exact>(up(2, 1) * down(2, 1)));
}

TEST_CASE("canonical: zero keeps its rate") {
    const exact_form zero = canonical_form<exact>(down(6) * up(4) - down(3) * up(2));
    CHECK(zero.is_zero());
    CHECK(zero.outputs() == 2);
    CHECK(zero.inputs() == 3);
}

TEST_CASE("canonical: the scalar is the one that the word needs") {
    CHECK(std::holds_alternative<exact_form>(canonical_form(down(2))));
    CHECK(std::holds_alternative<canonical<polynomial>>(
        canonical_form(down(2) * conv(unknown("q", 2)))));
}

TEST_CASE("canonical: kernels dilated by a million or a billion stay sparse") {
    for (const index_t k : {1'000'000, 1'000'000'000}) {
        const sequence q = up(k)(taps{1, 2, 1});
        CHECK(q.count() == 3);
        CHECK(q.length() == 2 * k + 1);
        const exact_form a =
            testing::within_a_megabyte([&] { return canonical_form<exact>(conv(q)); });
        CHECK(a.outputs() == 1);
        CHECK(entries_of(a) == entries{{0, -2 * k, 1}, {0, -k, 2}, {0, 0, 1}});
        CHECK(testing::within_a_megabyte([&] {
            return conv(q) * conv(q) == conv(up(k)(taps{1, 4, 6, 4, 1}));
        }));
        CHECK(testing::within_a_megabyte([&] {
            return down(k) * conv(q) == conv(taps{1, 2, 1}) * down(k);
        }));
    }
}

TEST_CASE("canonical: up by a billion costs what its one tap costs") {
    const exact_form a =
        testing::within_a_megabyte([] { return canonical_form<exact>(up(1'000'000'000, 5)); });
    CHECK(a.outputs() == 1'000'000'000);
    CHECK(entries_of(a) == entries{{5, 0, 1}});
    CHECK(a.row(5).size() == 1);
    CHECK(a.row(999'999'999).empty());
    CHECK(testing::within_a_megabyte([] { return up(1'000'000'000).T() == down(1'000'000'000); }));
}

TEST_CASE("canonical: ↓p ↑p = id for a large prime p, quickly; ↑p ↓p is another operator") {
    constexpr index_t p = 1'000'000'007;
    CHECK(testing::within_a_megabyte([] { return down(p) * up(p) == identity(); }));
    CHECK(testing::within_a_megabyte([] { return up(p) * down(p) != identity(); }));
    CHECK(testing::within_a_megabyte(
        [] { return canonical_form<exact>(up(p) * down(p)).taps().size() == 1; }));
    CHECK(testing::within_a_megabyte([] { return down(p, 3) * up(p) == exact(0) * identity(); }));
}

}  // namespace
}  // namespace noble
