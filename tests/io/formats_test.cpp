#include "io/formats.hpp"

#include <doctest/doctest.h>

#include "io/signals.hpp"
#include "noble/error.hpp"
#include "noble/signal_format.hpp"
#include "support/messages.hpp"

using namespace noble::testing;
using noble::file_format;

TEST_CASE("formats: names and extensions, in any case, with or without a dot") {
    CHECK(noble::format_of("wav") == file_format::wav);
    CHECK(noble::format_of(".FLAC") == file_format::flac);
    CHECK(noble::format_of("aif") == file_format::aiff);
    CHECK(noble::format_of("npy") == file_format::npy);
    CHECK(contains(message_of<noble::argument_error>([] { noble::format_of("mp3"); }),
                   "unknown file format 'mp3'; there are wav, rf64"));
    CHECK(noble::format_from_path("/a.b/c.Wav") == file_format::wav);
    CHECK(noble::format_from_path("x.tsv") == file_format::csv);
    CHECK_FALSE(noble::format_from_path("/a.wav/c").has_value());
    CHECK_FALSE(noble::format_from_path("c.mp3").has_value());
    CHECK_FALSE(noble::format_from_path("").has_value());
}

TEST_CASE("formats: each stands where its number says, and is found by each of its extensions") {
    index_t place = 0;
    for (const auto& entry : noble::io::formats()) {
        CHECK(static_cast<index_t>(entry.format) == place++);
        CHECK(&noble::io::entry_of(entry.format) == &entry);
        CHECK_FALSE(entry.extensions.front().empty());
        for (const auto extension : entry.extensions) {
            if (!extension.empty()) CHECK(noble::format_of(extension) == entry.format);
        }
    }
    CHECK(place == 8);
}

TEST_CASE("formats: no empty name is a format's, though rows have room for more extensions") {
    CHECK_FALSE(noble::format_from_path("name.").has_value());
    CHECK(contains(message_of<noble::argument_error>([] { noble::format_of(""); }), "''"));
}

TEST_CASE("formats: what a format is follows from its row") {
    CHECK(noble::is_audio(file_format::ogg));
    CHECK_FALSE(noble::is_audio(file_format::npy));
    CHECK(noble::is_text(file_format::csv));
    CHECK_FALSE(noble::is_text(file_format::npy));
    CHECK(noble::name_of(file_format::ogg) == "Ogg");
    CHECK(noble::io::names_of_formats() == "wav, rf64, w64, flac, aiff, ogg, csv, npy");
}
