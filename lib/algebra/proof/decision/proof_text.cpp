#include "algebra/proof/decision/proof_text.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <cstdio>
#include <ostream>

namespace noble {
namespace {

constexpr std::size_t longest_value = 200;
constexpr std::size_t terms_shown = 4;

void add_unknowns(const polynomial& value, std::vector<std::string>& names) {
    for (const auto& [m, c] : value.terms()) {
        for (const auto& tap : m) {
            const auto place = std::ranges::lower_bound(names, tap.name);
            if (place == names.end() || *place != tap.name) names.insert(place, tap.name);
        }
    }
}

bool is_integer(const exact& c) { return c.re().get_den() == 1 && c.im().get_den() == 1; }

std::string difference_text(const polynomial& left, const polynomial& right) {
    if (!left.is_number() || !right.is_number()) return {};
    const exact a = left.number();
    const exact b = right.number();
    if (is_integer(a) && is_integer(b)) return {};
    const exact gap = a - b;
    const std::string text = to_string(gap);
    const bool fraction = gap.is_real() && text.find('/') != std::string::npos;
    return " (left - right = " + text + (fraction ? ", about " + about(gap.re()) : "") + ")";
}

std::string place(index_t i) { return std::to_string(i); }
std::string place(const std::array<index_t, 2>& i) {
    return "(" + std::to_string(i[0]) + ", " + std::to_string(i[1]) + ")";
}

template <class Witness>
std::string witness_text(const Witness& w) {
    return "on the unit sample at index " + place(w.input) + " " +
           values_text(w.left, w.right, place(w.output));
}

std::string rates(const rate& left, const rate& right) {
    return "the left has rate " + to_string(left) + ", the right has rate " + to_string(right);
}

std::string shape(const std::array<index_t, 2>& s) {
    return std::to_string(s[0]) + " x " + std::to_string(s[1]);
}

std::string reason(const proof& p) {
    return p.difference ? witness_text(*p.difference) : rates(p.left_rate, p.right_rate);
}

std::string reason(const proof2d& p) {
    if (p.difference) return witness_text(*p.difference);
    const std::size_t axis = p.left_rates[0] == p.right_rates[0] ? 1 : 0;
    return rates(p.left_rates[axis], p.right_rates[axis]) + " along axis " + std::to_string(axis);
}

std::string reason(const bank_proof& p) {
    if (!p.difference) {
        return "the left is a bank of " + shape(p.left_shape) +
               " words (outputs x inputs), the right one of " + shape(p.right_shape);
    }
    const auto& entry = *p.difference;
    return "from input " + std::to_string(entry.input) + " to output " +
           std::to_string(entry.output) + ", " + reason(entry.words) + " (" +
           std::to_string(p.entries_that_differ) + " of " +
           std::to_string(p.left_shape[0] * p.left_shape[1]) + " entries differ)";
}

template <class Proof>
std::string text_of(const Proof& p) {
    if (p.holds()) return "proved " + scope_text(p.unknowns);
    std::string text = "refuted: " + reason(p);
    for (const auto& hint : p.hints) text += "\n" + hint;
    return text;
}

}  // namespace

std::string about(const rational& q) {
    char text[32];
    (void)std::snprintf(text, sizeof text, "%.3g", nearest<double>(q));
    return text;
}

void add_unknowns(const op& a, std::vector<std::string>& names) {
    if (a.is_numeric()) return;
    if (const auto* kernel = std::get_if<node::conv>(&a.root())) {
        for (const auto& t : kernel->q.taps<polynomial>()) add_unknowns(t.value, names);
    } else if (const auto* product = std::get_if<node::product>(&a.root())) {
        for (const auto& factor : product->factors) add_unknowns(factor, names);
    } else if (const auto* sum = std::get_if<node::sum>(&a.root())) {
        for (const auto& term : sum->terms) add_unknowns(term, names);
    }
}

std::string scope_text(const std::vector<std::string>& unknowns) {
    if (unknowns.empty()) return "for all signals";
    std::string list = unknowns.front();
    for (std::size_t i = 1; i < unknowns.size(); ++i) {
        list += (i + 1 < unknowns.size() ? ", " : " and ") + unknowns[i];
    }
    return "for all values of the taps " + list + " (and all signals)";
}

std::string value_text(const polynomial& value) {
    std::string text = to_string(value);
    if (text.size() <= longest_value || value.terms().size() <= terms_shown) return text;
    polynomial start;
    auto term = value.terms().begin();
    for (std::size_t i = 0; i < terms_shown; ++i, ++term) {
        polynomial product(term->second);
        for (const auto& tap : term->first) product = product * polynomial(tap);
        start += product;
    }
    return to_string(start) + "+… (" + std::to_string(value.terms().size()) + " terms)";
}

std::string values_text(const polynomial& left, const polynomial& right, const std::string& place) {
    return "the left gives " + value_text(left) + " at " + place + ", the right " +
           value_text(right) + difference_text(left, right);
}

std::string reason_text(const any_proof& p) {
    return std::visit([](const auto& x) { return reason(x); }, p);
}

const std::vector<std::string>& hints_of(const any_proof& p) {
    return std::visit(
        [](const auto& x) -> const auto& { return x.hints; }, p);
}

const std::vector<std::string>& unknowns_of(const any_proof& p) {
    return std::visit(
        [](const auto& x) -> const auto& { return x.unknowns; }, p);
}

bool holds(const any_proof& p) {
    return std::visit([](const auto& x) { return x.holds(); }, p);
}

std::string to_string(const proof& p) { return text_of(p); }
std::string to_string(const proof2d& p) { return text_of(p); }
std::string to_string(const bank_proof& p) { return text_of(p); }
std::string to_string(const any_proof& p) {
    return std::visit([](const auto& x) { return text_of(x); }, p);
}

std::ostream& operator<<(std::ostream& out, const proof& p) { return out << to_string(p); }
std::ostream& operator<<(std::ostream& out, const proof2d& p) { return out << to_string(p); }
std::ostream& operator<<(std::ostream& out, const bank_proof& p) { return out << to_string(p); }

}  // namespace noble
