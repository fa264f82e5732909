// What a file format is: a row of the table in io/formats.cpp.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "io/blocks/block_reader.hpp"
#include "io/blocks/block_writer.hpp"

namespace noble::io {

/// How a file begins: these bytes, and from byte 8 on those.
struct signature {
    std::string_view begin;
    std::string_view kind{};
};

/// What an output shall be.
struct output_request {
    const std::string& path;
    const signal_header& signal;
    std::optional<sample_type> type;  ///< how samples shall be stored; none: as the format chooses
    pipe_style style{};
};

struct format_entry {
    file_format format;
    std::string_view name;                       ///< as messages say it
    std::array<std::string_view, 3> extensions;  ///< in lower case; the first is its own name
    std::array<signature, 2> signatures;         ///< none: text
    bool is_audio;                               ///< a rate, and channels of real samples
    int axis;                                    ///< of time, unless told
    std::unique_ptr<block_reader> (*open)(byte_source& source, const format_entry& entry);
    /// Checks the signal against the format before the path is opened.
    std::unique_ptr<block_writer> (*create)(const output_request& output,
                                            const format_entry& entry);

    [[nodiscard]] constexpr bool is_text() const { return signatures.front().begin.empty(); }
};

}  // namespace noble::io
