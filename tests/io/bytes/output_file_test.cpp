#include "noble/output_file.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <thread>

#include "noble/error.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;
namespace fs = std::filesystem;

namespace {

fs::perms mode_of(const std::string& path) { return fs::status(path).permissions(); }

// While it lives, no file can grow beyond `bytes`: a full disk that needs no disk.
class file_size_limit {
 public:
    explicit file_size_limit(rlim_t bytes) : handler_(::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~file_size_limit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        ::signal(SIGXFSZ, handler_);
    }
    file_size_limit(const file_size_limit&) = delete;
    file_size_limit& operator=(const file_size_limit&) = delete;

 private:
    rlimit before_{};
    void (*handler_)(int);
};

}  // namespace

TEST_CASE("a regular file is written whole, and replaces the old one at commit only") {
    const temporary_folder folder;
    const std::string path = folder.put("a.txt", "old");
    {
        noble::output_file file(path);
        const std::string text = "new content";
        file.write(std::as_bytes(std::span(text)));
        CHECK_FALSE(file.in_place());
        CHECK(bytes_of(path) == "old");
        file.commit();
    }
    CHECK(bytes_of(path) == "new content");
    CHECK(folder.count() == 1);
}

TEST_CASE("an output that is never committed leaves the old file and no temporary") {
    const temporary_folder folder;
    const std::string path = folder.put("a.txt", "old");
    {
        noble::output_file file(path);
        file.write(std::as_bytes(std::span("half")));
    }
    CHECK(bytes_of(path) == "old");
    CHECK(folder.count() == 1);
}

TEST_CASE("a full disk is an io_error, leaves the old file and no temporary") {
    const temporary_folder folder;
    const std::string path = folder.put("a.txt", "old");
    const std::string big(10000, 'x');
    std::string message;
    {
        const file_size_limit limit(4096);
        message = message_of<noble::io_error>([&] { noble::write_file(path, big); });
    }
    CHECK(contains(message, "a.txt: writing failed: File too large"));
    CHECK(bytes_of(path) == "old");
    CHECK(folder.count() == 1);
}

TEST_CASE("a new file has the permissions that the umask gives, a replaced one keeps its own") {
    const temporary_folder folder;
    const mode_t before = ::umask(027);
    noble::write_file(folder / "new", std::string_view("x"));
    ::umask(before);
    CHECK(static_cast<unsigned>(mode_of(folder / "new")) == 0640);

    const std::string old = folder.put("old", "y");
    fs::permissions(old, static_cast<fs::perms>(0604));
    noble::write_file(old, std::string_view("z"));
    CHECK(static_cast<unsigned>(mode_of(old)) == 0604);
}

TEST_CASE("what a symbolic link points to is replaced, and the link stays") {
    const temporary_folder folder;
    fs::create_directory(folder / "there");
    const std::string target = folder.put("there/target", "old");
    fs::create_symlink("there/target", folder / "link");
    fs::create_symlink("link", folder / "second");
    noble::write_file(folder / "second", std::string_view("new"));
    CHECK(fs::is_symlink(folder / "second"));
    CHECK(fs::is_symlink(folder / "link"));
    CHECK_FALSE(fs::is_symlink(target));
    CHECK(bytes_of(target) == "new");
}

TEST_CASE("a dangling link is filled where it points") {
    const temporary_folder folder;
    fs::create_symlink("missing", folder / "link");
    noble::write_file(folder / "link", std::string_view("new"));
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(bytes_of(folder / "missing") == "new");
}

TEST_CASE("a name of the longest length that the system allows can be written") {
    const temporary_folder folder;
    const std::string name(255, 'n');
    noble::write_file(folder / name, std::string_view("x"));
    CHECK(bytes_of(folder / name) == "x");
}

TEST_CASE("unwritable targets are io_errors that say why, and nothing is left") {
    const temporary_folder folder;
    const std::string file = folder.put("file", "x");
    const auto failure = [](const std::string& path) {
        return message_of<noble::io_error>(
            [&] { noble::write_file(path, std::string_view("text")); });
    };
    CHECK(contains(failure(folder / "none/a"), "none/a: cannot write: No such file or directory"));
    CHECK(contains(failure(file + "/a"), "file/a: cannot write: Not a directory"));
    CHECK(contains(failure(folder / ""), "cannot write: Is a directory"));
    CHECK(contains(failure(folder / std::string(300, 'n')), "cannot write: File name too long"));
    CHECK(failure("") == "cannot write: the file name is empty");
    CHECK(folder.count() == 1);
}

TEST_CASE("/dev/full is written in place and reports a full disk") {
    const auto write = [] { noble::write_file("/dev/full", std::string_view("text")); };
    CHECK(message_of<noble::io_error>(write) ==
          "/dev/full: writing failed: No space left on device");
    CHECK(fs::is_character_file("/dev/full"));
    noble::write_file("/dev/null", std::string_view("text"));
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a FIFO is written in place and stays a FIFO") {
    const temporary_folder folder;
    const std::string fifo = folder / "fifo";
    REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
    const std::string text(300000, 'f');  // more than a pipe holds
    std::string received;
    std::thread reader([&] { received = bytes_of(fifo); });
    noble::write_file(fifo, text);
    reader.join();
    CHECK(received == text);
    CHECK(fs::is_fifo(fifo));
    CHECK(folder.count() == 1);
}

TEST_CASE("a FIFO whose reader leaves is an io_error, not the end of the process") {
    const temporary_folder folder;
    const std::string fifo = folder / "fifo";
    REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
    const int reader = ::open(fifo.c_str(), O_RDONLY | O_NONBLOCK);
    REQUIRE(reader >= 0);
    noble::output_file file(fifo);
    ::close(reader);
    const auto write = [&] { file.write(std::as_bytes(std::span("x"))); };
    CHECK(contains(message_of<noble::io_error>(write), "fifo: writing failed: Broken pipe"));
}

TEST_CASE("same_file sees through links and spellings, and only there") {
    const temporary_folder folder;
    const std::string a = folder.put("a", "same");
    const std::string b = folder.put("b", "same");
    fs::create_symlink("a", folder / "soft");
    fs::create_hard_link(a, folder / "hard");
    CHECK(noble::same_file(a, a));
    CHECK(noble::same_file(a, folder / "./a"));
    CHECK(noble::same_file(a, folder / "soft"));
    CHECK(noble::same_file(folder / "hard", a));
    CHECK_FALSE(noble::same_file(a, b));
    CHECK_FALSE(noble::same_file(a, folder / "missing"));
    CHECK_FALSE(noble::same_file(folder / "missing", folder / "missing"));
    CHECK_FALSE(noble::same_file("-", "-"));
}
