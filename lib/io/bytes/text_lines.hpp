// The lines of a text, read in blocks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "io/bytes/byte_source.hpp"

namespace noble::io {

/// UTF-8's, with which some programs begin a text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

class text_lines {
 public:
    explicit text_lines(byte_source& source) : source_(source) {}

    /// The next line without its end, until the next call; none at the end of the text. Throws
    /// `limit_error` for a line beyond the memory limit.
    std::optional<std::string_view> next();

    /// Whether the next line is here, or the end is: nothing to wait for.
    bool is_ready();

    /// Back to the first line. Not of a stream.
    void restart();

 private:
    bool fill();

    byte_source& source_;
    std::uint64_t position_ = 0;  // of what is to be read next, in bytes
    std::string text_;            // read and not yet given: from begin_ on
    std::size_t begin_ = 0;
    bool ended_ = false;
};

}  // namespace noble::io
