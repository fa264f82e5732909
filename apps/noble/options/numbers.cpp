#include "options/numbers.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

#include "noble/error.hpp"

namespace noble::app {
namespace {

constexpr index_t largest = std::numeric_limits<index_t>::max();

[[noreturn]] void refuse(const std::string& option, const std::string& text,
                         const std::string& expected) {
    throw argument_error(option + ": expected " + expected + ", not '" + text + "'");
}

std::string range_text(index_t low, index_t high) {
    const std::string from = "an integer ≥ " + std::to_string(low);
    return high == largest ? from : from + " and ≤ " + std::to_string(high);
}

// The number that text begins with, and what follows it.
std::pair<double, std::string_view> leading_number(std::string_view text) {
    double value = std::nan("");
    const auto [stop, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc{}) return {std::nan(""), text};
    return {value, text.substr(static_cast<std::size_t>(stop - text.data()))};
}

// The factor of "", B, K, KB, KiB, M, …; 0 for anything else.
double unit_factor(std::string_view unit) {
    constexpr std::string_view prefixes = "KMGTPE";
    std::string name(unit);
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    if (name.empty() || name == "B") return 1;
    const auto power = prefixes.find(name.front());
    if (power == std::string_view::npos) return 0;
    const std::string rest = name.substr(1);
    if (!rest.empty() && rest != "B" && rest != "IB") return 0;
    return std::pow(rest == "B" ? 1000.0 : 1024.0, static_cast<double>(power) + 1);
}

}  // namespace

index_t integer_from(const std::string& option, const std::string& text, index_t low,
                     index_t high) {
    index_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, status] = std::from_chars(text.data(), end, value);
    if (status != std::errc{} || stop != end || value < low || value > high) {
        refuse(option, text, range_text(low, high));
    }
    return value;
}

double positive_from(const std::string& option, const std::string& text) {
    const auto [value, rest] = leading_number(text);
    if (!rest.empty() || !std::isfinite(value) || value <= 0) refuse(option, text, "a number > 0");
    return value;
}

std::uint64_t bytes_from(const std::string& option, const std::string& text) {
    const auto [number, unit] = leading_number(text);
    const double bytes = number * unit_factor(unit);
    constexpr double most = 0x1p63;
    if (!(bytes >= 1 && bytes <= most)) refuse(option, text, "a size such as 1000000, 512M or 4G");
    return static_cast<std::uint64_t>(bytes);
}

std::vector<std::string> parts_of(const std::string& text) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == ',') {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

std::vector<index_t> sizes_from(const std::string& text) {
    std::vector<index_t> sizes;
    for (const auto& part : parts_of(text)) sizes.push_back(integer_from("-n", part, 0, largest));
    if (sizes.size() > 2) refuse("-n", text, "N, or R,C for words on two axes");
    return sizes;
}

}  // namespace noble::app
