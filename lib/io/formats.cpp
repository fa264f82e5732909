#include "io/formats.hpp"

#include <algorithm>

#include "io/audio/audio.hpp"
#include "io/bytes/quoted.hpp"
#include "io/csv/csv.hpp"
#include "io/npy/npy.hpp"
#include "noble/error.hpp"
#include "noble/signal_format.hpp"

namespace noble {
namespace io {
namespace {

using namespace std::string_view_literals;

// The GUID of a W64 file's "riff" chunk.
constexpr auto w64_guid = "riff\x2E\x91\xCF\x11\xA5\xD6\x28\xDB\x04\xC1\x00\x00"sv;

constexpr format_entry audio(file_format format, std::string_view name,
                             const std::array<std::string_view, 3>& extensions,
                             const std::array<signature, 2>& signatures) {
    return {format, name, extensions, signatures, true, 0, open_audio, create_audio};
}

constexpr std::array format_table{
    audio(file_format::wav, "WAV", {"wav", "wave"}, {{{"RIFF", "WAVE"}}}),
    audio(file_format::rf64, "RF64", {"rf64"}, {{{"RF64", "WAVE"}}}),
    audio(file_format::w64, "W64", {"w64"}, {{{w64_guid}}}),
    audio(file_format::flac, "FLAC", {"flac"}, {{{"fLaC"}}}),
    audio(file_format::aiff, "AIFF", {"aiff", "aif", "aifc"},
          {{{"FORM", "AIFF"}, {"FORM", "AIFC"}}}),
    audio(file_format::ogg, "Ogg", {"ogg", "oga"}, {{{"OggS"}}}),
    format_entry{
        file_format::csv, "CSV", {"csv", "tsv", "txt"}, {}, false, 0, open_csv, create_csv},
    format_entry{
        file_format::npy, "npy", {"npy"}, {{{"\x93NUMPY"}}}, false, -1, open_npy, create_npy},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::optional<file_format> format_called(std::string_view name) {
    std::string key(name);
    std::ranges::transform(key, key.begin(), lower);
    const auto* found = std::ranges::find_if(format_table, [&](const format_entry& entry) {
        return !key.empty() && std::ranges::count(entry.extensions, key) > 0;
    });
    return found == format_table.end() ? std::nullopt : std::optional(found->format);
}

}  // namespace

std::span<const format_entry> formats() { return format_table; }

const format_entry& entry_of(file_format format) {
    return format_table.at(static_cast<std::size_t>(format));
}

std::string names_of_formats() {
    std::string names;
    for (const auto& entry : format_table) {
        names += (names.empty() ? "" : ", ") + std::string(entry.extensions.front());
    }
    return names;
}

}  // namespace io

std::string_view name_of(file_format format) { return io::entry_of(format).name; }

bool is_audio(file_format format) { return io::entry_of(format).is_audio; }

bool is_text(file_format format) { return io::entry_of(format).is_text(); }

file_format format_of(std::string_view name) {
    const auto found = io::format_called(name.starts_with('.') ? name.substr(1) : name);
    if (found) return *found;
    throw argument_error("unknown file format " + io::quoted(name) + "; there are " +
                         io::names_of_formats());
}

std::optional<file_format> format_from_path(std::string_view path) {
    const auto slash = path.rfind('/');
    const auto file = slash == std::string_view::npos ? path : path.substr(slash + 1);
    const auto dot = file.rfind('.');
    if (dot == std::string_view::npos) return std::nullopt;
    return io::format_called(file.substr(dot + 1));
}

}  // namespace noble
