// The letters up and down in the text of an expression, as they are written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace noble::parsing {

struct written_letter {
    std::string written;    ///< "up(k)", "↑2"
    std::string exchanged;  ///< "down(k)", "↓2"
    std::string text;       ///< the text that was given, with the letter exchanged
};

/// Every up, down, ↑ and ↓ of the text, which must parse; quoted texts are passed over.
std::vector<written_letter> resampler_letters(std::string_view text);

}  // namespace noble::parsing
