#include "algebra/parse/repeated_sum.hpp"

#include <optional>

#include "algebra/parse/integer.hpp"
#include "algebra/parse/words.hpp"
#include "base/checked.hpp"

namespace noble::parsing {
namespace {

constexpr index_t work_per_character = 20;

// A variable for as long as the sum is read; one of the same name comes back afterwards.
class scoped_variable {
 public:
    scoped_variable(state& s, std::string_view name) : s_(s), name_(name) {
        if (const auto* outer = s.variable(name)) outer_ = *outer;
    }
    ~scoped_variable() {
        if (outer_) {
            s_.variables[name_] = *outer_;
        } else {
            s_.variables.erase(name_);
        }
    }
    scoped_variable(const scoped_variable&) = delete;
    scoped_variable& operator=(const scoped_variable&) = delete;

    void set(index_t value) { s_.variables[name_] = value; }

 private:
    state& s_;
    std::string name_;
    std::optional<index_t> outer_;
};

struct range {
    index_t first = 0;
    index_t last = 0;
};

range read_range(state& s) {
    s.in.skip_spaces();
    const std::size_t begin = s.in.position();
    range r;
    r.first = read_integer(s);
    if (!s.in.take_spaced("..")) s.in.expected("'..', as in sum(i=0..3, A)");
    r.last = read_integer(s);
    if (r.last < r.first) {
        s.in.fail(begin, "a sum from " + std::to_string(r.first) + " to " + std::to_string(r.last) +
                             " has no terms, and so no rate");
    }
    if (!s.in.take_spaced(",")) s.in.expected("',' and the word to sum, as in sum(i=0..3, A)");
    return r;
}

}  // namespace

value read_repeated_sum(state& s) {
    s.in.skip_spaces();
    const std::size_t begin = s.in.position();
    const auto name = s.in.take_name();
    if (name.empty()) s.in.expected("a variable, as in sum(i=0..3, A)");
    if (!s.in.take_spaced("=")) s.in.expected("'=', as in sum(i=0..3, A)");
    const range r = read_range(s);
    scoped_variable variable(s, name);
    std::vector<operand> terms;
    const std::size_t body = s.in.position();
    const index_t count = checked::add(checked::sub(r.last, r.first), 1);
    for (index_t i = r.first;; ++i) {
        s.in.seek(body);
        variable.set(i);
        terms.push_back({read_value(s), begin});
        const auto length = static_cast<index_t>(s.in.position() - body);
        if (i == r.first) s.charge(length, count, work_per_character, "a sum");
        if (i == r.last) return sum_of(s, terms);
    }
}

}  // namespace noble::parsing
