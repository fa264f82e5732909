// Words that differ from a given one in a single letter.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "noble/op.hpp"

namespace noble {

struct changed_letter {
    op word;
    std::string change;  ///< "down(2) for up(2)"
};

/// What to put in place of a letter; empty for letters that stay.
using replacements = std::function<std::vector<op>(const op& letter)>;

/// All words with one letter of `a` replaced (at most 256 of them).
std::vector<changed_letter> changed_letters(const op& a, const replacements& change);

/// ↑ for ↓ and ↓ for ↑, of the same factor and phase; a factor of 1 is no change of rate.
std::vector<op> exchanged(const op& letter);

/// The same letter with each other phase of one period (at most 32 of them).
std::vector<op> other_phases(const op& letter);

/// For a kernel q, up(k)(q) and the q that it is up(k) of, for each factor k of a and b.
replacements dilations(const op& a, const op& b);

}  // namespace noble
