#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>

#include "io/signals.hpp"
#include "noble/error.hpp"
#include "noble/output_file.hpp"
#include "noble/signal_file.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;
using noble::file_format;

namespace {

// While it lives, a standard descriptor is a file.
class redirection {
 public:
    redirection(int standard, const std::string& path, int flags) : standard_(standard) {
        std::cout.flush();
        std::fflush(stdout);
        saved_ = ::dup(standard);
        const int file = ::open(path.c_str(), flags, 0600);
        ::dup2(file, standard);
        ::close(file);
    }
    ~redirection() {
        ::dup2(saved_, standard_);
        ::close(saved_);
    }
    redirection(const redirection&) = delete;
    redirection& operator=(const redirection&) = delete;

 private:
    int standard_;
    int saved_ = -1;
};

constexpr int create = O_WRONLY | O_CREAT | O_APPEND;

}  // namespace

TEST_CASE("standard output: '-' writes every format as a file would be, and leaves it open") {
    const temporary_folder folder;
    const noble::signal_data signal{make_array<double>({2, 2}, {0.5, 0.25, -0.5, 0}),
                                    file_format::csv};
    for (const std::string name : {"a.wav", "a.flac", "a.ogg", "a.csv", "a.npy"}) {
        CAPTURE(name);
        const noble::write_options options{.format = noble::format_from_path(name)};
        noble::write_signal(folder / name, signal);
        {
            const redirection out(STDOUT_FILENO, folder / ("out-" + name), create);
            noble::write_signal("-", signal, options);
        }
        CHECK(bytes_of(folder / ("out-" + name)) == bytes_of(folder / name));
    }
}

TEST_CASE("standard output: without a format the signal's is taken") {
    const temporary_folder folder;
    {
        const redirection out(STDOUT_FILENO, folder / "out", create);
        noble::write_signal("-", {make_array<double>({1}, {7}), file_format::csv});
        noble::write_file("/dev/stdout", std::string_view("more\n"));
    }
    CHECK(bytes_of(folder / "out") == "7\nmore\n");
}

TEST_CASE("standard output: a full one is an io_error that names it") {
    std::string message;
    {
        const redirection out(STDOUT_FILENO, "/dev/full", O_WRONLY);
        message =
            message_of<noble::io_error>([] { noble::write_file("-", std::string_view("text")); });
    }
    CHECK(message == "standard output: writing failed: No space left on device");
}

TEST_CASE("standard input: '-' is read by content, or as it is told") {
    const temporary_folder folder;
    const auto path = folder.put("a.flac", "1,2\n3,4\n");
    {
        const redirection in(STDIN_FILENO, path, O_RDONLY);
        CHECK(shape_of(noble::read_signal("-").samples) == std::vector<index_t>{2, 2});
    }
    {
        const redirection in(STDIN_FILENO, path, O_RDONLY);
        CHECK(noble::inspect("-").format == file_format::csv);
    }
    const redirection in(STDIN_FILENO, path, O_RDONLY);
    CHECK(contains(message_of<noble::io_error>([] { noble::read_signal("-", file_format::wav); }),
                   "standard input: not WAV: it starts with '1,2"));
}

TEST_CASE("standard input: an empty one is one clear line") {
    const redirection in(STDIN_FILENO, "/dev/null", O_RDONLY);
    CHECK(message_of<noble::io_error>([] { noble::read_signal("-"); }) ==
          "standard input: the file is empty");
}
