// The Python dict literal of a .npy header.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/bytes/byte_source.hpp"
#include "noble/limit.hpp"

namespace noble::io {

/// Throws the `io_error` of a header that cannot be read.
[[noreturn]] void refuse_npy_header(const byte_source& source, const std::string& why);

/// A cursor over the literal. Each step skips blanks first, and throws what
/// refuse_npy_header does, and limit_error for an integer beyond 64 bits.
class npy_literal {
 public:
    npy_literal(const byte_source& source, std::string_view text) : source_(source), rest_(text) {}

    bool accept(char c);
    void expect(char c);
    bool at_end();
    std::string string();
    bool boolean();
    std::vector<index_t> tuple();
    [[noreturn]] void fail(const std::string& expected);

 private:
    void skip_blanks();
    bool accept_word(std::string_view word);
    index_t integer();

    const byte_source& source_;
    std::string_view rest_;
};

}  // namespace noble::io
