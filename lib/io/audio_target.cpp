#include "io/audio_target.hpp"

#include <algorithm>

#include "io/ogg_serial.hpp"
#include "noble/limit.hpp"

namespace noble::io {
namespace {

// libsndfile leaves the PEAK chunk out of WAV and AIFF when told to, but not out of RF64. In the
// chunk, after id, size and version, stands the time of day.
std::vector<std::byte> without_peak_time(std::span<const std::byte> header) {
    constexpr std::size_t time_at = 12;
    constexpr std::size_t time_bytes = 4;
    const auto id = std::as_bytes(std::span("PEAK").first<4>());
    std::vector<std::byte> copy(header.begin(), header.end());
    const auto found = std::search(copy.begin(), copy.end(), id.begin(), id.end());
    if (copy.end() - found >= static_cast<std::ptrdiff_t>(time_at + time_bytes)) {
        std::fill_n(found + time_at, time_bytes, std::byte{0});
    }
    return copy;
}

}  // namespace

void target_file::write(std::uint64_t offset, std::span<const std::byte> bytes) {
    if (format_ == file_format::rf64 && offset == 0) {
        store(offset, without_peak_time(bytes));
    } else {
        store(offset, bytes);
    }
}

void target_file::truncate(std::uint64_t size) {
    if (in_memory()) {
        memory_.resize(size);
    } else {
        file_.truncate(size);
    }
    size_ = size;
}

void target_file::commit() {
    if (format_ == file_format::ogg) set_ogg_serial(memory_, 1);
    file_.write(memory_);
    file_.commit();
}

void target_file::store(std::uint64_t offset, std::span<const std::byte> bytes) {
    const std::uint64_t end = offset + bytes.size();
    if (in_memory()) {
        require_memory(static_cast<index_t>(end), 1, "output");
        if (end > memory_.size()) memory_.resize(end);
        std::copy(bytes.begin(), bytes.end(),
                  memory_.begin() + static_cast<std::ptrdiff_t>(offset));
    } else {
        file_.write_at(offset, bytes);
    }
    size_ = std::max(size_, end);
}

}  // namespace noble::io
