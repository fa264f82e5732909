#include "noble/parse.hpp"

#include "algebra/parse/words.hpp"

namespace noble {
namespace {

using parsing::state;
using parsing::value;

constexpr std::size_t most_bytes = std::size_t{16} << 20;

void require_text(const state& s, std::string_view text, const char* example) {
    if (text.size() > most_bytes) {
        throw limit_error("an expression of " + format_bytes(static_cast<double>(text.size())) +
                          "; the limit is " + format_bytes(static_cast<double>(most_bytes)));
    }
    parsing::cursor in = s.in;
    in.skip_spaces();
    if (in.at_end()) in.fail(0, std::string("the expression is empty; expected ") + example);
}

expression as_expression(const state& s, std::size_t begin, const value& a) {
    if (std::holds_alternative<sequence>(a)) {
        s.in.fail(begin,
                  "expected a word, found a sequence; make it one with conv(...), as in "
                  "conv([1 2 1])");
    }
    return std::visit(
        [](const auto& x) -> expression {
            if constexpr (std::is_same_v<std::decay_t<decltype(x)>, sequence>) {
                return op();
            } else {
                return x;
            }
        },
        a);
}

struct spanned_expression {
    expression word;
    text_span span;
};

spanned_expression read_expression(state& s) {
    s.in.skip_spaces();
    const std::size_t begin = s.in.position();
    expression word = as_expression(s, begin, parsing::read_value(s));
    return {std::move(word), {begin, s.in.end_of_last()}};
}

void require_end(state& s) {
    s.in.skip_spaces();
    if (s.in.at_end()) return;
    if (s.in.sees("==")) {
        s.in.fail(s.in.position(),
                  "expected one expression, found '=='; an equation is proved, "
                  "not run");
    }
    const bool slash = s.in.peek() == '/';
    s.in.expected(slash ? "an operator ('/' stands only between two integers, as in 1/3)"
                        : "an operator such as '*' or '+', or the end");
}

expression read_whole(state& s, std::string_view text) {
    require_text(s, text, "a word such as down(2)");
    auto result = read_expression(s);
    require_end(s);
    return std::move(result.word);
}

// Beside a word, a bank of one input and one output is the word that it holds: row * column.
void unwrap_beside_word(expression& side, const expression& other) {
    const auto* grid = std::get_if<bank>(&side);
    if (grid == nullptr || !std::holds_alternative<op>(other)) return;
    if (grid->inputs() == 1 && grid->outputs() == 1) side = op(grid->at(0, 0));
}

void require_one_kind(const state& s, std::size_t sign, const expression& left,
                      const expression& right) {
    if (left.index() == right.index()) return;
    const auto kind = [](const expression& side) {
        return std::visit([](const auto& x) { return parsing::kind(x); }, side);
    };
    s.in.fail(sign, "cannot compare " + kind(left) + " with " + kind(right));
}

}  // namespace

expression parse_expression(std::string_view text, const vocabulary& words) {
    state s(text, words);
    return read_whole(s, text);
}

std::pair<expression, expression> parse_expressions(std::string_view first, std::string_view second,
                                                    const vocabulary& words) {
    state s(first, words);
    expression before = read_whole(s, first);
    state next(second, words);
    next.unknowns = std::move(s.unknowns);
    for (auto& [name, kernel] : next.unknowns) kernel.position.reset();
    return {std::move(before), read_whole(next, second)};
}

equation parse_equation(std::string_view text, const vocabulary& words) {
    state s(text, words);
    require_text(s, text, "an equation such as up(2) * down(2) == id");
    auto left = read_expression(s);
    s.in.skip_spaces();
    const std::size_t sign = s.in.position();
    if (!s.in.take("==")) s.in.expected("an operator such as '*', or '==' and the other side");
    auto right = read_expression(s);
    unwrap_beside_word(left.word, right.word);
    unwrap_beside_word(right.word, left.word);
    require_one_kind(s, sign, left.word, right.word);
    if (s.in.take_spaced("==")) s.in.fail(s.in.position() - 2, "expected one '==' only");
    require_end(s);
    return {std::move(left.word), std::move(right.word), std::move(s.transposed), left.span,
            right.span};
}

sequence parse_sequence(std::string_view text, const vocabulary& words) {
    state s(text, words);
    require_text(s, text, "a sequence such as [1 2 1]");
    sequence result = parsing::read_sequence(s, "these taps");
    require_end(s);
    return result;
}

}  // namespace noble
