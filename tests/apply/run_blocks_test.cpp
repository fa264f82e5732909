#include "apply/run_blocks.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "io/feeder.hpp"
#include "io/signals.hpp"
#include "noble/error.hpp"
#include "noble/threads.hpp"
#include "support/memory.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

namespace noble::testing {
namespace {

using reals = std::vector<double>;

// y[n] = x[2n] + 10·x[2n − 1], on endless signals
const files::block_word block_decimator{.word = down(2) * conv(taps{1, 10})};

// Its outputs on the time span of `lines`, one after another, of `length` frames each.
reals decimated(const reals& x, std::size_t lines, std::size_t length, std::size_t channels) {
    reals y;
    for (std::size_t frame = 0; frame < lines * length; ++frame) {
        const std::size_t n = frame % length;
        for (std::size_t c = 0; n % 2 == 0 && c < channels; ++c) {
            const std::size_t at = frame * channels + c;
            y.push_back(x[at] + (n > 0 ? 10 * x[at - channels] : 0));
        }
    }
    return y;
}

reals ramp(std::size_t count) {
    reals x(count);
    std::iota(x.begin(), x.end(), 1);
    return x;
}

apply_report run(const std::string& in, const std::string& out, int axis,
                 const apply_options& options) {
    signal_reader reader(in);
    return files::run_blocks(reader, {block_decimator, axis}, out, reader.header(), options);
}

reals samples_of(const std::string& path) { return values_of<double>(read_signal(path).samples); }

TEST_CASE("run_blocks: along frames each channel is a signal, whatever the blocks and threads") {
    const temporary_folder folder;
    const auto x = ramp(101 * 3);
    write_signal(folder / "a.npy", {make_array<double>({101, 3}, x)});
    const auto expected = decimated(x, 1, 101, 3);
    for (const int threads : {1, 2, 5}) {
        set_thread_count(threads);
        for (const index_t block : {1, 2, 7, 101, 1000, 0}) {
            const auto report = run(folder / "a.npy", folder / "b.npy", 0, {.block = block});
            CHECK(report.signal.shape == std::vector<index_t>{51, 3});
            CHECK(samples_of(folder / "b.npy") == expected);
        }
    }
    set_thread_count(0);
}

TEST_CASE("run_blocks: along lines each begins anew, wherever blocks end") {
    const temporary_folder folder;
    const auto x = ramp(4 * 5);
    write_signal(folder / "a.npy", {make_array<double>({2, 2, 5}, x)});
    const auto expected = decimated(x, 4, 5, 1);
    for (const index_t block : {1, 3, 5, 12, 0}) {
        const auto report = run(folder / "a.npy", folder / "b.npy", -1, {.block = block});
        CHECK(report.signal.shape == std::vector<index_t>{2, 2, 3});
        CHECK(samples_of(folder / "b.npy") == expected);
    }
}

TEST_CASE("run_blocks: what a stream was long is known, and told, at its end") {
    const temporary_folder folder;
    feeder feed(folder / "fifo.csv");
    feed.write("1\n2\n3\n4\n5\n");
    index_t told = 0;
    const auto note = [&](index_t done, std::optional<index_t> total) {
        CHECK_FALSE(total);
        told = done;
    };
    signal_reader in(folder / "fifo.csv", file_format::csv);
    REQUIRE(in.header().shape.front() == unknown_length);
    feed.end();
    const auto report = files::run_blocks(in, {block_decimator, 0}, folder / "b.csv", in.header(),
                                          {.block = 2, .progress = note});
    CHECK(bytes_of(folder / "b.csv") == "1\n23\n45\n");
    CHECK(report.signal.shape == std::vector<index_t>{3, 1});
    CHECK(told == 5);
}

TEST_CASE("run_blocks: it computes in the element type of the output") {
    const temporary_folder folder;
    // 2^24 + 1 is 2^24 in float32, and there the sum vanishes.
    write_signal(folder / "a.npy", {make_array<double>({2}, {0x1p24 + 1, -0x1p24})});
    signal_reader in(folder / "a.npy");
    signal_header out = in.header();
    out.element = element_type::float32;
    const files::block_word sum{.word = conv(taps{1, 1})};
    files::run_blocks(in, {sum, 0}, folder / "b.npy", out, {});
    const auto y = read_signal(folder / "b.npy").samples;
    CHECK(values_of<float>(y) == std::vector<float>{0x1p24F, 0});
}

TEST_CASE("run_blocks: a block beyond the memory limit is refused, by the option's own name") {
    const temporary_folder folder;
    write_signal(folder / "a.npy", {make_array<double>({4, 2}, ramp(8))});
    const auto refusal = within_a_megabyte([&] {
        return message_of<limit_error>([&] {
            run(folder / "a.npy", folder / "b.npy", 0, {.block = 65537, .option_prefix = "--"});
        });
    });
    CHECK(refusal.starts_with(
        "a block of 65537 frames (--block): 131074 items of 8 bytes need 1 MiB"));
    CHECK(folder.count() == 1);
}

}  // namespace
}  // namespace noble::testing
