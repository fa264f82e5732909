#include "noble/signal_reader.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <future>
#include <thread>

#include "io/feeder.hpp"
#include "io/signals.hpp"
#include "noble/error.hpp"
#include "noble/signal_file.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;
using noble::file_format;
using noble::signal_reader;

namespace {

const std::vector<std::string> extensions{"wav",  "rf64", "w64", "flac",
                                          "aiff", "ogg",  "csv", "npy"};

// Values that 16 bits hold, two channels.
any_array two_channels(std::size_t frames) {
    std::vector<double> values(2 * frames);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<double>(i * 7919 % 4001) / 8192 - 0.25;
    }
    return make_array<double>({frames, 2}, values);
}

std::string put(const temporary_folder& folder, const std::string& extension, std::size_t frames) {
    const std::string path = folder / ("a." + extension);
    const auto format = noble::format_of(extension);
    const bool pcm = noble::is_audio(format) && format != file_format::ogg;
    noble::write_signal(path, {two_channels(frames)},
                        {.type = pcm ? std::optional(noble::sample_type::int_16) : std::nullopt});
    return path;
}

template <class T>
std::vector<T> read_blocks(signal_reader& in, std::size_t samples) {
    std::vector<T> all;
    std::vector<T> block(samples);
    while (const std::size_t count = in.read(std::span(block))) {
        all.insert(all.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(count));
    }
    return all;
}

// As real numbers, whatever the array's element.
std::vector<double> doubles(const any_array& array) {
    std::vector<double> values;
    std::visit(
        [&](const auto& typed) {
            for (const auto& value : typed) values.push_back(static_cast<double>(std::real(value)));
        },
        array);
    return values;
}

}  // namespace

TEST_CASE("reader: blocks of any size are the signal, in every format") {
    const temporary_folder folder;
    for (const auto& extension : extensions) {
        for (const std::size_t frames : {0, 1, 5003}) {
            if (frames == 0 && (extension == "flac" || extension == "csv")) continue;
            CAPTURE(extension);
            CAPTURE(frames);
            const std::string path = put(folder, extension, frames);
            const auto whole = doubles(noble::read_signal(path).samples);
            for (const std::size_t block : {2, 14, 8192, 100000}) {
                signal_reader in(path);
                CHECK(noble::frame_size(in.header()) == 2);
                CHECK(in.can_seek());
                if (extension != "csv") {
                    CHECK(noble::frame_count(in.header()) == static_cast<index_t>(frames));
                }
                CHECK(read_blocks<double>(in, block) == whole);
                CHECK(in.read(std::span(std::vector<double>(8).data(), 8)) == 0);
            }
        }
    }
}

TEST_CASE("reader: samples in any element type are rounded once") {
    const temporary_folder folder;
    const std::string path = folder / "a.wav";
    for (const auto type : {noble::sample_type::int_16, noble::sample_type::int_24,
                            noble::sample_type::int_32, noble::sample_type::float_64}) {
        std::vector<double> values(1001);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = std::sin(static_cast<double>(i));
        noble::write_signal(path, {make_array<double>({1001}, values)}, {.type = type});
        const auto whole = doubles(noble::read_signal(path).samples);
        signal_reader in(path);
        const auto singles = read_blocks<float>(in, 100);
        in.seek(0);
        const auto complex = read_blocks<std::complex<double>>(in, 100);
        REQUIRE(singles.size() == whole.size());
        REQUIRE(complex.size() == whole.size());
        for (std::size_t i = 0; i < whole.size(); ++i) {
            CHECK(singles[i] == static_cast<float>(whole[i]));
            CHECK(complex[i] == whole[i]);
        }
    }
}

TEST_CASE("reader: complex samples are not read as real ones") {
    const temporary_folder folder;
    signal_reader in(folder.put("a.csv", "1\n2i\n"));
    std::vector<double> block(2);
    CHECK(
        contains(message_of<noble::argument_error>([&] { in.read(std::span(block)); }), "complex"));
    CHECK(read_blocks<std::complex<double>>(in, 1) == std::vector<std::complex<double>>{1, {0, 2}});
}

TEST_CASE("reader: seek goes to any frame, and beyond the end is the end") {
    const temporary_folder folder;
    for (const auto& extension : extensions) {
        CAPTURE(extension);
        const std::string path = put(folder, extension, 5003);
        const auto whole = doubles(noble::read_signal(path).samples);
        signal_reader in(path);
        for (const index_t frame : {4999, 0, 17, 5002, 5003, 6000, 1}) {
            CAPTURE(frame);
            in.seek(frame);
            const auto begin = whole.begin() + 2 * std::min<index_t>(frame, 5003);
            CHECK(read_blocks<double>(in, 1000) == std::vector<double>(begin, whole.end()));
        }
    }
}

TEST_CASE("reader: a stream gives what has arrived, in every format that says no more") {
    const temporary_folder folder;
    for (const std::string extension : {"wav", "rf64", "w64", "aiff", "csv", "npy"}) {
        CAPTURE(extension);
        const std::string bytes = bytes_of(put(folder, extension, 5003));
        const auto whole = doubles(noble::read_signal(folder / ("a." + extension)).samples);
        const std::string fifo = folder / ("fifo-" + extension);
        feeder feed(fifo);
        feed.write(bytes.substr(0, 1000));
        signal_reader in(fifo);
        CHECK_FALSE(in.can_seek());
        std::vector<double> block(100000);
        const std::size_t first = in.read(std::span(block));
        CHECK(first > 20);
        CHECK(first < 1000);
        feed.write(bytes.substr(1000));
        feed.end();
        auto all =
            std::vector<double>(block.begin(), block.begin() + static_cast<std::ptrdiff_t>(first));
        const auto rest = read_blocks<double>(in, 5000);
        all.insert(all.end(), rest.begin(), rest.end());
        CHECK(all == whole);
    }
}

