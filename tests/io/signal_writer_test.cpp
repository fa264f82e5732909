#include "noble/signal_writer.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <future>

#include "io/signals.hpp"
#include "noble/error.hpp"
#include "noble/signal_file.hpp"
#include "support/memory.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;
using noble::file_format;
using noble::sample_type;
using noble::signal_writer;

namespace {

const std::vector<std::string> written_extensions{"wav",  "rf64", "w64", "flac",
                                                  "aiff", "ogg",  "csv", "npy"};

std::vector<double> wave(std::size_t count) {
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i) values[i] = static_cast<double>(i * 7919 % 4001) / 8192;
    return values;
}

noble::signal_header header_of(index_t frames, index_t channels) {
    return {.element = noble::element_type::float64, .shape = {frames, channels}, .rate = 8000};
}

void write_blocks(const std::string& path, const noble::signal_header& header,
                  const std::vector<double>& values, std::size_t block,
                  const noble::write_options& options = {}) {
    signal_writer out(path, header, options);
    for (std::size_t i = 0; i < values.size(); i += block) {
        out.write(std::span(values).subspan(i, std::min(block, values.size() - i)));
    }
    out.commit();
}

// What a FIFO gives while `write` writes into it.
template <class Write>
std::string received(const temporary_folder& folder, const Write& write) {
    const std::string fifo = folder / "fifo";
    if (!std::filesystem::exists(fifo)) REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
    auto bytes = std::async(std::launch::async, [&] { return bytes_of(fifo); });
    write(fifo);
    return bytes.get();
}

}  // namespace

TEST_CASE("writer: blocks of any size are one file, its length known beforehand or not") {
    const temporary_folder folder;
    for (const auto& extension : written_extensions) {
        for (const std::size_t frames : {1, 5003}) {
            CAPTURE(extension);
            CAPTURE(frames);
            const auto values = wave(2 * frames);
            noble::signal_data signal{make_array<double>({frames, 2}, values)};
            signal.rate = 8000;
            noble::write_signal(folder / ("whole." + extension), signal);
            const std::string whole = bytes_of(folder / ("whole." + extension));
            for (const std::size_t block : {2, 14, 8192}) {
                for (const index_t length : {static_cast<index_t>(frames), noble::unknown_length}) {
                    write_blocks(folder / ("a." + extension), header_of(length, 2), values, block);
                    CHECK(bytes_of(folder / ("a." + extension)) == whole);
                }
            }
        }
    }
}

TEST_CASE("writer: a pipe gets a known length in its header, odd numbers of bytes too") {
    const temporary_folder folder;
    for (const auto& [format, type] : {std::pair{file_format::wav, sample_type::uint_8},
                                       {file_format::wav, sample_type::int_16},
                                       {file_format::wav, sample_type::int_24},
                                       {file_format::wav, sample_type::float_32},
                                       {file_format::wav, sample_type::float_64},
                                       {file_format::aiff, sample_type::int_16},
                                       {file_format::aiff, sample_type::float_32},
                                       {file_format::w64, sample_type::uint_8},
                                       {file_format::w64, sample_type::float_64},
                                       {file_format::rf64, sample_type::float_32},
                                       {file_format::ogg, sample_type::vorbis}}) {
        CAPTURE(noble::name_of(format));
        CAPTURE(noble::name_of(type));
        const noble::write_options options{format, type};
        const auto values = wave(3001);
        write_blocks(folder / "file", header_of(3001, 1), values, 100, options);
        CHECK(received(folder, [&](const std::string& fifo) {
                  write_blocks(fifo, header_of(3001, 1), values, 100, options);
              }) == bytes_of(folder / "file"));
    }
}

TEST_CASE("writer: AIFF of an odd number of bytes on a pipe keeps its length") {
    const temporary_folder folder;
    for (const auto type : {sample_type::int_8, sample_type::int_24}) {
        const std::string bytes = received(folder, [&](const std::string& fifo) {
            write_blocks(fifo, header_of(3001, 1), wave(3001), 100, {file_format::aiff, type});
        });
        CHECK(bytes.size() % 2 == 0);
        CHECK(bytes.substr(4, 4) == big(bytes.size() - 8, 4));
        CHECK(noble::inspect(folder.put("a.aiff", bytes)).length == 3001);
    }
}

