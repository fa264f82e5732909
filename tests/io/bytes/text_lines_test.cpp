#include "io/bytes/text_lines.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "noble/error.hpp"
#include "noble/limit.hpp"
#include "support/memory.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

namespace noble::testing {
namespace {

std::vector<std::string> lines_of(io::text_lines& lines) {
    std::vector<std::string> all;
    while (const auto line = lines.next()) all.emplace_back(*line);
    return all;
}

TEST_CASE("lines: with and without an end, empty and longer than what is read at a time") {
    const temporary_folder folder;
    const std::string longest(200001, 'x');
    io::byte_source source(folder.put("a", "one\n\n" + longest + "\nlast"));
    io::text_lines lines(source);
    const std::vector<std::string> expected{"one", "", longest, "last"};
    CHECK(lines_of(lines) == expected);
    CHECK_FALSE(lines.next().has_value());
    lines.restart();
    CHECK(lines_of(lines) == expected);
}

TEST_CASE("lines: a text that ends with a line end has no empty line behind it") {
    const temporary_folder folder;
    io::byte_source source(folder.put("a", "1\n2\n"));
    io::text_lines lines(source);
    CHECK(lines_of(lines) == std::vector<std::string>{"1", "2"});
}

TEST_CASE("lines: one beyond the memory limit is refused") {
    const temporary_folder folder;
    io::byte_source source(folder.put("a", std::string(10000, '1')));
    const limited_memory limit(5000);
    const auto message = message_of<limit_error>([&] { (void)io::text_lines(source).next(); });
    CHECK(contains(message, "a: a line"));
}

}  // namespace
}  // namespace noble::testing
