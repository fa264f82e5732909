#include "noble/limit.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "noble/error.hpp"
#include "support/memory.hpp"
#include "support/messages.hpp"

namespace noble::testing {
namespace {

std::string refusal(index_t count, std::uint64_t item_bytes) {
    return message_of<limit_error>([&] { require_memory(count, item_bytes, "a matrix"); });
}

TEST_CASE("limit: 4 GiB until it is set") {
    CHECK(memory_limit() == std::uint64_t{1} << 32);
    CHECK(within_a_megabyte(memory_limit) == 1 << 20);
    CHECK(memory_limit() == std::uint64_t{1} << 32);
}

TEST_CASE("limit: what just fits passes, and one item more is refused with size and limit") {
    const auto refused = [](index_t count, std::uint64_t item_bytes) {
        return within_a_megabyte([&] { return refusal(count, item_bytes); });
    };
    CHECK(refused(0, 8) == "");
    CHECK(refused(1 << 20, 1) == "");
    CHECK(refused(1 << 17, 8) == "");
    CHECK(refused((1 << 20) + 1, 1).starts_with("a matrix: 1048577 items of 1 bytes need 1 MiB"));
    CHECK(refused((1 << 17) + 1, 8).starts_with("a matrix: 131073 items of 8 bytes need 1 MiB"));
    CHECK(refused(1 << 18, 16) ==
          "a matrix: 262144 items of 16 bytes need 4 MiB, more than the memory limit of 1 MiB");
}

TEST_CASE("limit: sizes that are negative, or overflow 64 bits, are refused") {
    CHECK(refusal(-1, 8) == "a matrix: a size of -1 is negative");
    CHECK(refusal(-1, 0) == "a matrix: a size of -1 is negative");
    CHECK(contains(refusal(index_t{1} << 61, 8), "need 16 EiB"));  // 2^64 bytes, 0 in 64 bits
    CHECK(contains(refusal(std::numeric_limits<index_t>::max(), 16), "need 128 EiB"));
}

TEST_CASE("limit: bytes are told by powers of 1024, in four digits") {
    CHECK(format_bytes(0) == "0 bytes");
    CHECK(format_bytes(512) == "512 bytes");
    CHECK(format_bytes(1023) == "1023 bytes");
    CHECK(format_bytes(1024) == "1 KiB");
    CHECK(format_bytes(7.5 * 1024 * 1024) == "7.5 MiB");
    CHECK(format_bytes(0x1p32) == "4 GiB");
    CHECK(format_bytes(0x1p40) == "1 TiB");
    CHECK(format_bytes(0x1p50 / 3) == "341.3 TiB");
    CHECK(format_bytes(0x1p50) == "1 PiB");
    CHECK(format_bytes(0x1p63) == "8 EiB");
    CHECK(format_bytes(0x1p70) == "1024 EiB");  // there is no larger unit
}

}  // namespace
}  // namespace noble::testing
