// Which outputs a word has on a finite signal, letter by letter.
#include <algorithm>
#include <stdexcept>

#include "support/oracle.hpp"

namespace noble::testing {

namespace {

index_t floor_div(index_t a, index_t b) {
    index_t q = a / b;
    if (q * b > a) --q;
    return q;
}

index_t ceil_div(index_t a, index_t b) { return -floor_div(-a, b); }

struct how {
    bool valid = false;
    bool transposed = false;
};

interval pass(const word_tree& tree, interval x, how h);

interval pass_down(interval x, index_t k, index_t p) {
    return {ceil_div(x.begin - p, k), ceil_div(x.end - p, k)};
}

interval pass_up(interval x, index_t k, index_t p) {
    return {k * (x.begin + floor_div(p, k)), k * (x.end + floor_div(p, k))};
}

/// A convolution with taps on f … l.
interval pass_conv(interval x, index_t f, index_t l, bool valid) {
    return valid ? interval{x.begin + l, x.end + f} : interval{x.begin + f, x.end + l};
}

interval pass_all(const word_tree& tree, interval x, how h) {
    if (h.transposed) {
        for (const word_tree& part : tree.parts) x = pass(part, x, h);
    } else {
        for (auto part = tree.parts.rbegin(); part != tree.parts.rend(); ++part) {
            x = pass(*part, x, h);
        }
    }
    return x;
}

interval pass_each(const word_tree& tree, interval x, how h) {
    interval all = pass(tree.parts[0], x, h);
    for (const word_tree& part : tree.parts) {
        const interval y = pass(part, x, h);
        if (h.valid) {
            all = {std::max(all.begin, y.begin), std::min(all.end, y.end)};
        } else {
            all = {std::min(all.begin, y.begin), std::max(all.end, y.end)};
        }
    }
    return all;
}

interval pass(const word_tree& tree, interval x, how h) {
    const index_t sign = h.transposed ? -1 : 1;
    const index_t f = tree.first;
    const index_t l = tree.first + static_cast<index_t>(tree.taps.size()) - 1;
    switch (tree.what) {
        case letter::identity:
        case letter::scale:
            return x;
        case letter::delay:
            return {x.begin + sign * tree.p, x.end + sign * tree.p};
        case letter::down:
            return h.transposed ? pass_up(x, tree.k, tree.p) : pass_down(x, tree.k, tree.p);
        case letter::up:
            return h.transposed ? pass_down(x, tree.k, tree.p) : pass_up(x, tree.k, tree.p);
        case letter::conv:
            return h.transposed ? pass_conv(x, -l, -f, h.valid) : pass_conv(x, f, l, h.valid);
        case letter::corr:
            return h.transposed ? pass_conv(x, f, l, h.valid) : pass_conv(x, -l, -f, h.valid);
        case letter::product:
            return pass_all(tree, x, h);
        case letter::sum:
        case letter::difference:
            return pass_each(tree, x, h);
        case letter::negative:
        case letter::times:
        case letter::conjugate:
            return pass(tree.parts[0], x, h);
        case letter::power:
            for (index_t i = 0; i < tree.k; ++i) x = pass(tree.parts[0], x, h);
            return x;
        case letter::transpose:
        case letter::adjoint:
            return pass(tree.parts[0], x, {h.valid, !h.transposed});
    }
    throw std::logic_error("an unknown letter");
}

}  // namespace

interval full_window(const word_tree& tree, interval x) { return pass(tree, x, {false, false}); }
interval valid_window(const word_tree& tree, interval x) { return pass(tree, x, {true, false}); }

interval window_of(const word_tree& tree, const window& w, index_t first, index_t count,
                   index_t n) {
    interval kept;
    if (w == window::full) {
        kept = full_window(tree, {0, n});
    } else if (w == window::valid) {
        kept = valid_window(tree, {0, n});
    } else if (w == window::same) {
        const rate r = rate_of(tree);
        kept = {0, ceil_div(n * r.outputs, r.inputs)};
    } else {
        kept = {first, first + count};
    }
    return {kept.begin, std::max(kept.begin, kept.end)};
}

}  // namespace noble::testing
