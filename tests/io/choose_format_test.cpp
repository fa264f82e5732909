#include <doctest/doctest.h>
#include <sys/stat.h>

#include <thread>

#include "io/signals.hpp"
#include "noble/error.hpp"
#include "noble/signal_file.hpp"
#include "support/memory.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;
using noble::file_format;

namespace {

template <class... Format>
std::string failure(const std::string& path, Format... format) {
    auto read = message_of<noble::io_error>([&] { noble::read_signal(path, format...); });
    CHECK(message_of<noble::io_error>([&] { noble::inspect(path, format...); }) == read);
    return read;
}

}  // namespace

TEST_CASE("format: without an extension the content decides") {
    const temporary_folder folder;
    CHECK(noble::read_signal(folder.put("a", "1,2\n")).format == file_format::csv);
    CHECK(noble::read_signal(folder.put("b", wav_bytes("ab"))).format == file_format::wav);
    CHECK(noble::read_signal(folder.put("c.dat", npy_bytes(npy_dict("|u1", "(1,)"), "a"))).format ==
          file_format::npy);
}

TEST_CASE("format: a format that the content contradicts is refused, and both are named") {
    const temporary_folder folder;
    const auto wav = folder.put("a.wav", wav_bytes("ab"));
    CHECK(contains(failure(wav, file_format::npy),
                   "a.wav: the given format is npy, but the content is WAV"));
    CHECK(contains(failure(wav, file_format::csv), "is CSV, but the content is WAV"));
    CHECK(contains(failure(folder.put("a.flac", wav_bytes("ab"))),
                   "its name says FLAC, but the content is WAV"));
    CHECK(noble::read_signal(folder / "a.flac", file_format::wav).format == file_format::wav);
    CHECK(contains(failure(folder.put("a.csv", "1,2\n"), file_format::wav), "not WAV"));
}

TEST_CASE("format: RF64 under the name .wav is read") {
    const temporary_folder folder;
    noble::write_signal(folder / "a.wav", {make_array<double>({1}, {1})},
                        {.format = file_format::rf64});
    CHECK(noble::read_signal(folder / "a.wav").format == file_format::rf64);
}

TEST_CASE("format: empty, junk, missing and directory are one clear line each") {
    const temporary_folder folder;
    const std::string junk("\x01\x02junk\xFF", 7);
    for (const std::string name : {"a", "a.wav", "a.npy", "a.flac", "a.csv"}) {
        CAPTURE(name);
        CHECK(failure(folder.put(name, "")) == folder / name + ": the file is empty");
        const auto message = failure(folder.put(name, junk));
        CHECK(contains(message, name + ": "));
        CHECK(contains(message, "it starts with '\\x01\\x02junk\\xff'"));
        CHECK(contains(message, "readable formats are wav"));
        CHECK_FALSE(contains(message, "\n"));
    }
    CHECK(failure(folder / "none.wav") ==
          folder / "none.wav" + ": cannot read: No such file or directory");
    CHECK(contains(failure(folder / ""), "cannot read: Is a directory"));
    CHECK(contains(failure(folder / "a/b"), "cannot read: Not a directory"));
    CHECK(contains(failure(folder.put("words", "Hello, world\n")), "unknown content"));
    CHECK(contains(failure("/dev/null"), "/dev/null: the file is empty"));
}

TEST_CASE("format: a stream longer than the memory limit is refused") {
    const limited_memory limit(std::uint64_t{1} << 20U);
    const auto message = message_of<noble::limit_error>([] { noble::read_signal("/dev/zero"); });
    CHECK(message == "/dev/zero: the stream is longer than the memory limit of 1 MiB");
}

TEST_CASE("format: a stream of exactly the memory limit is read") {
    const temporary_folder folder;
    const std::string fifo = folder / "fifo";
    REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
    const std::string bytes = npy_bytes(npy_dict("<f8", "(20000,)"), std::string(160000, '\0'));
    std::thread writer([&] { std::ofstream(fifo, std::ios::binary) << bytes; });
    const limited_memory limit(bytes.size());
    const auto message = message_of<noble::limit_error>([&] { noble::read_signal(fifo); });
    writer.join();
    CHECK(message == "");
}
