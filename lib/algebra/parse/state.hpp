// What a parse knows: its place in the text, what names mean, and how much may still be done.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "algebra/parse/cursor.hpp"
#include "noble/error.hpp"
#include "noble/parse.hpp"

namespace noble::parsing {

/// The unknown kernel of a name, fixed by its first use.
struct declaration {
    sequence taps;
    std::optional<std::size_t> position;  ///< nothing where another text declares it
};

struct state {
    state(std::string_view text, const vocabulary& words_)
        : in(text), words(words_), variables(words_.variables.begin(), words_.variables.end()) {}

    cursor in;
    const vocabulary& words;
    std::map<std::string, index_t, std::less<>> variables;  ///< with those of enclosing sums
    std::map<std::string, declaration, std::less<>> unknowns;
    std::vector<transposition> transposed;
    int depth = 0;
    int unevaluated = 0;  ///< > 0 in a part of a condition that does not matter: k > 0 and 6 % k

    /// Accounts for count·repeats·each units of work, where the length of the text does not bound
    /// it: sums and powers.
    /// Throws limit_error where it is beyond reason.
    void charge(index_t count, index_t repeats, index_t each, const char* what);

    /// Accounts for the taps of q, which it returns. Throws limit_error where all taps of the
    /// expression together exceed the memory limit.
    sequence hold(sequence q);

    /// The variable's value, or nullptr.
    [[nodiscard]] const index_t* variable(std::string_view name) const;

    /// What `f` composes; where it refuses, a parse_error at `position` with the same text.
    template <class F>
    auto composed(std::size_t position, const F& f) const {
        try {
            return f();
        } catch (const argument_error& e) {
            in.fail(position, e.what());
        } catch (const rate_error& e) {
            in.fail(position, e.what());
        } catch (const shape_error& e) {
            in.fail(position, e.what());
        }
    }

 private:
    index_t work_ = 0;
    index_t taps_ = 0;
};

/// One level of nesting, as long as it lives. Throws parse_error where there are too many.
class nested {
 public:
    explicit nested(state& s);
    ~nested() { --state_.depth; }
    nested(const nested&) = delete;
    nested& operator=(const nested&) = delete;

 private:
    state& state_;
};

/// Skips the ')' that closes the '(' at `open`.
void close(state& s, std::size_t open);

}  // namespace noble::parsing
