#include "io/bytes/text_lines.hpp"

#include <algorithm>

#include "noble/limit.hpp"

namespace noble::io {
namespace {

constexpr std::size_t line_block_bytes = std::size_t{1} << 16U;

}  // namespace

std::optional<std::string_view> text_lines::next() {
    std::size_t searched = begin_;
    for (;;) {
        const std::size_t end = text_.find('\n', searched);
        if (end != std::string::npos) {
            const std::string_view line(text_.data() + begin_, end - begin_);
            begin_ = end + 1;
            return line;
        }
        searched = text_.size() - begin_;
        if (!fill()) break;
    }
    if (begin_ == text_.size()) return std::nullopt;
    const std::string_view rest(text_.data() + begin_, text_.size() - begin_);
    begin_ = text_.size();
    return rest;
}

bool text_lines::is_ready() { return ended_ || text_.find('\n', begin_) != std::string::npos; }

void text_lines::restart() {
    position_ = 0;
    text_.clear();
    begin_ = 0;
    ended_ = false;
}

// Moves what is left to the front and reads on: what has arrived, and at least a byte.
bool text_lines::fill() {
    text_.erase(0, begin_);
    begin_ = 0;
    const std::size_t before = text_.size();
    const auto more =
        std::min<std::uint64_t>(std::max(line_block_bytes, before), source_.ready(position_));
    require_memory(static_cast<index_t>(before + more), 1, source_.name() + ": a line");
    text_.resize(before + more);
    const std::size_t got =
        source_.take(position_, std::as_writable_bytes(std::span(text_).subspan(before)));
    text_.resize(before + got);
    position_ += got;
    ended_ = got == 0;
    return got > 0;
}

}  // namespace noble::io
