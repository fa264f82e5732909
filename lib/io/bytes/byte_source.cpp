#include "io/bytes/byte_source.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "io/bytes/system_error.hpp"
#include "noble/error.hpp"
#include "noble/limit.hpp"

namespace noble::io {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 16U;  // what a pipe holds

}  // namespace

byte_source::byte_source(const std::string& path) : name_(path) {
    if (path.empty()) throw io_error("cannot read: the file name is empty");
    if (path == "-") {
        name_ = "standard input";
        descriptor_ = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
    } else {
        descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    }
    if (descriptor_ < 0) fail(errno);
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0) return;
    if (S_ISREG(status.st_mode) && path != "-") {
        is_stream_ = false;
        size_ = static_cast<std::uint64_t>(status.st_size);
    } else if (S_ISDIR(status.st_mode)) {
        ::close(descriptor_);
        fail(EISDIR);
    }
}

byte_source::~byte_source() { ::close(descriptor_); }

std::uint64_t byte_source::received() const noexcept { return is_stream_ ? first_ + held_ : size_; }

// read(2), again after a signal; at the end of a stream its size is known.
std::size_t byte_source::read_some(std::span<std::byte> target) {
    ssize_t got = 0;
    do {
        got = ::read(descriptor_, target.data(), target.size());
    } while (got < 0 && errno == EINTR);
    if (got < 0) fail(errno);
    if (got == 0) size_ = received();
    return static_cast<std::size_t>(got);
}

// Reads on until `end` has been received. The buffer doubles, up to the limit and one byte, by
// which a stream that is too long shows.
void byte_source::receive(std::uint64_t end) {
    const std::uint64_t limit = memory_limit();
    while (is_endless() && received() < end) {
        if (held_ == buffer_.size()) {
            const auto more = std::max(block_bytes, held_);
            buffer_.resize(held_ + std::min<std::uint64_t>(more, limit - held_ + 1));
        }
        held_ += read_some(std::span(buffer_).subspan(held_));
        if (held_ > limit) {
            throw limit_error(name_ + ": the stream is longer than the memory limit of " +
                              format_bytes(static_cast<double>(limit)));
        }
    }
}

void byte_source::read_all() {
    if (is_stream_) receive(endless);
}

// What is in memory of the bytes from `offset` on.
std::size_t byte_source::remembered(std::uint64_t offset, std::span<std::byte> target) const {
    if (offset < first_) throw io_error(name_ + ": a stream cannot be read a second time");
    if (offset >= received()) return 0;
    const auto count = std::min<std::uint64_t>(target.size(), received() - offset);
    std::memcpy(target.data(), buffer_.data() + (offset - first_), count);
    return count;
}

std::size_t byte_source::read_file(std::uint64_t offset, std::span<std::byte> target) const {
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

std::size_t byte_source::read_at(std::uint64_t offset, std::span<std::byte> target) {
    if (offset >= size_) return 0;
    target = target.first(std::min<std::uint64_t>(target.size(), size_ - offset));
    if (!is_stream_) return read_file(offset, target);
    receive(offset + target.size());
    return remembered(offset, target);
}

// Straight into the target where nothing is in memory. A stream that was read whole stays whole.
std::size_t byte_source::take(std::uint64_t offset, std::span<std::byte> target) {
    if (is_whole()) return read_at(offset, target);
    std::size_t done = remembered(offset, target);
    if (offset + done < received()) {  // more in memory than asked for
        return done;
    }
    first_ = received();
    held_ = 0;
    while (done < target.size() && is_endless()) {
        const std::size_t got = read_some(target.subspan(done));
        first_ += got;
        done += got;
    }
    return done;
}

std::uint64_t byte_source::ready(std::uint64_t offset) const {
    if (!is_stream_ || !is_endless())
        return std::max<std::uint64_t>(size_ - std::min(offset, size_), 1);
    int waiting = 0;
    if (::ioctl(descriptor_, FIONREAD, &waiting) != 0) waiting = 0;
    const std::uint64_t arrived = received() + static_cast<std::uint64_t>(std::max(waiting, 0));
    return std::max<std::uint64_t>(arrived - std::min(offset, arrived), 1);
}

bool byte_source::ends_at(std::uint64_t offset) {
    if (is_stream_) receive(offset + 1);
    return size_ == offset;
}

std::string byte_source::head(std::size_t count, std::size_t least) {
    if (is_endless()) {
        receive(least);
        count = std::min<std::uint64_t>(count, std::max<std::uint64_t>(received(), least));
    }
    return text(0, count);
}

std::string byte_source::text(std::uint64_t offset, std::size_t count) {
    std::string bytes(count, '\0');
    bytes.resize(read_at(offset, std::as_writable_bytes(std::span(bytes))));
    return bytes;
}

void byte_source::fail(int error_number) const {
    throw io_error(name_ + ": cannot read: " + errno_text(error_number));
}

}  // namespace noble::io
