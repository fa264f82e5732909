#include "io/byte_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "io/system_error.hpp"
#include "noble/error.hpp"
#include "noble/limit.hpp"

namespace noble::io {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 20U;

// read(2), again after a signal.
ssize_t read_some(int descriptor, std::byte* target, std::size_t count) {
    ssize_t got = 0;
    do {
        got = ::read(descriptor, target, count);
    } while (got < 0 && errno == EINTR);
    return got;
}

// Closes what the constructor opened, if reading the stream throws.
class closing {
 public:
    explicit closing(int descriptor) : descriptor_(descriptor) {}
    ~closing() { ::close(descriptor_); }
    closing(const closing&) = delete;
    closing& operator=(const closing&) = delete;

 private:
    int descriptor_;
};

}  // namespace

byte_source::byte_source(const std::string& path) : name_(path) {
    if (path == "-") {
        name_ = "standard input";
        read_stream(STDIN_FILENO);
        return;
    }
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) fail(errno);
    struct stat status {};
    if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
        descriptor_ = descriptor;
        size_ = static_cast<std::uint64_t>(status.st_size);
        return;
    }
    const closing guard(descriptor);
    if (S_ISDIR(status.st_mode)) fail(EISDIR);
    read_stream(descriptor);
}

byte_source::~byte_source() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

// The buffer doubles, up to the limit and one byte, by which a stream that is too long shows.
void byte_source::read_stream(int descriptor) {
    const std::uint64_t limit = memory_limit();
    for (;;) {
        if (size_ == bytes_.size()) {
            const auto more = std::max<std::uint64_t>(block_bytes, size_);
            bytes_.resize(size_ + std::min(more, limit - size_ + 1));
        }
        const ssize_t got = read_some(descriptor, bytes_.data() + size_, bytes_.size() - size_);
        if (got < 0) fail(errno);
        if (got == 0) return;
        size_ += static_cast<std::uint64_t>(got);
        if (size_ > limit) {
            throw limit_error(name_ + ": the stream is longer than the memory limit of " +
                              format_bytes(static_cast<double>(limit)));
        }
    }
}

std::size_t byte_source::read_at(std::uint64_t offset, std::span<std::byte> target) const {
    if (offset >= size_) return 0;
    target = target.first(std::min<std::uint64_t>(target.size(), size_ - offset));
    if (is_stream()) {
        std::memcpy(target.data(), bytes_.data() + offset, target.size());
        return target.size();
    }
    std::size_t done = 0;
    while (done < target.size()) {
        const ssize_t got = ::pread(descriptor_, target.data() + done, target.size() - done,
                                    static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail(errno);
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

std::string byte_source::head(std::size_t count) const {
    std::string text(count, '\0');
    text.resize(read_at(0, std::as_writable_bytes(std::span(text))));
    return text;
}

void byte_source::fail(int error_number) const {
    throw io_error(name_ + ": cannot read: " + errno_text(error_number));
}

}  // namespace noble::io
