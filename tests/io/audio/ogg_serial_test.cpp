#include "io/audio/ogg_serial.hpp"

#include <doctest/doctest.h>

#include "io/signals.hpp"

namespace noble::testing {
namespace {

// A page of one segment of `body`, its checksum still to be set.
std::string page_of(const std::string& body) {
    return "OggS" + std::string(1, '\0') + std::string(1, '\2') + little(0, 8) + little(0xABCD, 4) +
           little(0, 4) + little(0, 4) + std::string(1, '\1') +
           std::string(1, static_cast<char>(body.size())) + body;
}

// RFC 3533: the polynomial 0x04C11DB7, most significant bit first, bit by bit.
std::uint32_t crc_of(const std::string& bytes) {
    std::uint32_t sum = 0;
    for (const char c : bytes) {
        sum ^= static_cast<std::uint32_t>(static_cast<unsigned char>(c)) << 24U;
        for (int bit = 0; bit < 8; ++bit) {
            sum = (sum & 0x80000000U) != 0 ? sum << 1U ^ 0x04C11DB7U : sum << 1U;
        }
    }
    return sum;
}

TEST_CASE("ogg: only complete pages count") {
    const std::string pages = page_of("one") + page_of("second");
    const auto complete = [&](std::size_t count) {
        return io::complete_ogg_pages(std::as_bytes(std::span(pages).first(count)));
    };
    CHECK(complete(pages.size()) == pages.size());
    CHECK(complete(pages.size() - 1) == page_of("one").size());
    CHECK(complete(page_of("one").size() - 1) == 0);
    CHECK(complete(26) == 0);
}

TEST_CASE("ogg: every page gets the serial number, and the checksum that goes with it") {
    std::string pages = page_of("one") + page_of("second");
    io::set_ogg_serial(std::as_writable_bytes(std::span(pages)), 1);
    std::size_t begin = 0;
    for (const std::string body : {"one", "second"}) {
        std::string expected = page_of(body);
        expected.replace(14, 4, little(1, 4));
        expected.replace(22, 4, little(crc_of(expected), 4));
        CHECK(pages.substr(begin, expected.size()) == expected);
        begin += expected.size();
    }
}

}  // namespace
}  // namespace noble::testing
