// Numbers as they are typed on the command line. Each throws argument_error that names the option.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "noble/limit.hpp"

namespace noble::app {

/// An integer of [low, high], decimal.
index_t integer_from(const std::string& option, const std::string& text, index_t low, index_t high);

/// A finite number > 0.
double positive_from(const std::string& option, const std::string& text);

/// Bytes: `1000000`, `512M`, `4G`, `1.5GiB` (powers of 1024) or `500MB` (powers of 1000); > 0.
std::uint64_t bytes_from(const std::string& option, const std::string& text);

/// `A,B` as its parts; a text without a comma is one part.
std::vector<std::string> parts_of(const std::string& text);

/// `-n N` or `-n R,C`: one size per axis, each ≥ 0.
std::vector<index_t> sizes_from(const std::string& text);

}  // namespace noble::app