TEST_CASE("reader: a CSV stream is given from its first line on, with a format or without") {
    const temporary_folder folder;
    for (const auto format :
         {std::optional(noble::file_format::csv), std::optional<noble::file_format>()}) {
        const std::string fifo = folder / (format ? "given" : "told");
        feeder feed(fifo);
        feed.write("7\n");
        auto first = std::async(std::launch::async, [&] {
            signal_reader in(fifo, format);
            std::vector<double> block(16);
            block.resize(in.read(std::span(block)));
            return block;
        });
        CHECK(first.wait_for(std::chrono::seconds(5)) == std::future_status::ready);
        feed.end();
        CHECK(first.get() == std::vector<double>{7});
    }
}

TEST_CASE("reader: a stream whose first bytes come one by one is told by all of them") {
    const temporary_folder folder;
    const std::string bytes = bytes_of(put(folder, "wav", 100));
    feeder feed(folder / "fifo");
    feed.write(bytes.substr(0, 1));
    auto format = std::async(std::launch::async,
                             [&] { return signal_reader(folder / "fifo").header().format; });
    for (std::size_t i = 1; i < bytes.size(); ++i) feed.write(bytes.substr(i, 1));
    CHECK(format.get() == noble::file_format::wav);
}

TEST_CASE("reader: compressed streams are decoded while they come") {
    const temporary_folder folder;
    for (const std::string extension : {"flac", "ogg"}) {
        CAPTURE(extension);
        const std::string bytes = bytes_of(put(folder, extension, 50000));
        const auto whole = doubles(noble::read_signal(folder / ("a." + extension)).samples);
        const std::string fifo = folder / ("fifo-" + extension);
        feeder feed(fifo);
        feed.write(bytes.substr(0, 2 * bytes.size() / 3));
        signal_reader in(fifo);
        std::vector<double> all(100000);
        std::size_t done = in.read(std::span(all));
        CHECK(done > 0);
        feed.write(bytes.substr(2 * bytes.size() / 3));
        feed.end();
        while (const std::size_t count = in.read(std::span(all).subspan(done))) done += count;
        CHECK(done == 100000);
        CHECK(all == whole);
    }
}

TEST_CASE("reader: WAV of open length on a stream has no length, and ends with the stream") {
    const temporary_folder folder;
    const std::string samples(2000, '\x11');
    for (const std::uint64_t open : {0U, 0xFFFFFFFFU, 0x7FFFF000U}) {
        CAPTURE(open);
        const std::string fifo = folder / ("fifo" + std::to_string(open));
        feeder feed(fifo);
        feed.write(wav_bytes(samples, open, 0xFFFFFFFF));
        signal_reader in(fifo);
        feed.end();
        CHECK(noble::frame_count(in.header()) == noble::unknown_length);
        CHECK(read_blocks<double>(in, 77).size() == 1000);
    }
}

TEST_CASE("reader: what follows the samples of a stream is not samples") {
    const temporary_folder folder;
    const std::string fifo = folder / "fifo";
    const std::string list = "LIST" + little(4, 4) + "INFO";
    feeder feed(fifo);
    feed.write(wav_bytes(std::string(20, '\x11') + list, 20, 36 + 32));
    signal_reader in(fifo);
    CHECK(noble::frame_count(in.header()) == 10);
    feed.end();
    CHECK(read_blocks<double>(in, 77).size() == 10);
}

TEST_CASE("reader: a stream that ends before its header says is refused with both numbers") {
    const temporary_folder folder;
    const auto failure = [&](const std::string& name, const std::string& bytes) {
        const std::string fifo = folder / name;
        feeder feed(fifo);
        feed.write(bytes);
        return message_of<noble::io_error>([&] {
            signal_reader in(fifo);
            feed.end();
            read_blocks<double>(in, 16);
        });
    };
    CHECK(contains(failure("wav", wav_bytes(std::string(20, '\x11'), 1000, 1036)),
                   "claims 500 frames, but 10 can be read"));
    CHECK(contains(failure("npy", npy_bytes(npy_dict("<f8", "(100,)"), std::string(80, '\0'))),
                   "needs 800 bytes, but the file has 80"));
}

TEST_CASE("reader: CSV on a stream is complex if its first row is") {
    const temporary_folder folder;
    const auto open = [&](const std::string& name, const std::string& text) {
        feeder feed(folder / name);
        feed.write(text);
        std::vector<std::complex<double>> values;
        signal_reader in(folder / name);
        feed.end();
        if (noble::element_type::float64 == in.header().element) {
            for (const double x : read_blocks<double>(in, 8)) values.emplace_back(x);
        } else {
            values = read_blocks<std::complex<double>>(in, 8);
        }
        return values;
    };
    const std::string padding = "# " + std::string(100, 'x') + "\n";
    CHECK(open("a", "1i\n2\n" + padding).size() == 2);
    CHECK(contains(message_of<noble::io_error>([&] { open("b", "1\n2i\n" + padding); }),
                   "line 2, column 1: a complex number, but the stream began with real ones"));
}

TEST_CASE("reader: random access reads a stream to its end first") {
    const temporary_folder folder;
    const std::string bytes = bytes_of(put(folder, "wav", 1000));
    feeder feed(folder / "fifo");
    feed.write(bytes);
    auto closing = std::async(std::launch::async, [&] { feed.end(); });
    signal_reader in(folder / "fifo", std::nullopt, noble::access::random);
    CHECK(in.can_seek());
    CHECK(in.bytes() == bytes.size());
    const auto first = read_blocks<double>(in, 100);
    in.seek(0);
    CHECK(read_blocks<double>(in, 128) == first);
}
