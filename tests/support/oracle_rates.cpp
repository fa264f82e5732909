// The rate, the period and a bound of the gain of a word, letter by letter.
#include <cmath>
#include <numeric>

#include "support/oracle.hpp"

namespace noble::testing {

rate rate_of(const word_tree& tree) {
    const auto lowest = [](index_t outputs, index_t inputs) {
        const index_t g = std::gcd(outputs, inputs);
        return rate{outputs / g, inputs / g};
    };
    switch (tree.what) {
        case letter::down:
            return {1, tree.k};
        case letter::up:
            return {tree.k, 1};
        case letter::product: {
            rate r;
            for (const word_tree& part : tree.parts) {
                const rate s = rate_of(part);
                r = lowest(r.outputs * s.outputs, r.inputs * s.inputs);
            }
            return r;
        }
        case letter::power: {
            const rate s = rate_of(tree.parts[0]);
            rate r;
            for (index_t i = 0; i < tree.k; ++i) {
                r = lowest(r.outputs * s.outputs, r.inputs * s.inputs);
            }
            return r;
        }
        case letter::transpose:
        case letter::adjoint: {
            const rate s = rate_of(tree.parts[0]);
            return {s.inputs, s.outputs};
        }
        default:
            return tree.parts.empty() ? rate{} : rate_of(tree.parts[0]);
    }
}

namespace {

using period = std::pair<index_t, index_t>;

/// x moves by M_b → its image moves by L_b; the next word needs a multiple of M_a.
period after(const period& a, const period& b) {
    const index_t common = std::lcm(a.second, b.first);
    return {a.first * (common / a.second), b.second * (common / b.first)};
}

}  // namespace

std::pair<index_t, index_t> period_of(const word_tree& tree) {
    switch (tree.what) {
        case letter::down:
            return {1, tree.k};
        case letter::up:
            return {tree.k, 1};
        case letter::product: {
            period all = period_of(tree.parts[0]);
            for (std::size_t i = 1; i < tree.parts.size(); ++i) {
                all = after(all, period_of(tree.parts[i]));
            }
            return all;
        }
        case letter::power: {
            period all{1, 1};
            for (index_t i = 0; i < tree.k; ++i) all = after(all, period_of(tree.parts[0]));
            return all;
        }
        case letter::sum:
        case letter::difference: {
            period all = period_of(tree.parts[0]);
            const period unit = all;
            for (const word_tree& part : tree.parts) {
                const index_t common = std::lcm(all.first, period_of(part).first);
                all = {common, common / unit.first * unit.second +
                                   common % unit.first * unit.second / unit.first};
            }
            return all;
        }
        case letter::transpose:
        case letter::adjoint: {
            const period of_part = period_of(tree.parts[0]);
            return {of_part.second, of_part.first};
        }
        default:
            return tree.parts.empty() ? period{1, 1} : period_of(tree.parts[0]);
    }
}

double norm_bound(const word_tree& tree) {
    const auto size = [](const gaussian& c) {
        return std::abs(static_cast<double>(c.re)) + std::abs(static_cast<double>(c.im));
    };
    double all = 1;
    switch (tree.what) {
        case letter::scale:
            return size(tree.c);
        case letter::conv:
        case letter::corr:
            all = 0;
            for (const gaussian& q : tree.taps) all += size(q);
            return all;
        case letter::product:
            for (const word_tree& part : tree.parts) all *= norm_bound(part);
            return all;
        case letter::sum:
        case letter::difference:
            all = 0;
            for (const word_tree& part : tree.parts) all += norm_bound(part);
            return all;
        case letter::times:
            return size(tree.c) * norm_bound(tree.parts[0]);
        case letter::power:
            return std::pow(norm_bound(tree.parts[0]), static_cast<double>(tree.k));
        default:
            return tree.parts.empty() ? 1 : norm_bound(tree.parts[0]);
    }
}

}  // namespace noble::testing
