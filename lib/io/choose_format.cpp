#include "io/format.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "noble/error.hpp"

namespace noble {
namespace {

using namespace std::string_view_literals;

struct name_entry {
    std::string_view name;
    file_format format;
};

constexpr std::array extensions{
    name_entry{"wav", file_format::wav},   name_entry{"wave", file_format::wav},
    name_entry{"rf64", file_format::rf64}, name_entry{"w64", file_format::w64},
    name_entry{"flac", file_format::flac}, name_entry{"aiff", file_format::aiff},
    name_entry{"aif", file_format::aiff},  name_entry{"aifc", file_format::aiff},
    name_entry{"ogg", file_format::ogg},   name_entry{"oga", file_format::ogg},
    name_entry{"csv", file_format::csv},   name_entry{"tsv", file_format::csv},
    name_entry{"txt", file_format::csv},   name_entry{"npy", file_format::npy},
};

constexpr std::string_view known_formats = "wav, rf64, w64, flac, aiff, ogg, csv, npy";

constexpr std::array format_names{"WAV"sv,  "RF64"sv, "W64"sv, "FLAC"sv,
                                  "AIFF"sv, "Ogg"sv,  "CSV"sv, "npy"sv};

constexpr std::array type_names{"boolean"sv, "int8"sv,    "uint8"sv,     "int16"sv,      "uint16"sv,
                                "int24"sv,   "int32"sv,   "uint32"sv,    "int64"sv,      "uint64"sv,
                                "float32"sv, "float64"sv, "complex64"sv, "complex128"sv, "vorbis"sv,
                                "text"sv,    "other"sv};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::optional<file_format> lookup(std::string_view name) {
    std::string key(name);
    std::transform(key.begin(), key.end(), key.begin(), lower);
    const auto* found = std::find_if(extensions.begin(), extensions.end(),
                                     [&](const name_entry& entry) { return entry.name == key; });
    if (found == extensions.end()) return std::nullopt;
    return found->format;
}

}  // namespace

std::string_view name_of(file_format format) {
    return format_names.at(static_cast<std::size_t>(format));
}

std::string_view name_of(sample_type type) { return type_names.at(static_cast<std::size_t>(type)); }

bool is_audio(file_format format) noexcept {
    return format != file_format::csv && format != file_format::npy;
}

file_format format_of(std::string_view name) {
    const auto found = lookup(name.starts_with('.') ? name.substr(1) : name);
    if (!found) {
        throw argument_error("unknown file format " + io::quoted(name) + "; there are " +
                             std::string(known_formats));
    }
    return *found;
}

std::optional<file_format> format_from_path(std::string_view path) {
    const auto slash = path.rfind('/');
    const auto file = slash == std::string_view::npos ? path : path.substr(slash + 1);
    const auto dot = file.rfind('.');
    if (dot == std::string_view::npos) return std::nullopt;
    return lookup(file.substr(dot + 1));
}

namespace io {
namespace {

// The first 16 bytes of a W64 file: the GUID of its "riff" chunk.
constexpr std::string_view w64_guid = "riff\x2E\x91\xCF\x11\xA5\xD6\x28\xDB\x04\xC1\x00\x00"sv;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t head_bytes = 512;
constexpr std::size_t magic_bytes = 16;  // of W64, the longest

bool is_text(std::string_view head) {
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

// Whether a file that begins with this byte may be other than CSV: those that sniff() knows.
bool may_be_binary(char first) { return "RrfOF\x93"sv.find(first) != std::string_view::npos; }

// The first bytes, as many as the format shows by: a stream of text is not kept waiting for what
// only a binary format is told by.
std::string telling_head(byte_source& source) {
    std::string first = source.head(head_bytes, 1);
    if (first.empty() || !may_be_binary(first.front())) return first;
    return source.head(head_bytes, magic_bytes);
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
                   "; readable formats are " + std::string(known_formats));
}

}  // namespace

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

std::optional<file_format> sniff(std::string_view head) {
    const auto kind = head.size() >= 12 ? head.substr(8, 4) : ""sv;
    if (head.starts_with("RIFF"sv) && kind == "WAVE"sv) return file_format::wav;
    if (head.starts_with("RF64"sv) && kind == "WAVE"sv) return file_format::rf64;
    if (head.starts_with(w64_guid)) return file_format::w64;
    if (head.starts_with("fLaC"sv)) return file_format::flac;
    if (head.starts_with("OggS"sv)) return file_format::ogg;
    if (head.starts_with("FORM"sv) && (kind == "AIFF"sv || kind == "AIFC"sv)) {
        return file_format::aiff;
    }
    if (head.starts_with("\x93NUMPY"sv)) return file_format::npy;
    if (is_text(head)) return file_format::csv;
    return std::nullopt;
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

}  // namespace io
}  // namespace noble
