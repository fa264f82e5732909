#include "io/bytes/quoted.hpp"

#include <doctest/doctest.h>

namespace noble::testing {
namespace {

TEST_CASE("quoted: printable bytes as they are, others by number, and not too many") {
    CHECK(io::quoted("abc 1") == "'abc 1'");
    CHECK(io::quoted(std::string_view("\x01\n\xFF\0", 4)) == "'\\x01\\x0a\\xff\\x00'");
    CHECK(io::quoted("") == "''");
    CHECK(io::quoted(std::string(40, 'x')) == "'" + std::string(40, 'x') + "'");
    CHECK(io::quoted(std::string(41, 'x')) == "'" + std::string(40, 'x') + "…'");
}

}  // namespace
}  // namespace noble::testing
