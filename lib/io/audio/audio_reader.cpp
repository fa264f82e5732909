#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "io/audio/audio.hpp"
#include "io/audio/audio_format.hpp"
#include "io/audio/audio_handle.hpp"
#include "io/audio/audio_source.hpp"
#include "io/audio/audio_type.hpp"
#include "kernels/instruction_set.hpp"
#include "noble/error.hpp"

namespace noble::io {
namespace {

constexpr index_t most_frames_read = 16384;  // read at a time
constexpr index_t stream_frames = 4096;      // the same of a compressed stream, so that it flows

// The subtype in libsndfile's words, such as "Signed 16 bit PCM".
std::string encoding_text(int format) {
    SF_FORMAT_INFO info{};
    info.format = format & SF_FORMAT_SUBMASK;
    const int failure = sf_command(nullptr, SFC_GET_FORMAT_INFO, &info, sizeof(info));
    return failure != 0 || info.name == nullptr ? "unknown encoding" : info.name;
}

element_type element_read_as(sample_type stored) {
    const bool single = stored == sample_type::float_32 || stored == sample_type::vorbis;
    return single ? element_type::float32 : element_type::float64;
}

class audio_reader final : public block_reader {
 public:
    audio_reader(byte_source& source, file_format format)
        : source_(source),
          extent_(audio_format_of(format).check(source)),
          file_(source, extent_),
          handle_(file_, SFM_READ, info_, source.name()) {
        if (info_.channels < 1 || info_.frames < 0) {
            throw io_error(source.name() + ": the header claims " + std::to_string(info_.frames) +
                           " frames of " + std::to_string(info_.channels) + " channels");
        }
        file_.start();
        const sample_type stored = type_of(info_.format);
        const bool open = extent_.correction && source.is_endless();
        frames_ = open || info_.frames == SF_COUNT_MAX ? unknown_length : info_.frames;
        frame_bytes_ = format == file_format::flac ? 0 : bytes_of(stored) * info_.channels;
        header_ = {.format = format,
                   .type = stored,
                   .element = element_read_as(stored),
                   .shape = {frames_, info_.channels},
                   .rate = info_.samplerate};
    }

    const signal_header& header() const override { return header_; }
    std::string encoding() const override { return encoding_text(info_.format); }

    // Sixteen bits and floats are read as they lie; libsndfile gives all other integers
    // left-justified in 32 bits.
    std::size_t read(const block& target) override {
        return std::visit(
            [&](const auto samples) -> std::size_t {
                const sample_type stored = *header_.type;
                if (stored == sample_type::int_16) {
                    return read_as<short>(samples, sf_readf_short, 0x1p-15);
                }
                if (stored == sample_type::float_64) {
                    return read_as<double>(samples, sf_readf_double, 1);
                }
                if (header_.element == element_type::float32) {
                    return read_as<float>(samples, sf_readf_float, 1);
                }
                return read_as<int>(samples, sf_readf_int, 0x1p-31);
            },
            target);
    }

    void seek(index_t frame) override {
        const index_t end = frames_ == unknown_length ? frame : frames_;
        if (sf_seek(handle_.get(), std::min(frame, end), SEEK_SET) < 0) {
            file_.rethrow();
            throw io_error(source_.name() + ": cannot go to frame " + std::to_string(frame) + ": " +
                           sf_strerror(handle_.get()));
        }
        done_ = std::min(frame, end);
    }

 private:
    index_t frames_to_ask(std::size_t room) const {
        const auto most = std::min(static_cast<index_t>(room) / info_.channels, most_frames_read);
        if (!source_.is_endless()) return most;
        if (frame_bytes_ == 0) return std::min(most, stream_frames);
        const auto ready = static_cast<index_t>(source_.ready(file_.source_position()));
        return std::clamp<index_t>(ready / frame_bytes_, 1, most);
    }

    template <class Stored, class T, class Read>
    std::size_t read_as(std::span<T> target, Read read_frames, double scale) {
        const index_t asked = frames_to_ask(target.size());
        index_t got = 0;
        if constexpr (std::is_same_v<Stored, T>) {
            got = read_frames(handle_.get(), target.data(), asked);
        } else {
            auto& stored = std::get<std::vector<Stored>>(scratch_);
            stored.resize(static_cast<std::size_t>(asked * info_.channels));
            got = read_frames(handle_.get(), stored.data(), asked);
            const auto count = static_cast<std::size_t>(std::max<index_t>(got, 0) * info_.channels);
            convert(std::span<const Stored>(stored).first(count), target.data(), scale);
        }
        if (got <= 0 && read_on()) return read_as<Stored>(target, read_frames, scale);
        if (got <= 0) return finish();
        done_ += got;
        return static_cast<std::size_t>(got * info_.channels);
    }

    // Scales are powers of 2: the one rounding is that of the integer.
    template <class Stored, class T>
    static void convert(std::span<const Stored> stored, T* target, double scale) {
        if constexpr (is_complex_element<T>) {
            using real = typename T::value_type;
            std::transform(stored.begin(), stored.end(), target, [=](Stored x) {
                return T(static_cast<real>(x) * static_cast<real>(scale));
            });
        } else if constexpr (std::is_same_v<Stored, short>) {
            const auto& kernels = kernels_of<T>(default_instruction_set());
            kernels.from_int16(stored.data(), static_cast<index_t>(stored.size()), target);
        } else {
            std::transform(stored.begin(), stored.end(), target,
                           [=](Stored x) { return static_cast<T>(x) * static_cast<T>(scale); });
        }
    }

    // A WAV of open length may be longer than its header can say: libsndfile, at what it takes for
    // the end, is sent back to the beginning and finds the samples that follow.
    bool read_on() {
        const bool open_wav = extent_.correction && header_.format == file_format::wav &&
                              frames_ == unknown_length && frame_bytes_ > 0;
        if (!open_wav || !source_.is_endless() || done_ == 0) return false;
        file_.shift_samples();
        return sf_seek(handle_.get(), 0, SEEK_SET) == 0;
    }

    // The end. Who feeds a pipe may have chunks left that nobody needs.
    std::size_t finish() {
        file_.rethrow();
        if (frames_ != unknown_length && done_ != frames_) {
            throw io_error(source_.name() + ": truncated or damaged: the header claims " +
                           std::to_string(frames_) + " frames, but " + std::to_string(done_) +
                           " can be read");
        }
        std::vector<std::byte> rest(std::size_t{1} << 16U);
        while (source_.is_endless()) source_.take(source_.received(), rest);
        return 0;
    }

    byte_source& source_;
    sample_extent extent_;
    audio_source file_;
    SF_INFO info_{};
    audio_handle handle_;
    signal_header header_;
    index_t frames_ = 0;
    index_t frame_bytes_ = 0;  // 0: packed
    index_t done_ = 0;
    std::tuple<std::vector<short>, std::vector<int>, std::vector<float>, std::vector<double>>
        scratch_;
};

}  // namespace

std::unique_ptr<block_reader> open_audio(byte_source& source, const format_entry& entry) {
    return std::make_unique<audio_reader>(source, entry.format);
}

}  // namespace noble::io
