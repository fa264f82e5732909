#include "algebra/brief.hpp"

#include <algorithm>
#include <string_view>

namespace noble {
namespace {

constexpr std::ptrdiff_t most_taps = 8;
constexpr int shown_taps = 3;

// The taps between a pair of brackets, separated by single spaces.
std::string shortened(std::string_view taps) {
    const auto count = std::ranges::count(taps, ' ') + 1;
    if (count <= most_taps) return std::string(taps);
    std::size_t end = 0;
    for (int i = 0; i < shown_taps; ++i) end = taps.find(' ', end) + 1;
    return std::string(taps.substr(0, end)) + "… (" + std::to_string(count) + " taps)";
}

}  // namespace

// The only brackets of a printed word are those around taps, and they do not nest.
std::string brief(const op& word) {
    const std::string text = to_string(word);
    std::string result;
    std::size_t at = 0;
    for (std::size_t open = text.find('['); open != std::string::npos; open = text.find('[', at)) {
        const std::size_t close = text.find(']', open);
        result += text.substr(at, open + 1 - at);
        result += shortened(std::string_view(text).substr(open + 1, close - open - 1));
        at = close;
    }
    return result + text.substr(at);
}

}  // namespace noble
