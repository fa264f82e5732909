#include "io/audio/audio_source.hpp"

#include <algorithm>

#include "noble/error.hpp"

namespace noble::io {

std::uint64_t audio_source::size() const {
    if (!source_.is_endless()) return source_.size();
    if (!extent_.correction) return extent_.end;
    return extent_.begin + extent_.correction->value;
}

std::size_t audio_source::read(std::uint64_t offset, std::span<std::byte> target) {
    const std::uint64_t end = size();
    if (offset >= end) return 0;
    target = target.first(std::min<std::uint64_t>(target.size(), end - offset));
    if (started_) return source_.take(offset + shift_, target);
    if (offset > source_.received()) return 0;
    const std::size_t got = source_.read_at(offset, target);
    const auto& field = extent_.correction;
    for (std::uint64_t i = 0; field && i < field->bytes; ++i) {
        const std::uint64_t place = field->offset + i;
        if (place < offset || place - offset >= got) continue;
        target[place - offset] = static_cast<std::byte>(field->value >> (8 * i) & 0xFFU);
    }
    return got;
}

void audio_source::write(std::uint64_t, std::span<const std::byte>) {
    throw io_error(source_.name() + ": opened for reading");
}

}  // namespace noble::io
