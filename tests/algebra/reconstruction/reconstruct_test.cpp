#include "noble/reconstruct.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include "noble/canonical.hpp"
#include "noble/error.hpp"
#include "noble/parse.hpp"

using namespace noble;

namespace {

bank bank_of(std::string_view text) {
    return std::get<bank>(parse_expression(text, standard_vocabulary()));
}

reconstruction of(std::string_view analysis, std::string_view synthesis) {
    return reconstruct(bank_of(analysis), bank_of(synthesis));
}

// h[n, m] of the bank by way of a unit sample, with nothing of the canonical form.
polynomial kernel_at(const bank& analysis, const bank& synthesis, index_t n, index_t m) {
    const sequence unit = sequence{1}.shifted(m);
    polynomial sum;
    for (index_t i = 0; i < analysis.outputs(); ++i) {
        sum += synthesis.at(0, i)(analysis.at(i, 0)(unit))[n];
    }
    return sum;
}

exact minus_one_to(index_t n) { return n % 2 == 0 ? 1 : -1; }

// Distortion and aliases add up to T.
op put_together(const reconstruction& r) {
    op sum = conv(r.distortion);
    for (const auto& term : r.aliases) sum = sum + term.word();
    return sum;
}

}  // namespace

TEST_CASE("reconstruct: the Haar bank, up to a scale and a delay") {
    const auto r = of("column(down(2) * conv([1 1]), down(2) * conv([1 -1]))",
                      "row(conv([1 1]) * up(2), conv([-1 1]) * up(2))");
    REQUIRE(r.perfect);
    CHECK(r.perfect->delay == 1);
    CHECK(r.perfect->scale == polynomial(2));
    CHECK(to_string(r) ==
          "perfect reconstruction: row * column == 2 * delay(1)\n  delay 1, scale 2\n");
}

TEST_CASE("reconstruct: LeGall 5/3") {
    const auto r =
        of("column(down(2) * conv([-1/8 1/4 3/4 1/4 -1/8]@2), down(2, 1) * conv([-1/2 1 -1/2]@1))",
           "row(conv([1/2 1 1/2]@1) * up(2), conv([-1/8 -1/4 3/4 -1/4 -1/8]@2) * up(2, 1))");
    REQUIRE(r.perfect);
    CHECK(r.perfect->delay == 0);
    CHECK(r.perfect->scale == polynomial(1));
    CHECK(same_word(r.total, identity()));
}

TEST_CASE("reconstruct: delay chains of M channels") {
    for (index_t M = 1; M <= 7; ++M) {
        std::vector<op> take;
        std::vector<op> put;
        for (index_t i = 0; i < M; ++i) {
            take.push_back(down(M) * delay(i));
            put.push_back(delay(M - 1 - i) * up(M));
        }
        const auto r = reconstruct(column(take), row(put));
        REQUIRE(r.perfect);
        CHECK(r.perfect->delay == M - 1);
        CHECK(r.perfect->scale == polynomial(1));
    }
}

TEST_CASE("reconstruct: unknown taps, cancelled alias by the classical choice") {
    // F0(z) = H1(−z), F1(z) = −H0(−z): alias free whatever the taps are.
    const auto r = of("column(down(2) * conv(q:2), down(2) * conv(h:2))",
                      "row(conv([h0 -h1]) * up(2), conv([-q0 q1]) * up(2))");
    REQUIRE(r.perfect);
    CHECK(r.perfect->delay == 1);
    CHECK(to_string(r.perfect->scale) == "h0*q1-h1*q0");
}

TEST_CASE("reconstruct: a bank without alias that distorts") {
    const auto r = of("column(down(2) * conv(q:3), down(2) * conv(h:3))",
                      "row(conv([h0 -h1 h2]) * up(2), conv([-q0 q1 -q2]) * up(2))");
    CHECK_FALSE(r.perfect);
    CHECK(r.is_alias_free());
    CHECK(conv(r.distortion) == r.total);
}

TEST_CASE("reconstruct: one broken coefficient leaves A(z)·X(−z), confirmed sample by sample") {
    const bank analysis = bank_of("column(down(2) * conv([1 1]), down(2) * conv([1 -1]))");
    const bank synthesis = bank_of("row(conv([1 1]) * up(2), conv([-1 3/2]) * up(2))");
    const auto r = reconstruct(analysis, synthesis);
    CHECK_FALSE(r.perfect);
    REQUIRE(r.aliases.size() == 1);
    const auto a = r.aliases.front().of_minus_z();
    REQUIRE(a);
    for (index_t n = -6; n <= 6; ++n) {
        for (index_t m = -6; m <= 6; ++m) {
            const polynomial expected =
                r.distortion[n - m] + polynomial(minus_one_to(m)) * (*a)[n - m];
            CHECK(kernel_at(analysis, synthesis, n, m) == expected);
        }
    }
}

