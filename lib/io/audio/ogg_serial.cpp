// Source: RFC 3533, section 6: the page header.
#include "io/audio/ogg_serial.hpp"

#include <array>
#include <numeric>

namespace noble::io {
namespace {

constexpr std::size_t header_bytes = 27;
constexpr std::size_t serial_at = 14;
constexpr std::size_t checksum_at = 22;
constexpr std::size_t segments_at = 26;

constexpr std::array<std::uint32_t, 256> make_table() {
    constexpr std::uint32_t polynomial = 0x04C11DB7;
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t remainder = i << 24U;
        for (int bit = 0; bit < 8; ++bit) {
            const bool carry = (remainder & 0x80000000U) != 0;
            remainder = remainder << 1U ^ (carry ? polynomial : 0U);
        }
        table[i] = remainder;
    }
    return table;
}

constexpr std::array table = make_table();

// CRC-32 of the page with a checksum of 0: no reflection, no initial value.
std::uint32_t checksum(std::span<const std::byte> page) {
    return std::accumulate(page.begin(), page.end(), std::uint32_t{0},
                           [](std::uint32_t sum, std::byte byte) {
                               const auto index = sum >> 24U ^ std::to_integer<std::uint32_t>(byte);
                               return sum << 8U ^ table[index];
                           });
}

void store(std::span<std::byte> target, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i)
        target[i] = static_cast<std::byte>(value >> (8 * i) & 0xFFU);
}

// 27 bytes, the segment table, and the segments that it counts; 0 if they are not all there.
std::size_t page_bytes(std::span<const std::byte> file) {
    if (file.size() < header_bytes) return 0;
    const auto segments = std::to_integer<std::size_t>(file[segments_at]);
    if (file.size() < header_bytes + segments) return 0;
    const auto sizes = file.subspan(header_bytes, segments);
    const auto body = std::accumulate(
        sizes.begin(), sizes.end(), std::size_t{0},
        [](std::size_t sum, std::byte size) { return sum + std::to_integer<std::size_t>(size); });
    const std::size_t page = header_bytes + segments + body;
    return page <= file.size() ? page : 0;
}

}  // namespace

std::size_t complete_ogg_pages(std::span<const std::byte> file) {
    std::size_t complete = 0;
    while (const std::size_t page = page_bytes(file.subspan(complete))) complete += page;
    return complete;
}

void set_ogg_serial(std::span<std::byte> file, std::uint32_t serial) {
    while (const std::size_t bytes = page_bytes(file)) {
        const auto page = file.first(bytes);
        store(page.subspan(serial_at), serial);
        store(page.subspan(checksum_at), 0);
        store(page.subspan(checksum_at), checksum(page));
        file = file.subspan(bytes);
    }
}

}  // namespace noble::io
