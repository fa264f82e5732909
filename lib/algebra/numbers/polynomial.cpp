#include "noble/polynomial.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <ostream>
#include <set>

#include "noble/error.hpp"

namespace noble {
namespace {

monomial multiply(const monomial& a, const monomial& b) {
    monomial result;
    result.reserve(a.size() + b.size());
    std::ranges::merge(a, b, std::back_inserter(result));
    return result;
}

monomial conj(monomial m) {
    for (auto& tap : m) tap.conjugated = !tap.conjugated;
    std::ranges::sort(m);
    return m;
}

// q0^2*conj(q1)
std::string to_string(const monomial& m) {
    std::string text;
    for (std::size_t i = 0; i < m.size();) {
        std::size_t end = i;
        while (end < m.size() && m[end] == m[i]) ++end;
        if (i > 0) text += '*';
        text += noble::to_string(m[i]);
        if (end - i > 1) text += "^" + std::to_string(end - i);
        i = end;
    }
    return text;
}

std::string term_to_string(const monomial& m, const exact& c) {
    if (m.empty()) return to_string(c);
    if (c == exact(1)) return to_string(m);
    if (c == exact(-1)) return "-" + to_string(m);
    const bool simple = c.is_real() || sgn(c.re()) == 0;
    return (simple ? to_string(c) : "(" + to_string(c) + ")") + "*" + to_string(m);
}

}  // namespace

std::string to_string(const unknown_tap& tap) {
    const bool digit_ends = std::isdigit(static_cast<unsigned char>(tap.name.back())) != 0;
    const std::string text = tap.name + (digit_ends ? "_" : "") + std::to_string(tap.index);
    return tap.conjugated ? "conj(" + text + ")" : text;
}

polynomial::polynomial(const exact& constant) { add_term({}, constant); }

polynomial::polynomial(unknown_tap tap) { add_term({std::move(tap)}, 1); }

polynomial::polynomial(std::map<monomial, exact> terms) : terms_(std::move(terms)) {
    std::erase_if(terms_, [](const auto& term) { return term.second.is_zero(); });
}

bool polynomial::is_number() const noexcept {
    return terms_.empty() || (terms_.size() == 1 && terms_.begin()->first.empty());
}

exact polynomial::number() const {
    if (is_number()) return terms_.empty() ? exact() : terms_.begin()->second;
    std::set<std::string> names;
    for (const auto& [m, c] : terms_) {
        for (const auto& tap : m) names.insert(tap.name);
    }
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    throw argument_error("the unknown taps of " + list +
                         " have no values; give numbers, as in [1 2 1], where values are needed");
}

void polynomial::add_term(const monomial& m, const exact& c) {
    if (c.is_zero()) return;
    const auto [place, fresh] = terms_.try_emplace(m, c);
    if (fresh) return;
    place->second += c;
    if (place->second.is_zero()) terms_.erase(place);
}

polynomial& polynomial::operator+=(const polynomial& b) {
    if (&b == this) return *this += polynomial(b);
    for (const auto& [m, c] : b.terms_) add_term(m, c);
    return *this;
}

polynomial& polynomial::operator-=(const polynomial& b) { return *this += -b; }

polynomial operator*(const polynomial& a, const polynomial& b) {
    polynomial result;
    for (const auto& [ma, ca] : a.terms_) {
        for (const auto& [mb, cb] : b.terms_) result.add_term(multiply(ma, mb), ca * cb);
    }
    return result;
}

polynomial operator-(const polynomial& a) {
    polynomial result;
    for (const auto& [m, c] : a.terms_) result.add_term(m, -c);
    return result;
}

polynomial conj(const polynomial& a) {
    polynomial result;
    for (const auto& [m, c] : a.terms()) {
        polynomial term(conj(c));
        for (const auto& tap : conj(m)) term = term * polynomial(tap);
        result += term;
    }
    return result;
}

std::string to_string(const polynomial& a) {
    if (a.is_zero()) return "0";
    std::string text;
    for (const auto& [m, c] : a.terms()) {
        const std::string term = term_to_string(m, c);
        if (!text.empty() && term.front() != '-') text += '+';
        text += term;
    }
    return text;
}

std::ostream& operator<<(std::ostream& out, const polynomial& a) { return out << to_string(a); }

std::size_t hash_value(const polynomial& a) {
    std::size_t h = 0;
    for (const auto& [m, c] : a.terms()) {
        for (const auto& tap : m) h = h * 31 + std::hash<std::string>()(to_string(tap));
        h = h * 31 + hash_value(c);
    }
    return h;
}

}  // namespace noble
