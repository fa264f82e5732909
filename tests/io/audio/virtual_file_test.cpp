#include "io/audio/virtual_file.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>

#include "io/audio/memory_file.hpp"

namespace noble::testing {
namespace {

// The file as C code sees it.
class caller {
 public:
    explicit caller(io::virtual_file& file) : file_(&file) {}

    sf_count_t size() { return calls_.get_filelen(file_); }
    sf_count_t tell() { return calls_.tell(file_); }
    sf_count_t seek(sf_count_t offset, int whence) { return calls_.seek(offset, whence, file_); }
    std::string read(std::size_t count) {
        std::string bytes(count, '?');
        const sf_count_t got = calls_.read(bytes.data(), static_cast<sf_count_t>(count), file_);
        bytes.resize(static_cast<std::size_t>(got));
        return bytes;
    }
    sf_count_t write(const std::string& bytes) {
        return calls_.write(bytes.data(), static_cast<sf_count_t>(bytes.size()), file_);
    }

 private:
    SF_VIRTUAL_IO calls_ = io::virtual_file::callbacks();
    void* file_;
};

TEST_CASE("virtual file: places are counted from the begin, from here and from the end") {
    memory_file file("0123456789");
    caller calls(file);
    CHECK(calls.size() == 10);
    CHECK(calls.seek(4, SEEK_SET) == 4);
    CHECK(calls.seek(3, SEEK_CUR) == 7);
    CHECK(calls.seek(-2, SEEK_CUR) == 5);
    CHECK(calls.seek(-1, SEEK_END) == 9);
    CHECK(calls.seek(5, SEEK_END) == 15);
    CHECK(calls.tell() == 15);
    CHECK(calls.seek(-11, SEEK_END) == -1);
    CHECK(calls.tell() == 15);
    CHECK(file.position() == 15);
}

TEST_CASE("virtual file: reads and writes begin where the last one ended") {
    memory_file file("0123456789");
    caller calls(file);
    CHECK(calls.read(4) == "0123");
    CHECK(calls.read(4) == "4567");
    CHECK(calls.read(4) == "89");
    CHECK(calls.read(4).empty());
    CHECK(calls.tell() == 10);
    calls.seek(8, SEEK_SET);
    CHECK(calls.write("abc") == 3);
    CHECK(calls.write("d") == 1);
    CHECK(file.bytes() == "01234567abcd");
    CHECK(calls.tell() == 12);
}

TEST_CASE("virtual file: a read that fails is the end, and its exception is kept") {
    memory_file file("0123456789", {.reads = 1});
    caller calls(file);
    CHECK(calls.read(2) == "01");
    CHECK_FALSE(file.failed());
    CHECK_NOTHROW(file.rethrow());
    CHECK(calls.read(2).empty());
    CHECK(calls.tell() == 2);
    CHECK(file.failed());
    CHECK_THROWS_WITH_AS(file.rethrow(), "no more reads", memory_file::broken);
    CHECK_THROWS_AS(file.rethrow(), memory_file::broken);
}

TEST_CASE("virtual file: a write that fails reports success, and so do those after, undone") {
    memory_file file("", {.writes = 1});
    caller calls(file);
    CHECK(calls.write("abc") == 3);
    CHECK(calls.write("def") == 3);
    CHECK(calls.write("gh") == 2);
    CHECK(calls.tell() == 8);
    CHECK(file.bytes() == "abc");
    CHECK(file.asked_to_write() == 2);
    CHECK_THROWS_WITH_AS(file.rethrow(), "no more writes", memory_file::broken);
}

}  // namespace
}  // namespace noble::testing
