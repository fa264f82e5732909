#include "noble/bank.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"
#include "noble/linear_map.hpp"
#include "noble/matrix.hpp"

using namespace noble;

namespace {

const sequence q{exact(1, 2), exact(-3), exact(0, 4)};

bool is_identity(const bank& a) {
    for (index_t i = 0; i < a.outputs(); ++i) {
        for (index_t j = 0; j < a.inputs(); ++j) {
            if (a.at(i, j) != (i == j ? identity() : scale(0))) return false;
        }
    }
    return true;
}

}  // namespace

TEST_CASE("bank: a column is one input and many outputs, a row many inputs and one output") {
    const bank analysis = column({down(2), down(2) * delay(1), conv(q)});
    CHECK(analysis.outputs() == 3);
    CHECK(analysis.inputs() == 1);
    CHECK(same_word(analysis.at(1, 0), down(2) * delay(1)));
    const bank synthesis = row({up(2), delay(-1) * up(2)});
    CHECK(synthesis.outputs() == 1);
    CHECK(synthesis.inputs() == 2);
}

TEST_CASE("bank: the polyphase bank of k phases is orthogonal: synthesis after analysis is id") {
    for (index_t k = 1; k <= 5; ++k) {
        std::vector<op> phases;
        for (index_t p = 0; p < k; ++p) phases.push_back(down(k, p));
        const bank analysis = column(phases);
        const bank both = analysis.T() * analysis;
        CHECK(both.outputs() == 1);
        CHECK(both.inputs() == 1);
        CHECK(both.at(0, 0) == identity());
        CHECK(is_identity(analysis * analysis.T()));
    }
}

TEST_CASE("bank: a product is the matrix product, word by word") {
    const bank a(2, 2, {conv(q), delay(1), scale(2), conv(q) * delay(-1)});
    const bank b(2, 1, {identity(), conv(q)});
    const bank ab = a * b;
    CHECK(ab.outputs() == 2);
    CHECK(ab.inputs() == 1);
    CHECK(ab.at(0, 0) == conv(q) + delay(1) * conv(q));
    CHECK(ab.at(1, 0) == scale(2) + conv(q) * delay(-1) * conv(q));
}

TEST_CASE("bank: T transposes the grid and each word, H conjugates too") {
    const bank a(2, 3, {conv(q), delay(1), up(1), scale(2), conv(q) * delay(1), delay(3)});
    CHECK(a.T().outputs() == 3);
    CHECK(a.T().inputs() == 2);
    for (index_t i = 0; i < 2; ++i) {
        for (index_t j = 0; j < 3; ++j) {
            CHECK(a.T().at(j, i) == a.at(i, j).T());
            CHECK(a.H().at(j, i) == a.at(i, j).H());
            CHECK(conj(a).at(i, j) == conj(a.at(i, j)));
        }
    }
    CHECK(same_word(a.T().T(), a));
}

TEST_CASE("bank: the branches of a tree have rates of their own") {
    const bank tree = column({down(2), down(2) * down(2, 1), down(2, 1) * down(2, 1)});
    CHECK(tree.T().at(0, 1).rate() == rate{4, 1});
    CHECK((tree.T() * tree).at(0, 0) == identity());
}

TEST_CASE("bank: on n samples per channel it is the block map") {
    const bank a(2, 2, {down(2), down(2, 1), conv(q) * down(2), down(2) * conv(q)});
    const linear_map map = a.on(6, window::same);
    const linear_map expected =
        block({{a.at(0, 0).on(6, window::same), a.at(0, 1).on(6, window::same)},
               {a.at(1, 0).on(6, window::same), a.at(1, 1).on(6, window::same)}});
    CHECK(sparse_matrix<exact>(map) == sparse_matrix<exact>(expected));
    CHECK(map.cols() == 12);
    CHECK(sparse_matrix<exact>(a.T().on(3, window::same)) ==
          sparse_matrix<exact>(
              block({{a.T().at(0, 0).on(3, window::same), a.T().at(0, 1).on(3, window::same)},
                     {a.T().at(1, 0).on(3, window::same), a.T().at(1, 1).on(3, window::same)}})));
}

TEST_CASE("bank: what does not fit is refused") {
    CHECK_THROWS_AS(bank(2, 2, {delay(1), delay(2), delay(3)}), shape_error);
    CHECK_THROWS_AS(bank(2, 2, {down(2), identity(), identity(), identity()}), rate_error);
    CHECK_THROWS_AS((void)row({down(2), identity()}).on(4), rate_error);
    CHECK_THROWS_AS(row({up(2), up(4)}) * column({down(2), down(2)}), rate_error);
    CHECK_THROWS_AS(row({down(2), down(2)}) * row({down(2), down(2)}), shape_error);
    CHECK_THROWS_AS((void)row({conv(taps{1, 2}), identity()}).on(4), shape_error);
    CHECK_NOTHROW(column({down(2), identity()}));
    CHECK_NOTHROW(bank(2, 2, {down(2), identity(), identity(), up(2)}));
}
