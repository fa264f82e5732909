#include "noble/op.hpp"

#include <algorithm>

#include "base/checked.hpp"
#include "base/flatten.hpp"
#include "noble/error.hpp"

namespace noble {

struct op::data {
    node::any node;
    noble::rate rate;
    index_t size = 1;
    int depth = 1;
    bool numeric = true;
};

namespace {

constexpr index_t most_letters = 1'000'000;
constexpr int most_depth = 1'000;

struct summary {
    noble::rate rate;
    index_t size = 1;
    int depth = 1;
    bool numeric = true;
};

void require_factor(const char* letter, index_t k) {
    if (k < 1) {
        throw argument_error(std::string(letter) + "(" + std::to_string(k) +
                             "): the factor must be a positive integer");
    }
}

void add_part(summary& s, const op& part) {
    s.size += part.size();
    s.depth = std::max(s.depth, part.depth() + 1);
    s.numeric = s.numeric && part.is_numeric();
}

summary summarise(const node::down& a) {
    require_factor("down", a.k);
    return {.rate = {1, a.k}};
}

summary summarise(const node::up& a) {
    require_factor("up", a.k);
    return {.rate = {a.k, 1}};
}

summary summarise(const node::conv& a) { return {.rate = {}, .numeric = a.q.is_numeric()}; }

summary summarise(const node::product& a) {
    summary s{.rate = {}, .size = 0};
    for (const auto& factor : a.factors) {
        add_part(s, factor);
        s.rate = s.rate * factor.rate();
    }
    return s;
}

std::string abridged(const op& a) {
    constexpr std::size_t longest = 80;
    std::string text = to_string(a);
    if (text.size() > longest) text = text.substr(0, longest - 3) + "...";
    return text;
}

void require_same_rate(const op& a, const op& b) {
    if (a.rate() == b.rate()) return;
    throw rate_error("a sum needs one rate: " + abridged(a) + " has rate " + to_string(a.rate()) +
                     ", " + abridged(b) + " has rate " + to_string(b.rate()));
}

summary summarise(const node::sum& a) {
    if (a.terms.empty()) throw argument_error("a sum of no words has no rate");
    summary s{.rate = a.terms.front().rate(), .size = 0};
    for (const auto& term : a.terms) {
        require_same_rate(a.terms.front(), term);
        add_part(s, term);
    }
    return s;
}

template <class Letter>
summary summarise(const Letter& /*identity, delay, scale*/) {
    return {.rate = {}};
}

void require_bounded(const summary& s) {
    if (s.size > most_letters) {
        throw limit_error("a word of " + std::to_string(s.size) + " letters; the limit is " +
                          std::to_string(most_letters));
    }
    if (s.depth > most_depth) {
        throw limit_error("a word nested " + std::to_string(s.depth) + " deep; the limit is " +
                          std::to_string(most_depth));
    }
}

// Refuses before the flat list is built: repeated squaring makes long words quickly.
void require_short(const std::vector<op>& parts) {
    index_t size = 0;
    for (const auto& part : parts) {
        size += part.size();
        if (size > most_letters) require_bounded({.rate = {}, .size = size});
    }
}

}  // namespace

op::op() : op(node::identity{}) {}

op::op(node::any n) {
    const summary s = std::visit([](const auto& letter) { return summarise(letter); }, n);
    require_bounded(s);
    data_ = std::make_shared<const data>(data{std::move(n), s.rate, s.size, s.depth, s.numeric});
}

const node::any& op::root() const noexcept { return data_->node; }

noble::rate op::rate() const noexcept { return data_->rate; }

index_t op::size() const noexcept { return data_->size; }

int op::depth() const noexcept { return data_->depth; }

bool op::is_numeric() const noexcept { return data_->numeric; }

op identity() { return {}; }

op delay(index_t d) {
    (void)checked::neg(d);
    return op(node::delay{d});
}

op scale(const exact& c) { return op(node::scale{c}); }

op down(index_t k, index_t p) {
    (void)checked::neg(p);
    return op(node::down{k, p});
}

op up(index_t k, index_t p) {
    (void)checked::neg(p);
    return op(node::up{k, p});
}

op conv(const sequence& q) { return op(node::conv{q}); }

op corr(const sequence& q) { return conv(q).T(); }

op product_of(const std::vector<op>& factors) {
    require_short(factors);
    auto flat = flattened(factors, &node::product::factors);
    if (flat.empty()) return identity();
    if (flat.size() == 1) return flat.front();
    return op(node::product{std::move(flat)});
}

op sum_of(const std::vector<op>& terms) {
    require_short(terms);
    auto flat = flattened(terms, &node::sum::terms);
    if (flat.size() == 1) return flat.front();
    return op(node::sum{std::move(flat)});
}

op operator*(const op& a, const op& b) { return product_of({a, b}); }

op operator*(const exact& c, const op& a) { return product_of({scale(c), a}); }

op operator+(const op& a, const op& b) { return sum_of({a, b}); }

op operator-(const op& a, const op& b) {
    require_same_rate(a, b);
    return sum_of({a, -b});
}

// A scale in front takes the sign: −(2·A) is (−2)·A.
op operator-(const op& a) {
    if (const auto* c = std::get_if<node::scale>(&a.root())) return scale(-c->c);
    const auto* product = std::get_if<node::product>(&a.root());
    if (product == nullptr) return exact(-1) * a;
    const auto* c = std::get_if<node::scale>(&product->factors.front().root());
    if (c == nullptr) return exact(-1) * a;
    std::vector<op> factors = product->factors;
    factors.front() = scale(-c->c);
    return product_of(factors);
}

op pow(const op& a, index_t n) {
    if (n < 0) {
        throw argument_error("the exponent " + std::to_string(n) +
                             " is negative; a power counts factors, n >= 0");
    }
    if (n == 0 && a.rate() != noble::rate{}) {
        throw rate_error("a word of rate " + to_string(a.rate()) +
                         " to the power 0 is no identity; that needs rate 1");
    }
    if (n > most_letters / a.size()) {
        throw limit_error("a power of " + std::to_string(n) + " factors; words have at most " +
                          std::to_string(most_letters) + " letters");
    }
    return product_of(std::vector<op>(static_cast<std::size_t>(n), a));
}

bool same_word(const op& a, const op& b) {
    if (&a.root() == &b.root()) return true;
    const auto same = [](const std::vector<op>& x, const std::vector<op>& y) {
        return std::ranges::equal(x, y, [](const op& p, const op& q) { return same_word(p, q); });
    };
    return std::visit(
        [&](const auto& x, const auto& y) -> bool {
            using X = std::decay_t<decltype(x)>;
            if constexpr (!std::is_same_v<X, std::decay_t<decltype(y)>>) {
                return false;
            } else if constexpr (std::is_same_v<X, node::product>) {
                return same(x.factors, y.factors);
            } else if constexpr (std::is_same_v<X, node::sum>) {
                return same(x.terms, y.terms);
            } else {
                return x == y;
            }
        },
        a.root(), b.root());
}

}  // namespace noble
