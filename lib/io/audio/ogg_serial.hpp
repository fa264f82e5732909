// Ogg files that depend on their content alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace noble::io {

/// The bytes of the complete pages at the front of `file`.
std::size_t complete_ogg_pages(std::span<const std::byte> file);

/// Gives every page of an Ogg file the serial number `serial`, and the checksum that goes
/// with it; the pages must be complete. libsndfile draws the number at random, so that two equal
/// signals would differ.
void set_ogg_serial(std::span<std::byte> file, std::uint32_t serial);

}  // namespace noble::io
