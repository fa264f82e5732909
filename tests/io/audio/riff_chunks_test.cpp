#include <doctest/doctest.h>

#include "io/signals.hpp"
#include "noble/error.hpp"
#include "noble/signal_file.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;

namespace {

std::string failure(const std::string& name, const std::string& bytes) {
    const temporary_folder folder;
    const std::string path = folder.put(name, bytes);
    return message_of<noble::io_error>([&] { noble::read_signal(path); });
}

index_t frames_of(const std::string& name, const std::string& bytes) {
    const temporary_folder folder;
    const std::string path = folder.put(name, bytes);
    const auto frames = shape_of(noble::read_signal(path).samples).at(0);
    CHECK(noble::inspect(path).length == frames);
    return frames;
}

std::string written(const std::string& name, std::size_t frames) {
    const temporary_folder folder;
    std::vector<double> values(frames);
    for (std::size_t i = 0; i < frames; ++i)
        values[i] = static_cast<double>(i * 7919 % 1000) / 1000;
    noble::write_signal(folder / name, {make_array<double>({frames}, values)},
                        {.type = noble::sample_type::int_16});
    return bytes_of(folder / name);
}

const std::string ten_frames(20, '\x11');

}  // namespace

TEST_CASE("chunks: a WAV that claims more than there is is refused with both numbers") {
    CHECK(
        contains(failure("a.wav", wav_bytes(ten_frames, 1000, 1036)),
                 "a.wav: truncated: the header claims 1000 bytes of samples, but the file has 20"));
    CHECK(contains(failure("a.wav", wav_bytes(ten_frames, 0x7FFE0000, 0x7FFE0024)), "2147352576"));
    CHECK(contains(failure("a.wav", wav_bytes(ten_frames, 0xFFFFFFF0, 36)), "4294967280"));
}

TEST_CASE("chunks: the sizes that writers to pipes leave open mean until the end") {
    for (const std::uint64_t open :
         {std::uint64_t{0}, std::uint64_t{0xFFFFFFFF}, std::uint64_t{0x7FFFF000},
          std::uint64_t{0x7FFFFFFF}, std::uint64_t{0x7FFFFFDB}, std::uint64_t{0x80000000}}) {
        CAPTURE(open);
        CHECK(frames_of("a.wav", wav_bytes(ten_frames, open, 0xFFFFFFFF)) == 10);
        CHECK(frames_of("a.wav", wav_bytes(ten_frames, open, 0)) == 10);
        CHECK(frames_of("a.wav", wav_bytes(ten_frames, open, open + 36)) == 10);
    }
}

TEST_CASE("chunks: a WAV whose data chunk is truly empty has no frames") {
    CHECK(frames_of("a.wav", wav_bytes("", 0, 36)) == 0);
    const std::string list = "LIST" + little(4, 4) + "INFO";
    CHECK(frames_of("a.wav", wav_bytes(list, 0, 36 + 12)) == 0);
}

TEST_CASE("chunks: chunks after the samples are not samples") {
    const std::string list = "LIST" + little(4, 4) + "INFO";
    CHECK(frames_of("a.wav", wav_bytes(ten_frames + list, 20, 36 + 32)) == 10);
}

TEST_CASE("chunks: an AIFF that claims more than there is is refused with both numbers") {
    CHECK(frames_of("a.aiff", aiff_bytes(ten_frames, 10, 28)) == 10);
    CHECK(contains(failure("a.aiff", aiff_bytes(ten_frames, 1000, 2008)),
                   "claims 2008 bytes of samples, but the file has 28"));
    CHECK(contains(failure("a.aiff", aiff_bytes(ten_frames, 1000, 28)),
                   "claims 2000 bytes of samples, but the file has 20"));
    CHECK(
        contains(failure("a.aiff", aiff_bytes(ten_frames, 0xFFFFFFFF, 28)), "but the file has 20"));
}

TEST_CASE("chunks: an AIFF from a pipe, as sox leaves it, is read until the end") {
    CHECK(frames_of("a.aiff", aiff_bytes(ten_frames, 0x3F800000, 0x7F000008)) == 10);
}

TEST_CASE("chunks: every audio file that is cut short is refused") {
    for (const std::string name : {"a.wav", "a.rf64", "a.w64", "a.aiff", "a.flac"}) {
        CAPTURE(name);
        const std::string whole = written(name, 20000);
        CHECK(frames_of(name, whole) == 20000);
        const std::string cut = failure(name, whole.substr(0, whole.size() / 2));
        CHECK(contains(cut, name + ": truncated"));
        CHECK(contains(cut, "the header claims"));
        for (const std::size_t length : {std::size_t{13}, std::size_t{30}, std::size_t{42}}) {
            CHECK(contains(failure(name, whole.substr(0, length)), name + ": "));
        }
    }
}

TEST_CASE("chunks: an RF64 whose long size is a placeholder is read until the end") {
    std::string bytes = written("a.rf64", 100);
    const std::size_t field = bytes.find("ds64") + 16;
    bytes.replace(field, 8, 8, '\xFF');
    CHECK(frames_of("a.rf64", bytes) == 100);
    bytes.replace(field, 8, little(1000000, 8));
    CHECK(contains(failure("a.rf64", bytes),
                   "claims 1000000 bytes of samples, but the file has 200"));
}

TEST_CASE("chunks: FLAC from a pipe, which does not say its length, is read until the end") {
    std::string bytes = written("a.flac", 20000);
    bytes[21] = static_cast<char>(bytes[21] & 0xF0);  // the 36 bits of total samples
    bytes.replace(22, 4, 4, '\0');
    CHECK(frames_of("a.flac", bytes) == 20000);
}

TEST_CASE("chunks: FLAC that claims more samples than it has is refused with both numbers") {
    std::string bytes = written("a.flac", 20000);
    bytes.replace(22, 4, big(30000, 4));
    CHECK(contains(failure("a.flac", bytes), "claims 30000 frames, but 20000 can be read"));
}
