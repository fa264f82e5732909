// A file of libsndfile in memory, which may break.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>

#include "io/audio/virtual_file.hpp"

namespace noble::testing {

class memory_file final : public io::virtual_file {
 public:
    /// What reads and writes throw once they may no more.
    struct broken : std::runtime_error {
        using std::runtime_error::runtime_error;
    };
    /// How many of them succeed.
    struct lifetime {
        int reads = std::numeric_limits<int>::max();
        int writes = std::numeric_limits<int>::max();
    };

    explicit memory_file(std::string bytes) : memory_file(std::move(bytes), {}) {}
    memory_file(std::string bytes, lifetime left) : bytes_(std::move(bytes)), left_(left) {}

    const std::string& bytes() const { return bytes_; }
    /// Writes that came this far, whether they succeeded or not.
    int asked_to_write() const { return asked_to_write_; }

    std::uint64_t size() const override { return bytes_.size(); }

    std::size_t read(std::uint64_t offset, std::span<std::byte> target) override {
        if (left_.reads-- <= 0) throw broken("no more reads");
        if (offset >= bytes_.size()) return 0;
        const auto rest = std::as_bytes(std::span(bytes_)).subspan(offset);
        const auto part = rest.first(std::min(rest.size(), target.size()));
        std::ranges::copy(part, target.begin());
        return part.size();
    }

    void write(std::uint64_t offset, std::span<const std::byte> bytes) override {
        ++asked_to_write_;
        if (left_.writes-- <= 0) throw broken("no more writes");
        bytes_.resize(std::max<std::size_t>(bytes_.size(), offset + bytes.size()));
        const auto to = std::as_writable_bytes(std::span(bytes_)).subspan(offset);
        std::ranges::copy(bytes, to.begin());
    }

 private:
    std::string bytes_;
    lifetime left_;
    int asked_to_write_ = 0;
};

}  // namespace noble::testing
