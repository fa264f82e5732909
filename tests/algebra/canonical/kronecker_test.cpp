#include "algebra/canonical/kronecker.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include "noble/op.hpp"
#include "support/memory.hpp"

namespace noble {
namespace {

TEST_CASE("kronecker: fusing two kernels of 1,000 doubles takes well under a second") {
    std::vector<double> a;
    std::vector<double> b;
    for (int i = 0; i < 1000; ++i) {
        a.push_back(1.0 / (3 + i));
        b.push_back(1.0 / (7 + 2 * i));
    }
    const sequence p{std::span<const double>(a)};
    const sequence q{std::span<const double>(b)};
    const auto fused =
        testing::within_a_megabyte([&] { return canonical_form<exact>(conv(p) * conv(q)); });
    CHECK(fused.taps().size() == 1999);
    CHECK(fused.taps()[1998].value == exact(a[0]) * exact(b[0]));
    CHECK(fused.taps()[1997].value == exact(a[0]) * exact(b[1]) + exact(a[1]) * exact(b[0]));
}

TEST_CASE("kronecker: long kernels multiply to the sums of their products") {
    // Signs, fractions, complex taps, gaps and numbers of many limbs.
    std::vector<exact> a;
    std::vector<exact> b;
    const mpz_class large = (mpz_class(1) << 200) + 1;
    for (int i = 0; i < 150; ++i) {
        a.emplace_back(ratio(mpz_class(i % 7 - 3), mpz_class(i % 4 + 1)), i % 5 == 0 ? -i : 0);
        b.emplace_back(i % 3 == 0 ? rational(-large) : rational(i % 2), i % 11 == 0 ? 1 : 0);
    }
    std::vector<exact> sums(299);
    for (std::size_t i = 0; i < 150; ++i) {
        for (std::size_t j = 0; j < 150; ++j) sums[i + j] += a[i] * b[j];
    }
    CHECK(canonical_form<exact>(conv(sequence(a).origin(20)) * conv(sequence(b))) ==
          canonical_form<exact>(conv(sequence(sums).origin(20))));
}

TEST_CASE("kronecker: pays for long dense convolutions only") {
    const auto dense = canonical_form<exact>(conv(sequence(std::vector<exact>(200, exact(1)))));
    CHECK(kronecker_pays(dense, dense));
    CHECK_FALSE(kronecker_pays(dense, canonical_form<exact>(identity())));
    CHECK_FALSE(kronecker_pays(dense, canonical_form<exact>(down(2))));
    const auto sparse =
        canonical_form<exact>(conv(up(1'000'000)(sequence(std::vector<exact>(200, exact(1))))));
    CHECK_FALSE(kronecker_pays(sparse, sparse));
    CHECK(kronecker_product(dense, dense) == multiply(dense, dense));
}

}  // namespace
}  // namespace noble
