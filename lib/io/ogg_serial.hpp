// Ogg files that depend on their content alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace noble::io {

/// Gives every page of a complete Ogg file the serial number `serial`, and the checksum that goes
/// with it. libsndfile draws the number at random, so that two equal signals would differ.
void set_ogg_serial(std::span<std::byte> file, std::uint32_t serial);

}  // namespace noble::io
