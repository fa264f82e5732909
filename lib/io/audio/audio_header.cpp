#include "io/audio/audio_header.hpp"

#include <algorithm>

namespace noble::io {
namespace {

void set_integer(std::span<std::byte> field, std::uint64_t value) {
    for (std::size_t i = 0; i < field.size(); ++i) {
        field[i] = static_cast<std::byte>(value >> (8 * i) & 0xFFU);
    }
}

}  // namespace

void set_wav_sizes(std::span<std::byte> header, const wav_sizes& sizes) {
    const auto id = std::as_bytes(std::span("fact").first<4>());
    const auto fact = std::search(header.begin(), header.end(), id.begin(), id.end());
    if (header.end() - fact >= 12) {
        set_integer(header.subspan(static_cast<std::size_t>(fact - header.begin()) + 8, 4),
                    sizes.frames);
    }
    set_integer(header.subspan(4, 4), sizes.riff);
    set_integer(header.last(4), sizes.data);
}

void count_aiff_padding(std::span<std::byte> header) {
    for (std::size_t i = 7; i >= 4; --i) {
        header[i] = static_cast<std::byte>(std::to_integer<unsigned>(header[i]) + 1U);
        if (header[i] != std::byte{0}) break;
    }
}

void set_flac_frames(std::uint64_t offset, std::span<std::byte> bytes, index_t frames) {
    constexpr std::uint64_t first = 21;
    constexpr std::uint64_t last = 25;
    if (offset > first || offset + bytes.size() <= last || frames >> 36U != 0) return;
    const auto value = static_cast<std::uint64_t>(frames);
    bytes[first - offset] |= static_cast<std::byte>(value >> 32U);
    for (std::uint64_t i = 1; i <= last - first; ++i) {
        bytes[first + i - offset] = static_cast<std::byte>(value >> (32 - 8 * i) & 0xFFU);
    }
}

std::vector<std::byte> without_peak_time(std::span<const std::byte> header) {
    constexpr std::size_t time_at = 12;
    constexpr std::size_t time_bytes = 4;
    const auto id = std::as_bytes(std::span("PEAK").first<4>());
    std::vector<std::byte> copy(header.begin(), header.end());
    const auto found = std::search(copy.begin(), copy.end(), id.begin(), id.end());
    if (copy.end() - found >= static_cast<std::ptrdiff_t>(time_at + time_bytes)) {
        std::fill_n(found + time_at, time_bytes, std::byte{0});
    }
    return copy;
}

}  // namespace noble::io
