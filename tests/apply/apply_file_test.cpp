#include "noble/apply_file.hpp"

#include <doctest/doctest.h>

#include "io/signals.hpp"
#include "noble/error.hpp"
#include "noble/evaluate.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

namespace noble::testing {
namespace {

xt::xarray<double> ramp(std::size_t frames, std::size_t channels) {
    auto x = xt::xarray<double>::from_shape({frames, channels});
    for (std::size_t i = 0; i < x.size(); ++i) x.data()[i] = static_cast<double>(i * 7919 % 1009);
    return x;
}

const op resampler = down(3) * conv(sequence{1, 2, 3, 4, 5}.origin(2)) * up(2);

TEST_CASE("apply_file: the finite map of window and boundary, whatever the blocks") {
    const temporary_folder folder;
    const auto x = ramp(101, 2);
    write_signal(folder / "a.npy", {x});
    for (const auto outside : boundaries) {
        for (const window& kept : {window::same, window::full, window(-3, 90)}) {
            const xt::xarray<double> expected = resampler.on(101, kept, outside)(x, 0);
            for (const index_t block : {0, 1, 7, 1000}) {
                const auto report = apply_file(
                    resampler, folder / "a.npy", folder / "b.npy",
                    {.binding = {{kept, kept}, {outside, outside}}, .axis = 0, .block = block});
                CHECK((std::get<xt::xarray<double>>(read_signal(folder / "b.npy").samples) ==
                       expected));
                CHECK(report.signal.shape == shape_of(any_array(expected)));
            }
        }
    }
}

TEST_CASE("apply_file: kron words and banks take the signal as a whole") {
    const temporary_folder folder;
    const auto x = ramp(6, 4);
    write_signal(folder / "a.npy", {x});
    apply_file(kron(down(2), up(2)), folder / "a.npy", folder / "b.npy");
    CHECK((std::get<xt::xarray<double>>(read_signal(folder / "b.npy").samples) ==
           kron(down(2), up(2)).on(6, 4, window::same, window::same)(x, 1)));
    write_signal(folder / "c.csv", {ramp(4, 1)});
    apply_file(bank(2, 1, {down(2), down(2, 1)}), folder / "c.csv", folder / "d.csv");
    const auto y = values_of<double>(read_signal(folder / "d.csv").samples);
    const auto all = ramp(4, 1);
    CHECK(y == std::vector<double>(all.begin(), all.end()));
}

TEST_CASE("apply_file: a transpose gives back as many samples as it is told") {
    const temporary_folder folder;
    folder.put("a.csv", "1\n2\n3\n");
    apply_options options{.binding = {.transpose = true}, .n = {6}};
    apply_file(down(2), folder / "a.csv", folder / "b.csv", options);
    CHECK(bytes_of(folder / "b.csv") == "1\n0\n2\n0\n3\n0\n");
    options.n.clear();
    CHECK(contains(message_of<argument_error>(
                       [&] { apply_file(down(2), folder / "a.csv", folder / "b.csv", options); }),
                   "a transpose needs"));
    CHECK(contains(message_of<argument_error>([&] {
                       apply_file(down(2), folder / "a.csv", folder / "b.csv", {.n = {3}});
                   }),
                   "n goes with a transpose"));
}

TEST_CASE("apply_file: progress is told in samples up to all of them, and may end the run") {
    const temporary_folder folder;
    write_signal(folder / "a.npy", {ramp(1000, 2)});
    std::vector<index_t> told;
    const auto note = [&](index_t done, std::optional<index_t> total) {
        CHECK(total == 2000);
        told.push_back(done);
    };
    apply_file(resampler, folder / "a.npy", folder / "b.npy",
               {.axis = 0, .block = 100, .progress = note});
    REQUIRE(told.size() >= 10);
    CHECK(std::ranges::is_sorted(told));
    CHECK(told.back() == 2000);
    const auto stop = [](index_t, std::optional<index_t>) { throw argument_error("enough"); };
    CHECK_THROWS_WITH(
        apply_file(resampler, folder / "a.npy", folder / "c.npy", {.axis = 0, .progress = stop}),
        "enough");
    CHECK_FALSE(std::filesystem::exists(folder / "c.npy"));
}

TEST_CASE("apply_file: what it refuses leaves no file") {
    const temporary_folder folder;
    folder.put("a.csv", "1\n2\n");
    const std::string in = folder / "a.csv";
    const std::string out = folder / "b.csv";
    CHECK_THROWS_AS(apply_file(conv(unknown("q", 3)), in, out), argument_error);
    CHECK_THROWS_AS(apply_file(resampler, in, in), io_error);
    CHECK_THROWS_AS(apply_file(resampler, folder / "none.csv", out), io_error);
    CHECK_THROWS_AS(apply_file(resampler, in, out, {.block = -1}), argument_error);
    CHECK_THROWS_AS(apply_file(kron(resampler, resampler), in, out, {.axis = 0}), shape_error);
    CHECK(folder.count() == 1);
}

}  // namespace
}  // namespace noble::testing
