#include "noble/signal_file.hpp"

#include <doctest/doctest.h>

#include "io/signals.hpp"
#include "noble/error.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;
using noble::file_format;

TEST_CASE("format: the output's format is the given, else the extension's, else the signal's") {
    const temporary_folder folder;
    noble::signal_data signal{make_array<double>({1}, {0.5}), file_format::csv};
    CHECK(noble::write_signal(folder / "a.npy", signal).format == file_format::npy);
    CHECK(noble::write_signal(folder / "a.npy", signal, {.format = file_format::wav}).format ==
          file_format::wav);
    CHECK(noble::write_signal(folder / "a", signal).format == file_format::csv);
    CHECK(bytes_of(folder / "a") == "0.5\n");
}

TEST_CASE("format: a failed write leaves the old output as it was") {
    const temporary_folder folder;
    const auto path = folder.put("a.flac", "old");
    const auto write = [&] {
        noble::write_signal(path, {make_array<double>({1, 9}, std::vector<double>(9))});
    };
    CHECK(message_of<noble::io_error>(write) != "");
    CHECK(bytes_of(path) == "old");
    CHECK(folder.count() == 1);
}
