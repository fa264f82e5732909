#include "algebra/parse/condition.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "algebra/parse/functions.hpp"
#include "algebra/parse/integer.hpp"

namespace noble::parsing {
namespace {

struct comparison {
    std::string_view sign;
    bool (*holds)(index_t, index_t);
};

constexpr std::array comparisons{
    comparison{"==", [](index_t a, index_t b) { return a == b; }},
    comparison{"!=", [](index_t a, index_t b) { return a != b; }},
    comparison{"<=", [](index_t a, index_t b) { return a <= b; }},
    comparison{">=", [](index_t a, index_t b) { return a >= b; }},
    comparison{"<", [](index_t a, index_t b) { return a < b; }},
    comparison{">", [](index_t a, index_t b) { return a > b; }},
};

const comparison* take_comparison(state& s) {
    s.in.skip_spaces();
    const auto found =
        std::ranges::find_if(comparisons, [&](const auto& c) { return s.in.take(c.sign); });
    return found == comparisons.end() ? nullptr : &*found;
}

bool take_word(state& s, std::string_view word, std::string_view symbol) {
    s.in.skip_spaces();
    const std::size_t begin = s.in.position();
    if (s.in.take_name() == word) return true;
    s.in.seek(begin);
    return s.in.take(symbol);
}

// Whether the '(' that comes next holds an integer: what follows its ')' goes on with one.
bool opens_integer(const state& s) {
    cursor in = s.in;
    in.skip_parentheses();
    in.skip_spaces();
    constexpr std::string_view goes_on = "+-*%^<>=";
    return in.sees("·") || in.sees("!=") ||
           (!in.at_end() && goes_on.find(in.peek()) != std::string_view::npos);
}

bool read_comparison(state& s) {
    index_t left = read_integer(s);
    const comparison* sign = take_comparison(s);
    if (sign == nullptr) s.in.expected("a comparison (== != < <= > >=)");
    bool holds = true;
    for (; sign != nullptr; sign = take_comparison(s)) {
        const index_t right = read_integer(s);
        holds = holds && sign->holds(left, right);
        left = right;
    }
    return holds;
}

bool read_negation(state& s) {
    const nested level(s);
    s.in.skip_spaces();
    const std::size_t begin = s.in.position();
    if (!s.in.sees("!=") && take_word(s, "not", "!")) return !read_negation(s);
    if (s.in.peek() != '(' || opens_integer(s)) return read_comparison(s);
    s.in.skip();
    const bool holds = read_condition(s);
    close(s, begin);
    return holds;
}

// What `read` reads, without minding divisions by 0 where its value does not matter.
bool read_unless(state& s, bool settled, bool (*read)(state&)) {
    if (settled) ++s.unevaluated;
    const bool value = read(s);
    if (settled) --s.unevaluated;
    return value;
}

bool read_conjunction(state& s) {
    bool holds = read_negation(s);
    while (take_word(s, "and", "&&")) holds = read_unless(s, !holds, read_negation) && holds;
    return holds;
}

std::string trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return std::string(text);
}

void require_free(const state& s, std::size_t begin, std::string_view name) {
    const auto functions = function_names();
    const bool taken = std::ranges::find(functions, name) != functions.end() ||
                       s.words.kernels.contains(std::string(name));
    if (taken || name == "gcd" || name == "lcm" || name == "and" || name == "or" || name == "not") {
        s.in.fail(begin, "'" + std::string(name) + "' means something else; choose another name");
    }
    if (s.variable(name) != nullptr) {
        s.in.fail(begin, "the variable '" + std::string(name) + "' has a range already");
    }
}

}  // namespace

bool read_condition(state& s) {
    bool holds = read_conjunction(s);
    while (take_word(s, "or", "||")) holds = read_unless(s, holds, read_conjunction) || holds;
    return holds;
}

variable_range read_variable_range(state& s) {
    s.in.skip_spaces();
    const std::size_t begin = s.in.position();
    const auto name = s.in.take_name();
    if (name.empty()) s.in.expected("a variable and its range, as in k=1..16");
    require_free(s, begin, name);
    if (!s.in.take_spaced("=")) s.in.expected("'=', as in k=1..16");
    variable_range r;
    r.name = name;
    std::size_t place = s.in.position();
    r.first = read_integer(s);
    r.text = r.name + " = " + trimmed(s.in.between(place, s.in.position()));
    if (!s.in.take_spaced("..")) s.in.expected("'..', as in k=1..16");
    place = s.in.position();
    r.last = read_integer(s);
    r.text += " … " + trimmed(s.in.between(place, s.in.position()));
    s.in.skip_spaces();
    if (!s.in.at_end()) s.in.expected("an operator such as '+', or the end");
    return r;
}

}  // namespace noble::parsing
