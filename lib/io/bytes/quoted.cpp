#include "io/bytes/quoted.hpp"

#include <array>
#include <cstdio>

namespace noble::io {

std::string quoted(std::string_view bytes) {
    constexpr std::size_t longest = 40;
    std::string text = "'";
    for (const char c : bytes.substr(0, longest)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7F) {
            text += c;
        } else {
            std::array<char, 8> escape{};
            std::snprintf(escape.data(), escape.size(), "\\x%02x", static_cast<unsigned>(byte));
            text += escape.data();
        }
    }
    return text + (bytes.size() > longest ? "…'" : "'");
}

}  // namespace noble::io
