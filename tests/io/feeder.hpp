// A FIFO that a test feeds in steps.
#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>

namespace noble::testing {

/// Holds the FIFO open, and never waits for whom reads it.
class feeder {
 public:
    explicit feeder(const std::string& fifo) {
        REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
        descriptor_ = ::open(fifo.c_str(), O_RDWR | O_CLOEXEC);  // does not wait for the reader
        ::fcntl(descriptor_, F_SETPIPE_SZ, 1 << 20);             // nor for what it reads
    }
    ~feeder() { end(); }
    feeder(const feeder&) = delete;
    feeder& operator=(const feeder&) = delete;

    void write(const std::string& bytes) const {
        REQUIRE(::write(descriptor_, bytes.data(), bytes.size()) ==
                static_cast<ssize_t>(bytes.size()));
    }
    void end() {
        if (descriptor_ >= 0) ::close(descriptor_);
        descriptor_ = -1;
    }

 private:
    int descriptor_ = -1;
};

}  // namespace noble::testing