TEST_CASE("reconstruct: distortion and alias terms add up to the bank, whatever M is") {
    for (index_t M = 1; M <= 12; ++M) {
        std::vector<op> take;
        std::vector<op> put;
        for (index_t i = 0; i < M; ++i) {
            take.push_back(down(M) * conv(taps{1, exact(i), exact(rational(1) / 3)}));
            put.push_back(conv(taps{exact(i * i), 2, -1}) * up(M, i));
        }
        const auto r = reconstruct(column(take), row(put));
        CHECK(put_together(r) == (row(put) * column(take)).at(0, 0));
    }
}

TEST_CASE("reconstruct: a bank of decimals says how near it comes") {
    const auto r =
        of("column(down(2) * conv([0.48296291314453414 0.8365163037378079 0.2241438680420134 "
           "-0.12940952255126037]), down(2) * conv([-0.12940952255126037 -0.2241438680420134 "
           "0.8365163037378079 -0.48296291314453414]))",
           "row(conv([-0.12940952255126037 0.2241438680420134 0.8365163037378079 "
           "0.48296291314453414]) * up(2), conv([-0.48296291314453414 0.8365163037378079 "
           "-0.2241438680420134 -0.12940952255126037]) * up(2))");
    CHECK_FALSE(r.perfect);
    REQUIRE(r.nearest);
    CHECK(r.nearest->delay == 3);
    rational rest = 0;
    for (const auto& t : r.distortion.taps<exact>()) {
        if (t.index != 3) rest += abs(t.value.re());
    }
    CHECK(r.nearest->scale == r.distortion[3].number());
    CHECK(r.nearest->distortion_error == rest);
    CHECK(sgn(rest) > 0);
    CHECK(rest < rational(1e-15));
    CHECK(r.nearest->alias_error == 0);
    CHECK(to_string(r).find(", about 1 + 7") != std::string::npos);
}

TEST_CASE("reconstruct: the alias error is reached by a signal of magnitude 1") {
    const auto r = of("column(down(3), down(3, 1), down(3, 2))",
                      "row(up(3) * conv([1 -2]), 2 * up(3, 1), up(3, 2))");
    REQUIRE(r.nearest);
    rational most = 0;  // over the outputs of a period, sum |h[n, m] - D[n - m]|
    for (index_t n = 0; n < 3; ++n) {
        rational sum = 0;
        for (index_t m = -9; m <= 9; ++m) {
            const op aliases = r.total - conv(r.distortion);
            sum += abs(aliases(sequence{1}.shifted(m))[n].number().re());
        }
        most = std::max(most, sum);
    }
    CHECK(r.nearest->alias_error == most);
}

TEST_CASE("reconstruct: decimals that were meant as n/10^k") {
    const auto r = of("column(0.1 * down(2), down(2, 1))", "row(10 * up(2), up(2, 1))");
    CHECK_FALSE(r.perfect);
    REQUIRE(r.hints.size() == 1);
    CHECK(
        r.hints.front().ends_with("noble bank 'column(1/10 * down(2), down(2, 1))' "
                                  "'row(10 * up(2), up(2, 1))'"));
    CHECK(of("column(0.1 * down(2), down(2, 1))", "row(9 * up(2), up(2, 1))").hints.empty());
}

TEST_CASE("reconstruct: a tree of two levels") {
    const auto r =
        of("column(down(2) * conv([1 -1]) * delay(2), "
           "down(2) * conv([1 1]) * down(2) * conv([1 1]), "
           "down(2) * conv([1 -1]) * down(2) * conv([1 1]))",
           "row(conv([-1 1]) * up(2), 1/2 * conv([1 1]) * up(2) * conv([1 1]) * up(2), "
           "1/2 * conv([1 1]) * up(2) * conv([-1 1]) * up(2))");
    REQUIRE(r.perfect);
    CHECK(r.perfect->delay == 3);
    CHECK(r.perfect->scale == polynomial(2));
    CHECK_THROWS_AS(of("column(down(2), down(4))", "row(up(2), up(2))"), rate_error);
}

TEST_CASE("reconstruct: what cannot reconstruct is refused") {
    CHECK_THROWS_AS(of("column(down(2), down(2))", "row(up(2), up(2), up(2))"), shape_error);
    CHECK_THROWS_AS(of("row(id, id)", "column(id, id)"), shape_error);
    CHECK_THROWS_AS(of("column(down(2), down(2))", "row(up(3), up(3))"), rate_error);
}
