#include "support/random_word.hpp"

#include <algorithm>
#include <ostream>
#include <random>

namespace noble::testing {

namespace {

constexpr int max_depth = 6;
constexpr index_t max_k = 6;
constexpr double max_norm = 1e9;     // so that doubles hold every sum exactly
constexpr index_t max_period = 240;  // and matrices stay small
constexpr index_t max_spread = 1500;
constexpr index_t max_entries = 100'000;

class tape {
 public:
    explicit tape(const std::vector<std::uint32_t>& numbers) : numbers_(numbers) {}

    /// 0 … below − 1
    index_t pick(index_t below) {
        if (at_ >= numbers_.size()) return 0;
        return static_cast<index_t>(numbers_[at_++]) % below;
    }
    /// One in `odds`.
    bool rarely(index_t odds) { return pick(odds) == odds - 1; }
    /// −most … most, simple numbers first.
    index_t pick_signed(index_t most) {
        const index_t i = pick(2 * most + 1);
        return i % 2 == 0 ? i / 2 : -(i + 1) / 2;
    }

 private:
    const std::vector<std::uint32_t>& numbers_;
    std::size_t at_ = 0;
};

class writer {
 public:
    writer(tape& t, bool real) : tape_(t), real_(real) {}

    word_tree word(int depth) {
        if (depth <= 1) return leaf();
        word_tree tree = composite(depth);
        while (!is_small(tree)) simplify(tree);
        return tree;
    }

 private:
    static bool is_small(const word_tree& tree) {
        const auto [L, M] = period_of(tree);
        if (L > max_period || M > max_period || norm_bound(tree) > max_norm) return false;
        const interval one = full_window(tree, {0, 1});
        const interval many = full_window({.what = letter::transpose, .parts = {tree}}, {0, 1});
        return std::abs(one.begin) + std::abs(one.end) < max_spread &&
               std::abs(many.begin) + std::abs(many.end) < max_spread;
    }

    static void simplify(word_tree& tree) {
        if (tree.what == letter::product && tree.parts.size() > 1) {
            tree.parts.pop_back();
        } else if (tree.what == letter::power && tree.k > 1) {
            --tree.k;
        } else {
            word_tree part = std::move(tree.parts[0]);
            tree = std::move(part);
        }
    }

    gaussian number() { return {tape_.pick_signed(3), real_ ? 0 : tape_.pick_signed(3)}; }

    index_t phase() { return tape_.rarely(12) ? tape_.pick_signed(40) : tape_.pick_signed(8); }

    word_tree kernel(letter what) {
        word_tree tree{.what = what, .first = tape_.pick_signed(5)};
        const index_t length = tape_.rarely(12) ? 10 + tape_.pick(40) : 1 + tape_.pick(5);
        const index_t zeros_before = tape_.rarely(6) ? tape_.pick(4) : 0;
        const index_t zeros_after = tape_.rarely(6) ? tape_.pick(4) : 0;
        const bool all_zero = tape_.rarely(25);
        for (index_t i = 0; i < length; ++i) {
            const bool zero = all_zero || i < zeros_before || i >= length - zeros_after;
            tree.taps.push_back(zero ? gaussian{} : number());
        }
        return tree;
    }

    word_tree leaf() {
        const index_t choice = tape_.pick(20);
        if (choice < 1) return {};
        if (choice < 3) return {.what = letter::delay, .p = phase()};
        if (choice < 4) return {.what = letter::scale, .c = number()};
        if (choice < 8) return {.what = letter::down, .k = 1 + tape_.pick(max_k), .p = phase()};
        if (choice < 12) return {.what = letter::up, .k = 1 + tape_.pick(max_k), .p = phase()};
        return kernel(choice < 18 ? letter::conv : letter::corr);
    }

    word_tree composite(int depth) {
        const index_t choice = tape_.pick(32);
        if (choice < 3) return leaf();
        if (choice < 15) return product(depth);
        if (choice < 19) return sum(depth);
        if (choice < 21) return difference(depth);
        if (choice < 23) return power(depth);
        if (choice < 24) return of_part(letter::negative, depth);
        if (choice < 26) return of_part(letter::times, depth);
        if (choice < 28) return of_part(letter::transpose, depth);
        if (choice < 30) return of_part(letter::adjoint, depth);
        return of_part(letter::conjugate, depth);
    }

    word_tree of_part(letter what, int depth) {
        word_tree tree{.what = what};
        if (what == letter::times) tree.c = number();
        tree.parts.push_back(word(depth - 1));
        return tree;
    }

    word_tree product(int depth) {
        word_tree tree{.what = letter::product, .k = tape_.pick(2)};
        const index_t count = 2 + tape_.pick(3);
        for (index_t i = 0; i < count; ++i) tree.parts.push_back(word(depth - 1));
        return tree;
    }

    word_tree power(int depth) {
        word_tree tree = of_part(letter::power, depth);
        tree.k = rate_of(tree.parts[0]) == rate{} ? tape_.pick(4) : 1 + tape_.pick(3);
        return tree;
    }

