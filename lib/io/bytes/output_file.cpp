#include "noble/output_file.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <random>
#include <utility>

#include "io/bytes/system_error.hpp"
#include "noble/error.hpp"

namespace noble {
namespace {

namespace fs = std::filesystem;

// Where an open file without a name can be reached to give it one (open(2), O_TMPFILE).
constexpr const char* descriptors = "/proc/self/fd";

// Writing to a pipe without a reader raises SIGPIPE, which would end the process: it is blocked for
// this thread, and the pending one taken away, unless the caller already had one pending.
class pipe_signal_guard {
 public:
    pipe_signal_guard() {
        sigset_t pending{};
        sigpending(&pending);
        was_pending_ = sigismember(&pending, SIGPIPE) == 1;
        sigemptyset(&pipe_);
        sigaddset(&pipe_, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
    }
    ~pipe_signal_guard() {
        const int saved = errno;
        const timespec at_once{};
        if (!was_pending_) {
            while (sigtimedwait(&pipe_, nullptr, &at_once) < 0 && errno == EINTR) {
            }
        }
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
        errno = saved;
    }
    pipe_signal_guard(const pipe_signal_guard&) = delete;
    pipe_signal_guard& operator=(const pipe_signal_guard&) = delete;

 private:
    sigset_t pipe_{};
    sigset_t before_{};
    bool was_pending_ = false;
};

// /dev/stdout leads to whatever the shell opened: a redirected file must be written, not replaced.
bool is_standard_output(const std::string& path) {
    return path == "-" || path == "/dev/stdout" || path == "/dev/fd/1";
}

// The file that a path leads to. A dangling link leads to the file that it would create.
std::string resolve(const std::string& path) {
    std::error_code failure;
    fs::path target = path;
    for (int hops = 0; hops < 40 && fs::is_symlink(target, failure); ++hops) {
        const fs::path next = fs::read_symlink(target, failure);
        target = next.is_absolute() ? next : target.parent_path() / next;
    }
    return target.string();
}

// Beside the target, and short whatever the target's name: a name may be at the system's limit.
std::string temporary_name(const std::string& target) {
    std::random_device entropy;
    std::array<char, 40> name{};
    std::snprintf(name.data(), name.size(), ".noble-%08x%08x.tmp", entropy(), entropy());
    return (fs::path(target).parent_path() / name.data()).string();
}

}  // namespace

output_file::output_file(const std::string& path) : path_(path) {
    if (is_standard_output(path)) {
        path_ = "standard output";
        descriptor_ = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
        if (descriptor_ < 0) fail("cannot write", errno);
        return;
    }
    if (path.empty()) throw io_error("cannot write: the file name is empty");
    struct stat status {};
    const bool exists = ::stat(path.c_str(), &status) == 0;
    if (!exists && errno != ENOENT) fail("cannot write", errno);
    if (exists && S_ISDIR(status.st_mode)) fail("cannot write", EISDIR);
    if (exists && !S_ISREG(status.st_mode)) {
        descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
        if (descriptor_ < 0) fail("cannot write", errno);
        return;
    }
    if (exists && ::access(path.c_str(), W_OK) != 0) fail("cannot write", errno);
    target_ = resolve(path);
    open_temporary();
    if (exists) static_cast<void>(::fchmod(descriptor_, status.st_mode & 07777U));
}

output_file::~output_file() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

// A file without a name, where the file system has them: it is gone if the process is killed. Mode
// 0666 gives what the umask and the folder's access lists give any new file, which mkstemp (0600)
// does not.
void output_file::open_temporary() {
    const fs::path folder = fs::path(target_).parent_path();
    if (::access(descriptors, F_OK) == 0) {
        descriptor_ =
            ::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0666);
        if (descriptor_ >= 0) return;
    }
    claim_name([this](const char* name) {
        descriptor_ = ::open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        return descriptor_ >= 0;
    });
}

// Calls create with new names beside the target until one is not taken.
template <class Create>
void output_file::claim_name(const Create& create) {
    for (int attempt = 0; attempt < 100; ++attempt) {
        std::string name = temporary_name(target_);
        if (create(name.c_str())) {
            temporary_ = std::move(name);
            return;
        }
        if (errno != EEXIST) break;
    }
    fail("cannot write", errno);
}

void output_file::write(std::span<const std::byte> bytes) {
    const pipe_signal_guard guard;
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) fail("writing failed", count < 0 ? errno : EIO);
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
}

void output_file::write_at(std::uint64_t offset, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t count =
            ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) fail("writing failed", count < 0 ? errno : EIO);
        offset += static_cast<std::uint64_t>(count);
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
}

void output_file::truncate(std::uint64_t size) {
    if (::ftruncate(descriptor_, static_cast<off_t>(size)) != 0) fail("writing failed", errno);
}

// Network file systems report a full disk only here, at close.
void output_file::commit() {
    if (!target_.empty() && temporary_.empty()) {
        const std::string unnamed = descriptors + ("/" + std::to_string(descriptor_));
        claim_name([&unnamed](const char* name) {
            return ::linkat(AT_FDCWD, unnamed.c_str(), AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0;
        });
    }
    if (::close(std::exchange(descriptor_, -1)) != 0) fail("writing failed", errno);
    if (target_.empty()) return;
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail("cannot write", errno);
    temporary_.clear();
}

void output_file::fail(const char* doing, int error_number) const {
    throw io_error(path_ + ": " + doing + ": " + io::errno_text(error_number));
}

void write_file(const std::string& path, std::span<const std::byte> bytes) {
    output_file file(path);
    file.write(bytes);
    file.commit();
}

void write_file(const std::string& path, std::string_view text) {
    write_file(path, std::as_bytes(std::span(text)));
}

bool same_file(const std::string& a, const std::string& b) {
    if (a == "-" || b == "-") return false;
    struct stat first {};
    struct stat second {};
    return ::stat(a.c_str(), &first) == 0 && ::stat(b.c_str(), &second) == 0 &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

}  // namespace noble
