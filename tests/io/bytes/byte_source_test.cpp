#include "io/bytes/byte_source.hpp"

#include <doctest/doctest.h>

#include "io/feeder.hpp"
#include "noble/error.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

namespace noble::testing {
namespace {

std::string taken(io::byte_source& source, std::uint64_t offset, std::size_t count) {
    std::string bytes(count, '\0');
    bytes.resize(source.take(offset, std::as_writable_bytes(std::span(bytes))));
    return bytes;
}

TEST_CASE("source: a file is read anywhere, any number of times") {
    const temporary_folder folder;
    io::byte_source source(folder.put("a", "0123456789"));
    CHECK_FALSE(source.is_stream());
    CHECK(source.is_whole());
    CHECK(source.size() == 10);
    CHECK(source.text(8, 5) == "89");
    CHECK(source.text(2, 3) == "234");
    CHECK(taken(source, 2, 3) == "234");
    CHECK(source.text(20, 1).empty());
    CHECK(source.ends_at(10));
    CHECK_FALSE(source.ends_at(9));
}

TEST_CASE("source: what was looked at in a stream is there to be taken") {
    const temporary_folder folder;
    feeder feed(folder / "fifo");
    feed.write("0123456789");
    io::byte_source source(folder / "fifo");
    CHECK(source.is_stream());
    CHECK(source.is_endless());
    CHECK(source.head(4, 2).starts_with("01"));
    CHECK(source.text(2, 3) == "234");
    CHECK(taken(source, 0, 5) == "01234");
    CHECK(taken(source, 5, 2) == "56");
    feed.end();
    CHECK(taken(source, 7, 100) == "789");
    CHECK_FALSE(source.is_endless());
    CHECK(source.size() == 10);
}

TEST_CASE("source: a stream that was read whole is like a file") {
    const temporary_folder folder;
    feeder feed(folder / "fifo");
    feed.write("0123456789");
    io::byte_source source(folder / "fifo");
    feed.end();
    source.read_all();
    CHECK(source.is_whole());
    CHECK(taken(source, 3, 100) == "3456789");
    CHECK(taken(source, 0, 2) == "01");
}

TEST_CASE("source: what cannot be read says why") {
    CHECK(message_of<io_error>([] { io::byte_source(""); }) ==
          "cannot read: the file name is empty");
    CHECK(contains(message_of<io_error>([] { io::byte_source("/"); }), "Is a directory"));
}

}  // namespace
}  // namespace noble::testing
