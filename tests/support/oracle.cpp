#include "support/oracle.hpp"

#include <algorithm>
#include <stdexcept>

namespace noble::testing {

namespace {

bool divides(index_t k, index_t a) { return a % k == 0; }

/// Adds samples at equal indices and drops zeros.
signal collected(signal x) {
    std::sort(x.begin(), x.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    signal result;
    for (const auto& [index, value] : x) {
        if (!result.empty() && result.back().first == index) {
            result.back().second = result.back().second + value;
        } else {
            result.emplace_back(index, value);
        }
    }
    std::erase_if(result, [](const auto& sample) { return sample.second.is_zero(); });
    return result;
}

/// How a signal goes through a word: along columns or rows of the kernel, conjugated or not.
struct direction {
    bool rows = false;
    bool conjugated = false;
};

signal through(const word_tree& tree, const signal& x, direction d);

signal through_taps(const word_tree& tree, const signal& x, index_t sign, bool conjugated) {
    signal y;
    for (const auto& [index, value] : x) {
        for (std::size_t i = 0; i < tree.taps.size(); ++i) {
            const index_t t = tree.first + static_cast<index_t>(i);
            const gaussian q = conjugated ? conj(tree.taps[i]) : tree.taps[i];
            if (!q.is_zero()) y.emplace_back(index + sign * t, q * value);
        }
    }
    return collected(std::move(y));
}

signal scaled(signal x, const gaussian& c) {
    for (auto& [index, value] : x) value = c * value;
    return collected(std::move(x));
}

/// y[n] = x[kn + p]
signal every_kth(const signal& x, index_t k, index_t p) {
    signal y;
    for (const auto& [index, value] : x) {
        if (divides(k, index - p)) y.emplace_back((index - p) / k, value);
    }
    return y;
}

/// y[kn + p] = x[n]
signal spread(const signal& x, index_t k, index_t p) {
    signal y;
    for (const auto& [index, value] : x) y.emplace_back(k * index + p, value);
    return y;
}

signal through_all(const word_tree& tree, signal x, direction d) {
    if (d.rows) {
        for (const word_tree& part : tree.parts) x = through(part, x, d);
    } else {
        for (auto part = tree.parts.rbegin(); part != tree.parts.rend(); ++part) {
            x = through(*part, x, d);
        }
    }
    return x;
}

signal through_each(const word_tree& tree, const signal& x, direction d) {
    signal y;
    for (std::size_t i = 0; i < tree.parts.size(); ++i) {
        const bool minus =
            tree.what == letter::negative || (tree.what == letter::difference && i == 1);
        for (const auto& [index, value] : through(tree.parts[i], x, d)) {
            y.emplace_back(index, minus ? -value : value);
        }
    }
    return collected(std::move(y));
}

signal through(const word_tree& tree, const signal& x, direction d) {
    const auto number = [&](const gaussian& c) { return d.conjugated ? conj(c) : c; };
    switch (tree.what) {
        case letter::identity:
            return x;
        case letter::delay:  // h[n, m] = [n = m + d]
            return spread(x, 1, d.rows ? -tree.p : tree.p);
        case letter::scale:
            return scaled(x, number(tree.c));
        case letter::down:  // h[n, m] = [m = kn + p]
            return d.rows ? spread(x, tree.k, tree.p) : every_kth(x, tree.k, tree.p);
        case letter::up:  // h[n, m] = [n = km + p]
            return d.rows ? every_kth(x, tree.k, tree.p) : spread(x, tree.k, tree.p);
        case letter::conv:  // h[n, m] = q[n − m]
            return through_taps(tree, x, d.rows ? -1 : 1, d.conjugated);
        case letter::corr:  // h[n, m] = q[m − n]
            return through_taps(tree, x, d.rows ? 1 : -1, d.conjugated);
        case letter::product:
            return through_all(tree, x, d);
        case letter::sum:
        case letter::difference:
        case letter::negative:
            return through_each(tree, x, d);
        case letter::times:
            return scaled(through(tree.parts[0], x, d), number(tree.c));
        case letter::power: {
            signal y = x;
            for (index_t i = 0; i < tree.k; ++i) y = through(tree.parts[0], y, d);
            return y;
        }
        case letter::transpose:
            return through(tree.parts[0], x, {!d.rows, d.conjugated});
        case letter::adjoint:
            return through(tree.parts[0], x, {!d.rows, !d.conjugated});
        case letter::conjugate:
            return through(tree.parts[0], x, {d.rows, !d.conjugated});
    }
    throw std::logic_error("an unknown letter");
}

}  // namespace

signal forward(const word_tree& tree, const signal& x) { return through(tree, x, {false, false}); }
signal backward(const word_tree& tree, const signal& x) { return through(tree, x, {true, false}); }
signal kernel_row(const word_tree& tree, index_t n) { return backward(tree, {{n, {1, 0}}}); }

// Towards the signal one reflection or period at a time, as design §4's table has them.
extension extend_by_hand(boundary b, index_t n, index_t m) {
    if (m >= 0 && m < n) return {{{m, 1}}, 1};
    const bool needs_two = b == boundary::reflect || b == boundary::antireflect ||
                           b == boundary::smooth || b == boundary::line;
    if (b == boundary::edge || (needs_two && n == 1)) return {{{m < 0 ? 0 : n - 1, 1}}, 1};
    const wide beyond = m < 0 ? m : m - (n - 1);  // signed distance from the nearest sample
    if (b == boundary::zero) return {};
    if (b == boundary::smooth) {
        if (m < 0) return {{{0, 1 - beyond}, {1, beyond}}, 1};
        return {{{n - 1, 1 + beyond}, {n - 2, -beyond}}, 1};
    }
    if (b == boundary::line) {  // x[end] + beyond·(x[n−1] − x[0])/(n−1)
        return {{{m < 0 ? 0 : n - 1, n - 1}, {n - 1, beyond}, {0, -beyond}}, n - 1};
    }
    wide sign = 1;
    wide first = 0;  // weights of x[0] and x[n−1], beside that of x[m]
    wide last = 0;
    while (m < 0 || m >= n) {
        const bool left = m < 0;
        switch (b) {
            case boundary::periodic:
                m += left ? n : -n;
                break;
            case boundary::symmetric:
                m = left ? -1 - m : 2 * n - 1 - m;
                break;
            case boundary::reflect:
                m = left ? -m : 2 * (n - 1) - m;
                break;
            case boundary::antisymmetric:
                m = left ? -1 - m : 2 * n - 1 - m;
                sign = -sign;
                break;
            case boundary::antireflect:  // 2·x[end] − x[mirrored]
                m = left ? -m : 2 * (n - 1) - m;
                (left ? first : last) += 2 * sign;
                sign = -sign;
                break;
            default:
                throw std::logic_error("an unknown boundary");
        }
    }
    extension e{{{m, sign}}, 1};
    if (first != 0) e.terms.emplace_back(0, first);
    if (last != 0) e.terms.emplace_back(n - 1, last);
    return e;
}

exact_matrix matrix_of(const word_tree& tree, index_t n, interval outputs, boundary b) {
    exact_matrix a;
    a.rows = outputs.count();
    a.cols = n;
    a.den = b == boundary::line && n > 1 ? n - 1 : 1;
    a.entries.resize(static_cast<std::size_t>(a.rows * a.cols));
    for (index_t i = 0; i < a.rows; ++i) {
        for (const auto& [m, h] : kernel_row(tree, outputs.begin + i)) {
            const extension e = extend_by_hand(b, n, m);
            for (const auto& [j, weight] : e.terms) {
                gaussian& entry = a.entries[static_cast<std::size_t>(i * n + j)];
                entry = entry + h * gaussian{weight * (a.den / e.den), 0};
            }
        }
    }
    return a;
}

}  // namespace noble::testing
