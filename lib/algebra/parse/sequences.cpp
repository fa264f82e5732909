#include "algebra/parse/sequences.hpp"

#include "algebra/parse/integer.hpp"
#include "algebra/parse/taps.hpp"

namespace noble::parsing {
namespace {

std::string written(std::string_view name, const sequence& q) {
    const index_t origin = -q.first();
    return "'" + std::string(name) + ":" + std::to_string(q.length()) +
           (origin == 0 ? "" : "@" + std::to_string(origin)) + "'";
}

void require_agreement(const state& s, std::size_t begin, std::string_view name,
                       const sequence& q) {
    const auto place = s.unknowns.find(name);
    if (place == s.unknowns.end() || place->second.taps == q) return;
    const auto& position = place->second.position;
    const std::string where =
        position ? "column " + std::to_string(s.in.column(*position)) : "the expression before";
    s.in.fail(begin, written(name, q) + " contradicts " + written(name, place->second.taps) +
                         " of " + where + "; the first use of a name fixes its length and origin");
}

std::string read_text(state& s) {
    const std::size_t begin = s.in.position();
    s.in.skip();
    std::string text;
    while (s.in.peek() != '"') {
        if (s.in.at_end()) s.in.fail(begin, "expected '\"' to close this text");
        const bool escapes = s.in.peek() == '\\' && (s.in.peek(1) == '"' || s.in.peek(1) == '\\');
        if (escapes) s.in.skip();
        text += s.in.peek();
        s.in.skip();
    }
    s.in.skip();
    return text;
}

kernel_argument read_argument(state& s) {
    s.in.skip_spaces();
    if (s.in.peek() == '"') return read_text(s);
    return read_number_expression(s);
}

}  // namespace

sequence read_declaration(state& s, std::size_t begin, std::string_view name) {
    s.in.skip();
    s.in.skip_spaces();
    const std::size_t position = s.in.position();
    const index_t length = read_integer_atom(s);
    sequence q = s.composed(position, [&] { return unknown(std::string(name), length); });
    if (s.in.take_spaced("@")) q = q.origin(read_integer_atom(s));
    require_agreement(s, begin, name, q);
    s.unknowns.try_emplace(std::string(name), declaration{s.hold(q), begin});
    return s.unknowns.find(name)->second.taps;
}

sequence read_repeated(state& s, std::size_t begin, std::string_view name) {
    sequence q = s.unknowns.find(name)->second.taps;
    if (s.in.take_spaced("@")) {
        require_agreement(s, begin, name, q.origin(read_integer_atom(s)));
    }
    return q;
}

sequence read_kernel(state& s, std::size_t begin, const kernel_function& kernel) {
    const std::size_t open = s.in.position();
    s.in.skip();
    std::vector<kernel_argument> arguments;
    if (!s.in.take_spaced(")")) {
        do {
            arguments.push_back(read_argument(s));
        } while (s.in.take_spaced(","));
        close(s, open);
    }
    try {
        return s.hold(kernel.make(arguments));
    } catch (const argument_error& e) {
        s.in.fail(begin, e.what() + ("; usage: " + kernel.usage));
    }
}

}  // namespace noble::parsing
