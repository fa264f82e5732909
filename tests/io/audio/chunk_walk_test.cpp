#include "io/audio/chunk_walk.hpp"

#include <doctest/doctest.h>

#include "io/signals.hpp"
#include "support/temporary_folder.hpp"

namespace noble::testing {
namespace {

TEST_CASE("chunks walk: an odd size is padded, and the last may claim more than there is") {
    const temporary_folder folder;
    io::byte_source source(folder.put("a", "RIFF" + little(0, 4) + "WAVE" + "odd " + little(3, 4) +
                                               std::string("abc\0", 4) + "data" + little(1000, 4) +
                                               "xy"));
    io::chunk_walk walk(source, file_format::wav);
    const auto odd = walk.next();
    REQUIRE(odd.has_value());
    CHECK(odd->id == "odd ");
    CHECK(odd->begin == 20);
    CHECK(odd->size == 3);
    const auto data = walk.next();
    REQUIRE(data.has_value());
    CHECK(data->id == "data");
    CHECK(data->begin == 32);
    CHECK(data->size == 1000);
    CHECK_FALSE(walk.next().has_value());
}

TEST_CASE("chunks walk: AIFF is big-endian, and W64 counts its header of 24 bytes") {
    const temporary_folder folder;
    io::byte_source aiff(folder.put("a", "FORM" + big(0, 4) + "AIFF" + "COMM" + big(18, 4)));
    const auto comm = io::chunk_walk(aiff, file_format::aiff).next();
    REQUIRE(comm.has_value());
    CHECK(comm->size == 18);
    const std::string guid(12, 'g');
    std::string header(40, 'h');
    header.append("data").append(guid).append(little(24 + 7, 8));
    io::byte_source w64(folder.put("b", header));
    const auto data = io::chunk_walk(w64, file_format::w64).next();
    REQUIRE(data.has_value());
    CHECK(data->begin == 64);
    CHECK(data->size == 7);
}

}  // namespace
}  // namespace noble::testing