TEST_CASE("writer: FLAC on a pipe says its length where it is known") {
    const temporary_folder folder;
    for (const index_t length : {index_t{3001}, noble::unknown_length}) {
        folder.put("a.flac", received(folder, [&](const std::string& fifo) {
                       write_blocks(fifo, header_of(length, 1), wave(3001), 100,
                                    {.format = file_format::flac});
                   }));
        noble::signal_reader in(folder / "a.flac");
        CHECK(noble::frame_count(in.header()) == length);
        CHECK(values_of<double>(noble::read_signal(folder / "a.flac").samples) == wave(3001));
    }
}

TEST_CASE("writer: a pipe of unknown length: WAV says until the end, others wait for it") {
    const temporary_folder folder;
    const auto values = wave(3001);
    for (const auto& extension : written_extensions) {
        if (extension == "flac") continue;
        CAPTURE(extension);
        const noble::write_options options{.format = noble::format_of(extension)};
        const std::string piped = received(folder, [&](const std::string& fifo) {
            write_blocks(fifo, header_of(noble::unknown_length, 1), values, 100, options);
        });
        write_blocks(folder / "file", header_of(3001, 1), values, 100, options);
        if (extension == "wav") {
            CHECK(piped.substr(4, 4) == "\xFF\xFF\xFF\xFF");
            CHECK(piped.substr(piped.find("data") + 4, 4) == "\xFF\xFF\xFF\xFF");
            folder.put("a.wav", piped);
            CHECK(values_of<double>(noble::read_signal(folder / "a.wav").samples) == values);
        } else {
            CHECK(piped == bytes_of(folder / "file"));
        }
    }
}

TEST_CASE("writer: a pipe flows before the end") {
    const temporary_folder folder;
    const std::string fifo = folder / "fifo";
    REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
    for (const auto format :
         {file_format::wav, file_format::w64, file_format::aiff, file_format::flac,
          file_format::ogg, file_format::csv, file_format::npy}) {
        CAPTURE(noble::name_of(format));
        const int reader = ::open(fifo.c_str(), O_RDONLY | O_NONBLOCK);
        ::fcntl(reader, F_SETPIPE_SZ, 1 << 20);  // the writer need not wait
        signal_writer out(fifo, header_of(1000000, 1), {.format = format});
        const auto values = wave(6000);
        out.write(std::span<const double>(values));
        std::string bytes(1 << 16, '\0');
        CHECK(::read(reader, bytes.data(), bytes.size()) > 1000);
        ::close(reader);
    }
}

TEST_CASE("writer: what must be held for a pipe is refused beyond the memory limit") {
    const temporary_folder folder;
    const limited_memory limit(10000);
    for (const auto format : {file_format::npy, file_format::aiff, file_format::rf64}) {
        CAPTURE(noble::name_of(format));
        const auto write = [&] {
            write_blocks("/dev/null", header_of(noble::unknown_length, 1), wave(2000), 100,
                         {.format = format});
        };
        CHECK(contains(message_of<noble::limit_error>(write), "held until its header"));
    }
}

TEST_CASE("writer: without commit, and with other samples than promised, nothing is left") {
    const temporary_folder folder;
    for (const auto& extension : written_extensions) {
        CAPTURE(extension);
        const auto values = wave(100);
        {
            signal_writer out(folder / ("a." + extension), header_of(100, 1));
            out.write(std::span<const double>(values));
        }
        const auto promise = [&] {
            write_blocks(folder / ("a." + extension), header_of(101, 1), values, 10);
        };
        CHECK(contains(message_of<noble::argument_error>(promise), "101 samples, but 100"));
    }
    CHECK(folder.count() == 0);
}

TEST_CASE("writer: NaN in PCM is named by its place in the signal, whatever the blocks") {
    const temporary_folder folder;
    auto values = wave(100);
    values[57] = std::numeric_limits<double>::quiet_NaN();
    const auto write = [&] {
        write_blocks(folder / "a.wav", header_of(50, 2), values, 10, {.type = sample_type::int_16});
    };
    CHECK(contains(message_of<noble::io_error>(write), "NaN at frame 28, channel 1"));
    CHECK(folder.count() == 0);
}

TEST_CASE("writer: samples of another element than the header's are refused") {
    const temporary_folder folder;
    signal_writer out(folder / "a.npy", header_of(2, 1));
    const std::vector<float> singles{1, 2};
    CHECK(contains(
        message_of<noble::argument_error>([&] { out.write(std::span<const float>(singles)); }),
        "float64"));
}
