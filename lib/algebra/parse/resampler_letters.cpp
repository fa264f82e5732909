#include "algebra/parse/resampler_letters.hpp"

#include <algorithm>
#include <array>

#include "algebra/parse/cursor.hpp"

namespace noble::parsing {
namespace {

struct spelling {
    std::string_view name;
    std::string_view other;
};

constexpr std::array spellings{spelling{"up", "down"}, spelling{"down", "up"}, spelling{"↑", "↓"},
                               spelling{"↓", "↑"}};

void skip_quoted(cursor& in) {
    in.skip();
    while (!in.at_end() && in.peek() != '"') in.skip(in.peek() == '\\' ? 2 : 1);
    in.skip();
}

// (k, p), or, after an arrow, k.
void skip_arguments(cursor& in) {
    in.skip_spaces();
    if (in.peek() == '(') return in.skip_parentheses();
    if (!in.take_name().empty()) return;
    (void)in.take_digits();
}

const spelling* take_letter(cursor& in) {
    const bool arrow = in.sees("↑") || in.sees("↓");
    const auto name = arrow ? std::string_view() : in.take_name();
    const auto letter = std::ranges::find_if(
        spellings, [&](const auto& s) { return arrow ? in.take(s.name) : name == s.name; });
    if (letter == spellings.end()) return nullptr;
    cursor next = in;
    next.skip_spaces();
    return arrow || next.peek() == '(' ? &*letter : nullptr;
}

}  // namespace

std::vector<written_letter> resampler_letters(std::string_view text) {
    std::vector<written_letter> letters;
    cursor in(text);
    while (!in.at_end()) {
        const std::size_t begin = in.position();
        const auto* letter = take_letter(in);
        if (letter == nullptr) {
            if (in.peek() == '"') {
                skip_quoted(in);
            } else if (in.position() == begin) {
                in.skip();
            }
            continue;
        }
        const std::size_t name_end = in.position();
        cursor end = in;
        skip_arguments(end);
        const std::string arguments(in.between(name_end, end.position()));
        const std::string other(letter->other);
        letters.push_back(
            {std::string(letter->name) + arguments, other + arguments,
             std::string(text.substr(0, begin)) + other + std::string(text.substr(name_end))});
    }
    return letters;
}

}  // namespace noble::parsing
