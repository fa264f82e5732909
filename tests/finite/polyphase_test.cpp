#include "finite/polyphase.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "noble/matrix.hpp"

using namespace noble;

namespace {

// Integers: nothing rounds, so that the matrix is met bit for bit.
void agrees_with_matrix(const linear_map& a) {
    std::vector<double> x;
    for (index_t i = 0; i < a.cols(); ++i) x.push_back(static_cast<double>((5 * i) % 11 - 4));
    std::vector<double> y(static_cast<std::size_t>(a.rows()),
                          std::numeric_limits<double>::quiet_NaN());
    polyphase<double, double>(std::get<map_node::bound_word>(a.root()))(x.data(), y.data());
    const auto m = sparse_matrix<double>(a);
    for (std::size_t i = 0; i < y.size(); ++i) {
        double sum = 0;
        for (index_t k = m.row_begin[i]; k < m.row_begin[i + 1]; ++k) {
            const auto at = static_cast<std::size_t>(k);
            sum += m.values[at] * x[static_cast<std::size_t>(m.columns[at])];
        }
        CHECK(y[i] == sum);
    }
}

}  // namespace

TEST_CASE("polyphase: periods, windows and boundaries, there and back, bit for bit on integers") {
    for (const op& word : {conv(taps{1, 2, 3, 4}), down(3) * conv(taps{1, -2, 3, 5, 7}) * up(2),
                           up(4, 3), down(5, -2), delay(-9) + conv(taps{1, 1})}) {
        for (const auto b : boundaries) {
            for (const auto& w : {window::full, window::same, window(-6, 30)}) {
                const auto a = word.on(17, w, b);  // 16 steps: slopes are dyadic
                agrees_with_matrix(a);
                agrees_with_matrix(a.T());
            }
        }
    }
}

TEST_CASE("polyphase: longer than the pieces in which the inside is summed") {
    const auto a = (down(2) * conv(taps{1, 2, 3})).on(2000, window::full);
    agrees_with_matrix(a);
    agrees_with_matrix(a.T());
}

TEST_CASE("polyphase: float sums are kept in double and rounded once") {
    const auto a = conv(taps{1, 1, 1}).on(3, window(2, 1));
    const std::vector<float> x{1e8F, 1, -1e8F};
    float y = 0;
    polyphase<float, double>(std::get<map_node::bound_word>(a.root()))(x.data(), &y);
    CHECK(y == 1);
}
