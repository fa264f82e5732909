#include "noble/huge_pages.hpp"

#include <doctest/doctest.h>
#include <sys/mman.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <span>
#include <sstream>
#include <string>

namespace noble::testing {
namespace {

constexpr std::size_t page = 4096;
constexpr std::size_t mebibyte = std::size_t{1} << 20;

// Fresh memory, full of zeros.
class mapped {
 public:
    explicit mapped(std::size_t bytes)
        : bytes_(bytes),
          data_(mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)) {
        REQUIRE(data_ != MAP_FAILED);
    }
    mapped(const mapped&) = delete;
    mapped& operator=(const mapped&) = delete;
    ~mapped() { munmap(data_, bytes_); }

    [[nodiscard]] std::span<char> all() const { return {static_cast<char*>(data_), bytes_}; }

 private:
    std::size_t bytes_;
    void* data_;
};

struct range {
    std::uintptr_t begin = 0;
    std::uintptr_t end = 0;
    friend bool operator==(const range&, const range&) = default;
};

range common(const range& a, const range& b) {
    return {std::max(a.begin, b.begin), std::min(a.end, b.end)};
}

// What of this memory Linux was asked to back by huge pages, in bytes from its begin; {0, 0} for
// nothing. The kernel lists areas of memory as "begin-end …", and their flags in a line below.
range asked_for(const mapped& memory) {
    const auto first = reinterpret_cast<std::uintptr_t>(memory.all().data());
    std::ifstream areas("/proc/self/smaps");
    range area;
    for (std::string line; std::getline(areas, line);) {
        std::istringstream text(line);
        char dash = 0;
        range read;
        if (text >> std::hex >> read.begin >> dash >> read.end && dash == '-') area = read;
        if (!line.starts_with("VmFlags:") || line.find(" hg") == std::string::npos) continue;
        const range inside = common(area, {first, first + memory.all().size()});
        if (inside.begin < inside.end) return {inside.begin - first, inside.end - first};
    }
    return {};
}

// Whether the kernel has huge pages, and tells.
bool can_be_told() {
    const mapped memory(8 * mebibyte);
    (void)madvise(memory.all().data(), memory.all().size(), MADV_HUGEPAGE);
    return asked_for(memory) == range{0, 8 * mebibyte};
}

TEST_CASE("huge_pages: whole pages of large memory, and none of small") {
    if (!can_be_told()) return;
    const mapped whole(8 * mebibyte);
    prefer_huge_pages(whole.all().data(), 8 * mebibyte);
    CHECK(asked_for(whole) == range{0, 8 * mebibyte});
    const mapped within(8 * mebibyte);
    prefer_huge_pages(within.all().data() + 1, 6 * mebibyte);
    CHECK(asked_for(within) == range{page, 6 * mebibyte});
    const mapped small(8 * mebibyte);
    prefer_huge_pages(small.all().data(), 4 * mebibyte - 1);
    CHECK(asked_for(small) == range{});
    prefer_huge_pages(small.all().data(), 4 * mebibyte);
    CHECK(asked_for(small) == range{0, 4 * mebibyte});
}

TEST_CASE("huge_pages: no content changes, and memory that is not there is no failure") {
    const mapped memory(5 * mebibyte);
    for (std::size_t i = 0; i < memory.all().size(); i += page) memory.all()[i] = 'x';
    prefer_huge_pages(memory.all().data(), memory.all().size());
    CHECK(std::ranges::count(memory.all(), 'x') == 5 * mebibyte / page);
    CHECK(std::ranges::count(memory.all(), '\0') == 5 * mebibyte - 5 * mebibyte / page);
    prefer_huge_pages(nullptr, 0);
    prefer_huge_pages(nullptr, 64 * mebibyte);
}

}  // namespace
}  // namespace noble::testing
