#include "io/audio/riff_chunks.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

#include "io/audio/chunk_walk.hpp"
#include "noble/error.hpp"

namespace noble::io {
namespace {

constexpr std::uint64_t unknown_size = std::numeric_limits<std::uint32_t>::max();

[[noreturn]] void refuse(const byte_source& source, std::uint64_t claimed, std::uint64_t there) {
    throw io_error(source.name() + ": truncated: the header claims " + std::to_string(claimed) +
                   " bytes of samples, but the file has " + std::to_string(there));
}

[[noreturn]] void refuse_without(const byte_source& source, const std::string& chunk_of_samples,
                                 const std::string& format) {
    throw io_error(source.name() + ": truncated or damaged: " + format + " without samples (no " +
                   chunk_of_samples + " chunk)");
}

// What writers leave in 32-bit fields that they cannot go back to: sox 0x7FFFF000 and, in AIFF,
// 0x7F000000; ffmpeg 0xFFFFFFFF; others 0x7FFFFFFF and 0x80000000.
bool is_placeholder(std::uint64_t size, file_format format) {
    const std::uint64_t least = format == file_format::aiff ? 0x7F000000 : 0x7FFF0000;
    return size == unknown_size || (size >= least && size <= 0x80000000U);
}

// A data chunk of 0 bytes is one only if the file ends where the outermost chunk says, or a byte
// before. Of a stream, not more than a little is read ahead to see that.
bool is_empty_file(chunk_walk& walk, byte_source& source, std::uint64_t samples) {
    constexpr std::uint64_t most_ahead = std::uint64_t{1} << 16U;
    const std::uint64_t outer = walk.integer(4, 4) + 8;
    const bool near = outer >= samples && outer - samples <= most_ahead;
    return (near || !source.is_endless()) && (source.ends_at(outer - 1) || source.ends_at(outer));
}

// libsndfile reads as many bytes as the 32-bit field says, and no more; of a stream that goes on,
// as many as it can say, time and again.
open_size open_wav_size(const byte_source& source, const chunk& data) {
    const std::uint64_t there = source.size() - data.begin;
    if (there <= unknown_size) return {data.begin - 4, 4, there};
    if (source.is_endless()) return {data.begin - 4, 4, unknown_size};
    throw io_error(source.name() + ": a WAV of open length with " + std::to_string(there) +
                   " bytes of samples; beyond 4 GiB rf64 and w64 are read");
}

// The bytes of samples that COMM promises: frames × channels × bytes, where that is how the file's
// encoding stores them.
std::uint64_t promised_bytes(chunk_walk& walk, const chunk& comm) {
    constexpr std::string_view plain = "NONE twos sowt fl32 FL32 fl64 FL64 in24 in32 ";
    const std::string encoding = comm.size >= 22 ? walk.text(comm.begin + 18, 4) : "NONE";
    if (plain.find(encoding + " ") == std::string_view::npos) return 0;
    const std::uint64_t channels = walk.integer(comm.begin, 2);
    const std::uint64_t frames = walk.integer(comm.begin + 2, 4);
    const std::uint64_t bits = walk.integer(comm.begin + 6, 2);
    return frames * channels * ((bits + 7) / 8);
}

}  // namespace

sample_extent check_wav(byte_source& source) {
    chunk_walk walk(source, file_format::wav);
    while (const auto found = walk.next()) {
        if (found->id != "data") continue;
        const bool empty = found->size == 0 && is_empty_file(walk, source, found->begin);
        const bool placeholder = found->size == 0 || is_placeholder(found->size, file_format::wav);
        const std::uint64_t there = source.size() - found->begin;
        const bool lies_there = found->size <= there && !(placeholder && source.is_endless());
        if (empty || (found->size > 0 && lies_there)) {
            return {found->begin, found->begin + found->size};
        }
        if (!placeholder) refuse(source, found->size, there);
        return {found->begin, byte_source::endless, open_wav_size(source, *found)};
    }
    refuse_without(source, "data", "WAV");
}

// RF64 (EBU Tech 3306): where a chunk's size is 0xFFFFFFFF, the data size is the second field of
// ds64.
sample_extent check_rf64(byte_source& source) {
    constexpr std::uint64_t largest = std::uint64_t{1} << 62U;
    chunk_walk walk(source, file_format::rf64);
    std::uint64_t long_field = 0;
    std::uint64_t long_size = 0;
    while (const auto found = walk.next()) {
        if (found->id == "ds64") {
            long_field = found->begin + 8;
            long_size = walk.integer(long_field, 8);
        }
        if (found->id != "data") continue;
        const std::uint64_t claimed = found->size == unknown_size ? long_size : found->size;
        const std::uint64_t there = source.size() - found->begin;
        if (claimed <= there) return {found->begin, found->begin + claimed};
        if (claimed < largest) refuse(source, claimed, there);
        return {found->begin, byte_source::endless, open_size{long_field, 8, there}};
    }
    refuse_without(source, "data", "RF64");
}

sample_extent check_w64(byte_source& source) {
    chunk_walk walk(source, file_format::w64);
    while (const auto found = walk.next()) {
        if (found->id != "data") continue;
        const std::uint64_t there = source.size() - found->begin;
        if (found->size > there) refuse(source, found->size, there);
        return {found->begin, found->begin + found->size};
    }
    refuse_without(source, "data", "W64");
}

// SSND begins with an offset to the samples and a block size, 4 bytes each (AIFF-C, Apple 1991).
// What follows the samples of a stream has not arrived yet.
sample_extent check_aiff(byte_source& source) {
    chunk_walk walk(source, file_format::aiff);
    std::uint64_t promised = 0;
    std::optional<chunk> samples;
    while (!(samples && source.is_endless())) {
        const auto found = walk.next();
        if (!found) break;
        if (found->id == "COMM") promised = promised_bytes(walk, *found);
        if (found->id == "SSND") samples = found;
    }
    if (!samples && promised == 0) return {};  // no SSND where there are no samples
    if (!samples || walk.text(samples->begin, 8).size() < 8) {
        refuse_without(source, "SSND", "AIFF");
    }
    const std::uint64_t there = source.size() - samples->begin;
    if (is_placeholder(samples->size, file_format::aiff) &&
        (samples->size > there || source.is_endless())) {
        return {samples->begin + 8};
    }
    if (samples->size > there) refuse(source, samples->size, there);
    if (promised > samples->size - std::min<std::uint64_t>(8, samples->size)) {
        refuse(source, promised, samples->size < 8 ? 0 : samples->size - 8);
    }
    return {samples->begin + 8, samples->begin + samples->size};
}

}  // namespace noble::io
