#include "algebra/parse/state.hpp"

#include "base/checked.hpp"

namespace noble::parsing {
namespace {

// A word nests at most 1,000 deep, every second level in parentheses.
constexpr int most_depth = 520;
constexpr index_t most_work = 100'000'000;

}  // namespace

void state::charge(index_t count, index_t repeats, index_t each, const char* what) {
    index_t work = 0;
    const bool overflows =
        __builtin_mul_overflow(count, repeats, &work) || __builtin_mul_overflow(work, each, &work);
    if (overflows || work > most_work - work_) {
        throw limit_error(std::string(what) + " of " + std::to_string(repeats) +
                          " makes the expression too large to read");
    }
    work_ += work;
}

sequence state::hold(sequence q) {
    taps_ = checked::add(taps_, static_cast<index_t>(q.count()));
    require_memory(taps_, sizeof(tap<exact>), "an expression's taps");
    return q;
}

const index_t* state::variable(std::string_view name) const {
    const auto place = variables.find(name);
    return place == variables.end() ? nullptr : &place->second;
}

nested::nested(state& s) : state_(s) {
    if (s.depth >= most_depth) {
        s.in.fail(s.in.position(),
                  "nested too deeply; the limit is " + std::to_string(most_depth) + " levels");
    }
    ++s.depth;
}

void close(state& s, std::size_t open) {
    if (s.in.take_spaced(")")) return;
    const bool slash = s.in.peek() == '/';
    s.in.expected("')' to close the '(' of column " + std::to_string(s.in.column(open)) +
                  (slash ? "; '/' stands only between two integers, as in 1/3" : ""));
}

}  // namespace noble::parsing
