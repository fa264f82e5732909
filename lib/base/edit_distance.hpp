// How far apart two names are, for "did you mean …?".
#pragma once

#include <cstddef>
#include <string_view>

namespace noble {

/// The least number of insertions, deletions and replacements between a and b (Levenshtein).
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace noble
