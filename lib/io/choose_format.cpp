#include "io/choose_format.hpp"

#include <algorithm>

#include "io/bytes/quoted.hpp"
#include "io/bytes/text_lines.hpp"
#include "io/formats.hpp"
#include "noble/error.hpp"
#include "noble/signal_format.hpp"

namespace noble::io {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t head_bytes = 512;
constexpr std::size_t kind_at = 8;

bool is_printable(std::string_view head) {
    const auto printable = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x20 ? byte != 0x7F : c == '\n' || c == '\r' || c == '\t' || c == '\f';
    };
    return !head.empty() && std::all_of(head.begin(), head.end(), printable);
}

// Signals begin with a number or a comment; other text is not taken for CSV by its content.
bool looks_numeric(std::string_view head) {
    if (head.starts_with(byte_order_mark)) head.remove_prefix(byte_order_mark.size());
    const auto first = head.find_first_not_of(" \t\r\n\f,;");
    if (first == std::string_view::npos) return true;
    return "0123456789+-.#(nNiI"sv.find(head[first]) != std::string_view::npos;
}

bool begins(std::string_view head, const signature& s) {
    return !s.begin.empty() && head.starts_with(s.begin) &&
           (s.kind.empty() || (head.size() >= kind_at && head.substr(kind_at).starts_with(s.kind)));
}

template <class Predicate>
const format_entry* entry_with_signature(const Predicate& fits) {
    const auto found = std::ranges::find_if(formats(), [&](const format_entry& entry) {
        return std::ranges::any_of(entry.signatures, fits);
    });
    return found == formats().end() ? nullptr : &*found;
}

// Whether a file that begins with this byte may be other than text.
bool may_be_binary(char first) {
    return entry_with_signature([=](const signature& s) { return s.begin.starts_with(first); }) !=
           nullptr;
}

// The bytes that all formats show by.
std::size_t signature_bytes() {
    std::size_t bytes = 0;
    for (const auto& entry : formats()) {
        for (const auto& s : entry.signatures) {
            bytes = std::max({bytes, s.begin.size(), kind_at + s.kind.size()});
        }
    }
    return bytes;
}

// The first bytes, as many as the format shows by: a stream of text is not kept waiting for what
// only a binary format is told by.
std::string telling_head(byte_source& source) {
    std::string first = source.head(head_bytes, 1);
    if (first.empty() || !may_be_binary(first.front())) return first;
    return source.head(head_bytes, signature_bytes());
}

// WAV and RF64 are one family: long recordings called .wav are often RF64 inside.
bool agree(file_format claimed, file_format found) {
    const auto family = [](file_format f) { return f == file_format::rf64 ? file_format::wav : f; };
    return family(claimed) == family(found);
}

[[noreturn]] void refuse_unknown(const byte_source& source, std::string_view head,
                                 std::optional<file_format> claimed) {
    const std::string what = claimed ? "not " + std::string(name_of(*claimed)) : "unknown content";
    throw io_error(source.name() + ": " + what + ": it starts with " + quoted(head.substr(0, 16)) +
                   "; readable formats are " + names_of_formats());
}

}  // namespace

std::optional<file_format> sniff(std::string_view head) {
    const auto* found = entry_with_signature([=](const signature& s) { return begins(head, s); });
    if (found != nullptr) return found->format;
    return is_printable(head) ? std::optional(file_format::csv) : std::nullopt;
}

file_format choose_format(byte_source& source, std::optional<file_format> given) {
    const auto claimed = given || source.is_stream() ? given : format_from_path(source.name());
    const std::string head = telling_head(source);
    if (head.empty()) throw io_error(source.name() + ": the file is empty");
    const auto found = sniff(head);
    if (!found || (!claimed && *found == file_format::csv && !looks_numeric(head))) {
        refuse_unknown(source, head, claimed);
    }
    if (!claimed || agree(*claimed, *found)) return *found;
    if (*found == file_format::csv) refuse_unknown(source, head, claimed);
    throw io_error(source.name() + ": " + (given ? "the given format is " : "its name says ") +
                   std::string(name_of(*claimed)) + ", but the content is " +
                   std::string(name_of(*found)));
}

}  // namespace noble::io
