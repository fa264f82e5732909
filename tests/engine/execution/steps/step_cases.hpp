// Steps on small integers, where nothing rounds, held against the matrix.
#pragma once

#include <vector>

#include "engine/execution/steps/step.hpp"
#include "noble/matrix.hpp"

namespace noble::testing {

struct made_step {
    explicit made_step(const linear_map& map)
        : made(engine::make_step<double>(map, {.method = method::rows}, report)) {}

    plan_report report;
    std::unique_ptr<const engine::step<double>> made;
};

/// y ← αAx + βy on two lines, `apart` elements between those of each.
inline bool is_its_matrix(const linear_map& a, double alpha, double beta, index_t apart) {
    const made_step step(a);
    std::vector<double> x;
    std::vector<double> y;
    for (index_t i = 0; i < 2 * a.cols() * apart; ++i) x.push_back(static_cast<double>(i % 7 - 3));
    for (index_t i = 0; i < 2 * a.rows() * apart; ++i) y.push_back(static_cast<double>(i % 5));
    auto wanted = y;
    const auto m = sparse_matrix<double>(a);
    for (index_t line = 0; line < 2; ++line) {
        for (index_t i = 0; i < a.rows(); ++i) {
            double sum = 0;
            for (index_t k = m.row_begin[static_cast<std::size_t>(i)];
                 k < m.row_begin[static_cast<std::size_t>(i) + 1]; ++k) {
                const auto at = static_cast<std::size_t>(k);
                sum += m.values[at] *
                       x[static_cast<std::size_t>((line * a.cols() + m.columns[at]) * apart)];
            }
            auto& value = wanted[static_cast<std::size_t>((line * a.rows() + i) * apart)];
            value = alpha * sum + beta * value;
        }
    }
    engine::lines<const double> in{x.data(), a.cols(), apart};
    in.add_axis(2, a.cols() * apart);
    engine::lines<double> out{y.data(), a.rows(), apart};
    out.add_axis(2, a.rows() * apart);
    std::vector<double> shared(static_cast<std::size_t>(step.made->memory()));
    std::vector<double> own(static_cast<std::size_t>(step.made->thread_memory()));
    step.made->run(in, out, {alpha, beta}, shared.data(),
                   {own.data(), step.made->thread_memory(), 1});
    return y == wanted;
}

inline bool is_its_matrix(const linear_map& a) {
    return is_its_matrix(a, 1, 0, 1) && is_its_matrix(a, 2, -1, 1) && is_its_matrix(a, 1, 1, 3);
}

}  // namespace noble::testing
