// Words that differ from a given one in a single down or up letter.
#pragma once

#include <string>
#include <vector>

#include "noble/op.hpp"

namespace noble {

struct changed_letter {
    op word;
    std::string what;  ///< "down(2) for up(2)"
};

/// What to put in place of a letter; empty for letters that stay.
using replacements = std::vector<op> (*)(const op& letter);

/// All words with one down or up of `a` replaced.
std::vector<changed_letter> changed_letters(const op& a, replacements change);

/// ↑ for ↓ and ↓ for ↑, of the same factor and phase.
std::vector<op> exchanged(const op& letter);

/// The same letter with each other phase of one period (at most 32 of them).
std::vector<op> other_phases(const op& letter);

}  // namespace noble
