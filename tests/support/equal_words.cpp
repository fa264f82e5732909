#include "support/equal_words.hpp"

#include <algorithm>

namespace noble::testing {
namespace {

bool is_kernel(const word_tree& t) { return t.what == letter::conv || t.what == letter::corr; }
bool is_unknown(const word_tree& t) { return is_kernel(t) && t.k >= first_unknown; }

std::string name_of(index_t k) {
    return std::string(1, static_cast<char>('a' + (k - first_unknown) % 26));
}

word_tree node(letter what, std::vector<word_tree> parts) {
    word_tree t;
    t.what = what;
    t.parts = std::move(parts);
    return t;
}

word_tree product(std::vector<word_tree> parts) { return node(letter::product, std::move(parts)); }

word_tree leaf(letter what, index_t k, index_t p) {
    word_tree t;
    t.what = what;
    t.k = k;
    t.p = p;
    return t;
}

word_tree delay_by(index_t d) { return leaf(letter::delay, 1, d); }

word_tree times(const gaussian& c, const word_tree& a) {
    word_tree t = node(letter::times, {a});
    t.c = c;
    return t;
}

std::vector<word_tree*> leaves(word_tree& tree) {
    if (tree.parts.empty()) return {&tree};
    std::vector<word_tree*> all;
    for (auto& part : tree.parts) {
        const auto inner = leaves(part);
        all.insert(all.end(), inner.begin(), inner.end());
    }
    return all;
}

gaussian value_at(index_t k, index_t index, std::uint64_t seed) {
    std::mt19937_64 random(seed * 7919 + static_cast<std::uint64_t>(k * 131 + index));
    const auto part = [&] { return static_cast<wide>(random() % 41) - 20; };
    const wide re = part();
    return {re, part()};
}

// down(ab, p) = down(a) * down(b, p)
word_tree split_down(const word_tree& t, index_t b) {
    return product({leaf(letter::down, t.k / b, 0), leaf(letter::down, b, t.p)});
}

word_tree split_up(const word_tree& t, index_t b) {
    return product({leaf(letter::up, b, t.p), leaf(letter::up, t.k / b, 0)});
}

// q as the sum of its first taps and the others
word_tree split_taps(const word_tree& t, index_t at) {
    word_tree low = t;
    word_tree high = t;
    for (std::size_t i = 0; i < t.taps.size(); ++i) {
        (static_cast<index_t>(i) < at ? high : low).taps[i] = {};
    }
    return node(letter::sum, {high, low});
}

// conv(q)·down(k, p) = down(k, p)·conv(up(k)(q))
word_tree dilated(const word_tree& t, index_t k) {
    word_tree wider = t;
    wider.first = t.first * k;
    wider.taps.assign((t.taps.size() - 1) * static_cast<std::size_t>(k) + 1, gaussian{});
    for (std::size_t i = 0; i < t.taps.size(); ++i) {
        wider.taps[i * static_cast<std::size_t>(k)] = t.taps[i];
    }
    return wider;
}

index_t some_divisor(index_t k) {
    for (index_t d = 2; d < k; ++d) {
        if (k % d == 0) return d;
    }
    return k;
}

}  // namespace

op make_symbolic(const word_tree& tree) {
    if (is_unknown(tree)) {
        const auto q = unknown(name_of(tree.k), static_cast<index_t>(tree.taps.size()));
        return tree.what == letter::conv ? conv(q.origin(-tree.first))
                                         : corr(q.origin(-tree.first));
    }
    if (tree.parts.empty()) return make_op(tree);
    std::vector<op> parts;
    for (const auto& part : tree.parts) parts.push_back(make_symbolic(part));
    switch (tree.what) {
        case letter::product:
            return product_of(parts);
        case letter::sum:
            return sum_of(parts);
        case letter::difference:
            return parts[0] - parts[1];
        case letter::negative:
            return -parts[0];
        case letter::times:
            return to_exact(tree.c) * parts[0];
        case letter::power:
            return pow(parts[0], tree.k);
        case letter::transpose:
            return parts[0].T();
        case letter::adjoint:
            return parts[0].H();
        default:
            return conj(parts[0]);
    }
}

word_tree with_values(const word_tree& tree, std::uint64_t seed) {
    word_tree result = tree;
    for (auto* t : leaves(result)) {
        if (!is_unknown(*t)) continue;
        for (std::size_t i = 0; i < t->taps.size(); ++i) {
            t->taps[i] = value_at(t->k, static_cast<index_t>(i), seed);
        }
    }
    return result;
}

exact value_of(const polynomial& p, std::uint64_t seed) {
    exact sum;
    for (const auto& [m, c] : p.terms()) {
        exact term = c;
        for (const auto& tap : m) {
            const index_t k = first_unknown + (tap.name.front() - 'a');
            const exact value = to_exact(value_at(k, tap.index, seed));
            term *= tap.conjugated ? noble::conj(value) : value;
        }
        sum += term;
    }
    return sum;
}

word_tree word_shuffler::marked(word_tree tree) {
    for (auto* t : leaves(tree)) {
        if (is_kernel(*t) && next_unknown_ < first_unknown + 3 && pick(2) == 0) {
            t->k = next_unknown_++;
        }
    }
    return tree;
}

word_tree word_shuffler::rewritten_letter(const word_tree& t) {
    const index_t b = some_divisor(t.k);
    if (t.what == letter::down) {
        return pick(2) == 0 ? split_down(t, b)
                            : product({leaf(letter::down, t.k, 0), delay_by(-t.p)});
    }
    if (t.what == letter::up) {
        return pick(2) == 0 ? split_up(t, b) : product({delay_by(t.p), leaf(letter::up, t.k, 0)});
    }
    if (is_kernel(t) && !is_unknown(t) && t.taps.size() > 1) {
        return split_taps(t, 1 + pick(static_cast<index_t>(t.taps.size()) - 1));
    }
    return t;
}

// (AB)ᵀ = BᵀAᵀ, and the noble identity where a kernel stands before a down.
word_tree word_shuffler::rewritten_product(word_tree t) {
    for (std::size_t i = 0; i + 1 < t.parts.size(); ++i) {
        auto& a = t.parts[i];
        auto& b = t.parts[i + 1];
        const bool fits = a.what == letter::conv && !is_unknown(a) && !a.taps.empty() &&
                          b.what == letter::down &&
                          a.taps.size() * static_cast<std::size_t>(b.k) < 40;
        if (!fits) continue;
        word_tree kernel = dilated(a, b.k);
        a = b;
        b = std::move(kernel);
        return t;
    }
    std::vector<word_tree> mirrored;
    for (auto part = t.parts.rbegin(); part != t.parts.rend(); ++part) {
        mirrored.push_back(node(letter::transpose, {*part}));
    }
    return node(letter::transpose, {product(std::move(mirrored))});
}

word_tree word_shuffler::wrapped(const word_tree& t) {
    const index_t k = 1 + pick(3);
    const index_t p = pick(7) - 3;
    switch (pick(8)) {
        case 0:
            return node(letter::transpose, {node(letter::transpose, {t})});
        case 1:
            return node(letter::adjoint, {node(letter::adjoint, {t})});
        case 2:
            return node(letter::difference,
                        {node(letter::sum, {t, times({2, 1}, t)}), times({2, 1}, t)});
        case 3:
            return product({delay_by(p), delay_by(-p), t});
        case 4:
            return product({leaf(letter::down, k, p), leaf(letter::up, k, p), t});
        case 5:
            return times({0, 1}, times({0, -1}, t));
        case 6:
            return node(letter::negative, {product({t, times({-1, 0}, word_tree{})})});
        default:
            return node(letter::conjugate, {node(letter::conjugate, {t})});
    }
}

word_tree word_shuffler::rewritten(const word_tree& tree) {
    word_tree t = tree;
    for (auto& part : t.parts) part = rewritten(part);
    if (pick(3) > 0) return t;
    if (t.parts.empty() && pick(2) == 0) return rewritten_letter(t);
    if (t.what == letter::product && pick(2) == 0) return rewritten_product(t);
    return pick(3) == 0 ? wrapped(t) : t;
}

word_tree word_shuffler::broken(word_tree tree) {
    const auto all = leaves(tree);
    word_tree& t = *all[static_cast<std::size_t>(pick(static_cast<index_t>(all.size())))];
    if (is_unknown(t) || pick(8) == 0) {
        t = node(letter::conjugate, {t});
    } else if (t.what == letter::down || t.what == letter::up) {
        (pick(2) == 0 ? t.k : t.p) += 1;
    } else if (t.what == letter::delay) {
        t.p += pick(2) == 0 ? 1 : -1;
    } else if (t.what == letter::scale) {
        t.c.im += 1;
    } else if (is_kernel(t) && !t.taps.empty()) {
        t.taps[static_cast<std::size_t>(pick(static_cast<index_t>(t.taps.size())))].re += 1;
    } else {
        t = delay_by(1);
    }
    return tree;
}

}  // namespace noble::testing
