#include "noble/limit.hpp"

#include <array>
#include <atomic>
#include <cmath>
#include <cstdio>

#include "noble/error.hpp"

namespace noble {
namespace {

constexpr std::uint64_t default_limit = std::uint64_t{4} << 30U;
std::atomic<std::uint64_t> limit{default_limit};

}  // namespace

std::uint64_t memory_limit() noexcept { return limit.load(std::memory_order_relaxed); }

void set_memory_limit(std::uint64_t bytes) noexcept {
    limit.store(bytes, std::memory_order_relaxed);
}

std::string format_bytes(double bytes) {
    constexpr std::array units{"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    std::size_t unit = 0;
    while (bytes >= 1024 && unit + 1 < units.size()) {
        bytes /= 1024;
        ++unit;
    }
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.4g %s", bytes, units.at(unit));
    return text.data();
}

void require_memory(index_t count, std::uint64_t item_bytes, std::string_view what) {
    if (count < 0) {
        throw limit_error(std::string(what) + ": a size of " + std::to_string(count) +
                          " is negative");
    }
    const double bytes = static_cast<double>(count) * static_cast<double>(item_bytes);
    if (bytes > static_cast<double>(memory_limit())) {
        throw limit_error(std::string(what) + ": " + std::to_string(count) + " items of " +
                          std::to_string(item_bytes) + " bytes need " + format_bytes(bytes) +
                          ", more than the memory limit of " +
                          format_bytes(static_cast<double>(memory_limit())));
    }
}

}  // namespace noble
