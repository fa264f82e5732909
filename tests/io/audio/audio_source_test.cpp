#include "io/audio/audio_source.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <span>
#include <string>

#include "io/feeder.hpp"
#include "noble/error.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

namespace noble::testing {
namespace {

// At most `count` bytes from `offset` on; none behind them may be touched.
std::string text_at(io::audio_source& file, std::uint64_t offset, std::size_t count) {
    std::string bytes(count + 1, '?');
    const auto target = std::as_writable_bytes(std::span(bytes)).first(count);
    const std::size_t got = file.read(offset, target);
    CHECK(bytes.back() == '?');
    return bytes.substr(0, got);
}

// As libsndfile reads: from where the last read ended.
std::string next(io::virtual_file& file, std::size_t count) {
    std::string bytes(count, '?');
    const auto got =
        io::virtual_file::callbacks().read(bytes.data(), static_cast<sf_count_t>(count), &file);
    bytes.resize(static_cast<std::size_t>(got));
    return bytes;
}

void seek(io::virtual_file& file, sf_count_t place) {
    io::virtual_file::callbacks().seek(place, SEEK_SET, &file);
}

TEST_CASE("audio source: a file is what it is, but for the field that is corrected") {
    const temporary_folder folder;
    io::byte_source source(folder.put("a", "RIFF....samples"));
    const io::sample_extent open{8, 15, io::open_size{4, 4, 0x64636261}};
    io::audio_source file(source, open);
    CHECK(file.size() == 15);
    CHECK(text_at(file, 0, 100) == "RIFFabcdsamples");
    CHECK(text_at(file, 5, 2) == "bc");
    CHECK(text_at(file, 7, 3) == "dsa");
    CHECK(text_at(file, 2, 3) == "FFa");
    CHECK(text_at(file, 15, 1).empty());
    io::audio_source plain(source, {8, 15});
    CHECK(text_at(plain, 0, 9) == "RIFF....s");
    CHECK(message_of<io_error>([&] { file.write(0, {}); }) ==
          (folder / "a") + ": opened for reading");
}

TEST_CASE("audio source: a stream ends where its samples do, or where the open size says") {
    const temporary_folder folder;
    feeder feed(folder / "fifo");
    feed.write("header--");
    io::byte_source source(folder / "fifo");
    CHECK(io::audio_source(source, {8, 108}).size() == 108);
    CHECK(io::audio_source(source, {8, 108, io::open_size{4, 4, 1000}}).size() == 1008);
}

TEST_CASE("audio source: before the start nothing is waited for, then reads take what comes") {
    const temporary_folder folder;
    feeder feed(folder / "fifo");
    feed.write("header--");
    io::byte_source source(folder / "fifo");
    REQUIRE(source.text(0, 8) == "header--");
    io::audio_source file(source, {8, 14});
    CHECK(text_at(file, 20, 4).empty());
    CHECK(text_at(file, 9, 4).empty());  // has not arrived
    CHECK(next(file, 8) == "header--");
    file.start();
    feed.write("sample and a chunk");
    CHECK(next(file, 4) == "samp");
    CHECK(next(file, 4) == "le");
    CHECK(next(file, 4).empty());
    CHECK(file.source_position() == 14);
}

TEST_CASE("audio source: shifted samples go on behind those that were read") {
    const temporary_folder folder;
    feeder feed(folder / "fifo");
    feed.write("header--0123456789");
    io::byte_source source(folder / "fifo");
    io::audio_source file(source, {8, 12});
    REQUIRE(next(file, 8) == "header--");
    file.start();
    for (const auto* four : {"0123", "4567"}) {
        CHECK(next(file, 100) == four);
        file.shift_samples();
        seek(file, 8);
    }
    CHECK(file.position() == 8);
    CHECK(file.source_position() == 16);
    feed.end();
    CHECK(next(file, 100) == "89");
}

}  // namespace
}  // namespace noble::testing
