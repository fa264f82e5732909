#include <gmpxx.h>

#include <algorithm>
#include <ostream>

#include "algebra/print/printer.hpp"
#include "noble/bank.hpp"
#include "noble/op.hpp"
#include "noble/op2d.hpp"

namespace noble {
namespace {

const node::scale* as_scale(const op& a) { return std::get_if<node::scale>(&a.root()); }

bool is_negative(const node::scale* s) {
    return s != nullptr && s->c.is_real() && sgn(s->c.re()) < 0;
}

// Complex numbers in parentheses: `2 - 1+2i` would be hard to read.
std::string scale_text(const exact& c) {
    const bool two_parts = !c.is_real() && sgn(c.re()) != 0;
    return two_parts ? "(" + to_string(c) + ")" : to_string(c);
}

std::string resampler(const char* letter, index_t k, index_t p) {
    std::string text = std::string(letter) + "(" + std::to_string(k);
    if (p != 0) text += ", " + std::to_string(p);
    return text + ")";
}

// The least period of at least three repeats; 0 where there is none.
std::size_t period_of(const std::vector<op>& factors) {
    const std::size_t n = factors.size();
    const auto same = [](const op& a, const op& b) { return same_word(a, b); };
    for (std::size_t period = 1; period <= n / 3; ++period) {
        if (n % period != 0) continue;
        const auto shift = static_cast<std::ptrdiff_t>(period);
        if (std::equal(factors.begin() + shift, factors.end(), factors.begin(), same)) {
            return period;
        }
    }
    return 0;
}

template <class Words, class Write>
std::string listed(const char* function, const Words& words, const Write& write) {
    std::string text = std::string(function) + "(";
    for (const auto& word : words) {
        if (text.back() != '(') text += ", ";
        text += write(word);
    }
    return text + ")";
}

}  // namespace

struct letter_printer {
    printer& out;

    std::string operator()(const node::identity& /*a*/) const { return "id"; }
    std::string operator()(const node::delay& a) const {
        return "delay(" + std::to_string(a.d) + ")";
    }
    std::string operator()(const node::scale& a) const { return scale_text(a.c); }
    std::string operator()(const node::down& a) const { return resampler("down", a.k, a.p); }
    std::string operator()(const node::up& a) const { return resampler("up", a.k, a.p); }
    std::string operator()(const node::conv& a) const { return out.convolution(a.q); }
    std::string operator()(const node::product& a) const {
        return printer::joined(out.signed_product(a.factors), true);
    }
    std::string operator()(const node::sum& a) const { return out.sum(a.terms); }
};

std::string printer::word(const op& a) { return std::visit(letter_printer{*this}, a.root()); }

std::string printer::joined(const signed_text& term, bool leading) {
    if (leading) return (term.minus ? "-" : "") + term.text;
    return (term.minus ? " - " : " + ") + term.text;
}

std::string printer::sum(const std::vector<op>& terms) {
    std::string text;
    for (const auto& term : terms) text += joined(signed_word(term), text.empty());
    return text;
}

printer::signed_text printer::signed_word(const op& a) {
    if (const auto* product = std::get_if<node::product>(&a.root())) {
        return signed_product(product->factors);
    }
    const auto* s = as_scale(a);
    if (is_negative(s)) return {true, to_string(-s->c)};
    return {false, word(a)};
}

// A minus sign read back negates a leading scale, and only where there is none it adds −1: so
// (−2)·B is `-2 * B` and (−1)·B is `-B`, but (−1)·2·B keeps its `-1 * 2 * B`.
printer::signed_text printer::signed_product(const std::vector<op>& factors) {
    if (const auto period = period_of(factors)) return {false, power(factors, period)};
    const auto* s = as_scale(factors.front());
    if (!is_negative(s)) return {false, product(factors)};
    if (s->c != exact(-1)) {
        std::vector<op> negated = factors;
        negated.front() = scale(-s->c);
        return {true, product(negated)};
    }
    if (as_scale(factors[1]) != nullptr) return {false, product(factors)};
    const std::vector<op> rest(factors.begin() + 1, factors.end());
    const auto period = period_of(rest);
    return {true, period != 0 ? power(rest, period) : product(rest)};
}

std::string printer::product(std::span<const op> factors) {
    std::string text;
    for (const auto& a : factors) {
        if (!text.empty()) text += " * ";
        text += factor(a);
    }
    return text;
}

std::string printer::power(const std::vector<op>& factors, std::size_t period) {
    const auto end = factors.begin() + static_cast<std::ptrdiff_t>(period);
    const op base = product_of({factors.begin(), end});
    const bool bare = period == 1 && as_scale(base) == nullptr;
    const std::string text = bare ? factor(base) : "(" + word(base) + ")";
    return text + "^" + std::to_string(factors.size() / period);
}

std::string printer::factor(const op& a) {
    const bool is_sum = std::holds_alternative<node::sum>(a.root());
    return is_sum ? "(" + word(a) + ")" : word(a);
}

std::string printer::kron_term(const op& rows, const op& cols, bool leading) {
    const auto written = [&](const exact& c, const op& rest) {
        std::string text = c == exact(1) ? "" : scale_text(c) + " * ";
        text += "kron(" + word(rest) + ", ";
        return text + word(cols) + ")";
    };
    const auto* product = std::get_if<node::product>(&rows.root());
    const auto* s = product == nullptr ? nullptr : as_scale(product->factors.front());
    if (s == nullptr || s->c == exact(1)) return joined({false, written(1, rows)}, leading);
    const op rest = product_of({product->factors.begin() + 1, product->factors.end()});
    const bool folds = s->c != exact(-1) || as_scale(product->factors[1]) == nullptr;
    const bool minus = is_negative(s) && folds;
    return joined({minus, written(minus ? -s->c : s->c, rest)}, leading);
}

std::string to_string(const op& a) { return printer().word(a); }

std::string to_string(const op2d& a) {
    printer out;
    std::string text;
    for (const auto& term : a.terms()) text += out.kron_term(term.rows, term.cols, text.empty());
    return text;
}

std::string to_string(const bank& a) {
    printer out;
    const auto word = [&](const op& b) { return out.word(b); };
    if (a.outputs() == 1) return listed("row", a.words(), word);
    if (a.inputs() == 1) return listed("column", a.words(), word);
    std::vector<std::span<const op>> rows;
    const auto width = static_cast<std::size_t>(a.inputs());
    for (std::size_t i = 0; i < a.words().size(); i += width) {
        rows.push_back(std::span(a.words()).subspan(i, width));
    }
    return listed("column", rows, [&](const auto& row) { return listed("row", row, word); });
}

std::string to_string(const sequence& q) { return printer().sequence_text(q); }

std::ostream& operator<<(std::ostream& out, const op& a) { return out << to_string(a); }

std::ostream& operator<<(std::ostream& out, const op2d& a) { return out << to_string(a); }

std::ostream& operator<<(std::ostream& out, const bank& a) { return out << to_string(a); }

std::ostream& operator<<(std::ostream& out, const sequence& q) { return out << to_string(q); }

}  // namespace noble