    word_tree sum(int depth) {
        word_tree tree{.what = letter::sum, .k = tape_.pick(2)};
        const index_t count = 2 + tape_.pick(2);
        tree.parts.push_back(word(depth - 1));
        const rate r = rate_of(tree.parts[0]);
        for (index_t i = 1; i < count; ++i) tree.parts.push_back(with_rate(r, depth - 1));
        return tree;
    }

    word_tree difference(int depth) {
        word_tree tree = sum(depth);
        tree.what = letter::difference;
        tree.parts.resize(2);
        return tree;
    }

    /// A word of the rate r: any word, with the letters that it lacks to its left and right.
    word_tree with_rate(const rate& r, int depth) {
        if (depth <= 1) return leaf_of(r);
        word_tree core = word(depth - 1);
        rate have = rate_of(core);
        if (have == r) return core;
        word_tree tree{.what = letter::product, .k = tape_.pick(2)};
        tree.parts.push_back(std::move(core));
        for (const index_t k : {2, 3, 5}) {
            for (index_t e = exponent(r.outputs, k) - exponent(r.inputs, k) -
                             exponent(have.outputs, k) + exponent(have.inputs, k);
                 e != 0; e += e > 0 ? -1 : 1) {
                word_tree part{.what = e > 0 ? letter::up : letter::down, .k = k, .p = phase()};
                const bool left = tape_.pick(2) == 0;
                tree.parts.insert(left ? tree.parts.begin() : tree.parts.end(), std::move(part));
            }
        }
        return is_small(tree) && noble::testing::depth(tree) <= depth ? tree : of_rate(r);
    }

    /// Leaves have the rates 1, k and 1/k, and so have their sums.
    word_tree leaf_of(const rate& r) {
        if (r.outputs > 1) return {.what = letter::up, .k = r.outputs, .p = phase()};
        if (r.inputs > 1) return {.what = letter::down, .k = r.inputs, .p = phase()};
        return kernel(letter::conv);
    }

    word_tree of_rate(const rate& r) {
        word_tree tree{.what = letter::product, .k = tape_.pick(2)};
        for (const index_t k : {2, 3, 5}) {
            for (index_t e = exponent(r.outputs, k); e > 0; --e) {
                tree.parts.push_back({.what = letter::up, .k = k, .p = phase()});
            }
            for (index_t e = exponent(r.inputs, k); e > 0; --e) {
                tree.parts.push_back({.what = letter::down, .k = k, .p = phase()});
            }
        }
        tree.parts.push_back({.what = letter::conv, .first = phase(), .taps = {{1, 0}, number()}});
        return tree;
    }

    static index_t exponent(index_t a, index_t k) {
        index_t e = 0;
        for (; a % k == 0; a /= k) ++e;
        return e;
    }

    tape& tape_;
    bool real_;
};

random_case decoded(const std::vector<std::uint32_t>& numbers) {
    tape t(numbers);
    random_case c;
    c.boundary = boundaries[static_cast<std::size_t>(t.pick(9))];
    c.kept = static_cast<window::kind>(t.pick(4));
    c.n = 1 + (t.rarely(4) ? t.pick(4) : t.pick(40));
    c.first = t.pick_signed(25);
    c.count = t.rarely(10) ? 0 : t.pick(60);
    c.seed = static_cast<std::uint64_t>(t.pick(1 << 30));
    const bool real = t.pick(2) == 0;
    c.word = writer(t, real).word(1 + static_cast<int>(t.pick(max_depth)));
    while (c.n > 1 && c.outputs().count() * c.n > max_entries) c.n /= 2;
    return c;
}

}  // namespace

window random_case::kept_window() const {
    switch (kept) {
        case window::kind::full:
            return window::full;
        case window::kind::valid:
            return window::valid;
        case window::kind::same:
            return window::same;
        case window::kind::given:
            break;
    }
    return {first, count};
}

interval random_case::outputs() const { return window_of(word, kept_window(), first, count, n); }

void showValue(const random_case& c, std::ostream& out) {
    out << to_string(c.word) << "\n  on " << c.n << " samples, window " << c.kept_window()
        << ", boundary " << c.boundary << ", data seed " << c.seed;
}

rc::Gen<random_case> random_cases() {
    const auto number = rc::gen::resize(100, rc::gen::inRange<std::uint32_t>(0, 1U << 30));
    return rc::gen::map(
        rc::gen::mapcat(rc::gen::resize(100, rc::gen::inRange<std::size_t>(20, 200)),
                        [=](std::size_t length) {
                            return rc::gen::container<std::vector<std::uint32_t>>(length, number);
                        }),
        decoded);
}

std::vector<gaussian> gaussian_data(std::uint64_t seed, index_t count, bool real) {
    std::mt19937_64 source(seed);
    std::vector<gaussian> data;
    for (index_t i = 0; i < count; ++i) {
        const wide re = static_cast<wide>(source() % 201) - 100;
        const wide im = static_cast<wide>(source() % 201) - 100;
        data.push_back({re, real ? 0 : im});
    }
    return data;
}

}  // namespace noble::testing
