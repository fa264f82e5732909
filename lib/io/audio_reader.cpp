#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <type_traits>

#include "io/audio.hpp"
#include "io/count.hpp"
#include "io/formats.hpp"
#include "noble/error.hpp"

namespace noble::io {
namespace {

constexpr index_t block_frames = 4096;

// A source with one field corrected (see chunks.hpp).
class source_file final : public virtual_file {
 public:
    source_file(const byte_source& source, std::optional<open_size> correction)
        : source_(source), correction_(correction) {}

    std::uint64_t size() const override { return source_.size(); }

    std::size_t read(std::uint64_t offset, std::span<std::byte> target) override {
        const std::size_t got = source_.read_at(offset, target);
        for (std::uint64_t i = 0; correction_ && i < correction_->bytes; ++i) {
            const std::uint64_t place = correction_->offset + i;
            if (place < offset || place - offset >= got) continue;
            target[place - offset] = static_cast<std::byte>(correction_->value >> (8 * i) & 0xFFU);
        }
        return got;
    }

    void write(std::uint64_t, std::span<const std::byte>) override {
        throw io_error(source_.name() + ": opened for reading");
    }

 private:
    const byte_source& source_;
    std::optional<open_size> correction_;
};

// An audio file whose header has been held against its size.
class audio_input {
 public:
    audio_input(const byte_source& source, file_format format)
        : source_(source),
          format_(format),
          file_(source, check_chunks(source, format)),
          handle_(file_, SFM_READ, info_, source.name()) {
        if (info_.frames == SF_COUNT_MAX) count_frames();
        if (info_.channels < 1 || info_.frames < 0) {
            throw io_error(source.name() + ": the header claims " + std::to_string(info_.frames) +
                           " frames of " + std::to_string(info_.channels) + " channels");
        }
    }

    const SF_INFO& info() const { return info_; }
    sample_type type() const { return type_of(info_.format); }
    file_format format() const { return format_; }

    any_array samples() {
        const sample_type stored = type();
        if (stored == sample_type::float_32 || stored == sample_type::vorbis) {
            return read<float32, float32>(sf_readf_float, 1);
        }
        if (stored == sample_type::float_64) return read<float64, float64>(sf_readf_double, 1);
        return read<int, float64>(sf_readf_int, std::ldexp(1.0, -31));
    }

 private:
    // libsndfile gives integers left-justified in 32 bits, whatever their width.
    template <class Stored, class Element, class Read>
    any_array read(Read read_frames, Element scale) {
        const index_t channels = info_.channels;
        const index_t count = checked_product(info_.frames, channels, source_.name());
        require_memory(count, sizeof(Element), source_.name());
        using array = xt::xarray<Element>;
        array samples = array::from_shape(
            {static_cast<std::size_t>(info_.frames), static_cast<std::size_t>(channels)});
        std::vector<Stored> block(static_cast<std::size_t>(block_frames * channels));
        Element* out = samples.data();
        index_t done = 0;
        while (done < info_.frames) {
            const index_t asked = std::min<index_t>(block_frames, info_.frames - done);
            const index_t got = read_frames(handle_.get(), block.data(), asked);
            if (got <= 0) break;
            out = std::transform(block.begin(), block.begin() + got * channels, out,
                                 [&](Stored x) { return static_cast<Element>(x) * scale; });
            done += got;
        }
        require_all(done);
        return samples;
    }

    // FLAC from a pipe does not say its length, and libsndfile cannot go back in it: it is decoded
    // once more, through a handle of its own.
    void count_frames() {
        source_file file(source_, std::nullopt);
        SF_INFO info{};
        const audio_handle handle(file, SFM_READ, info, source_.name());
        std::vector<int> block(static_cast<std::size_t>(block_frames * info.channels));
        info_.frames = 0;
        while (const index_t got = sf_readf_int(handle.get(), block.data(), block_frames)) {
            info_.frames += got;
        }
        file.rethrow();
    }

    void require_all(index_t done) const {
        file_.rethrow();
        if (done == info_.frames) return;
        throw io_error(source_.name() + ": truncated or damaged: the header claims " +
                       std::to_string(info_.frames) + " frames, but " + std::to_string(done) +
                       " can be read");
    }

    const byte_source& source_;
    file_format format_;
    source_file file_;
    SF_INFO info_{};
    audio_handle handle_;
};

// The subtype in libsndfile's words, such as "Signed 16 bit PCM".
std::string encoding_text(int format) {
    SF_FORMAT_INFO info{};
    info.format = format & SF_FORMAT_SUBMASK;
    const int failure = sf_command(nullptr, SFC_GET_FORMAT_INFO, &info, sizeof(info));
    return failure != 0 || info.name == nullptr ? "unknown encoding" : info.name;
}

}  // namespace

signal_data read_audio(const byte_source& source, file_format format) {
    audio_input input(source, format);
    return {input.samples(), format, input.type(), static_cast<double>(input.info().samplerate)};
}

signal_info inspect_audio(const byte_source& source, file_format format) {
    const audio_input input(source, format);
    const SF_INFO& info = input.info();
    return {.format = format,
            .type = input.type(),
            .encoding = encoding_text(info.format),
            .shape = {info.frames, info.channels},
            .length = info.frames,
            .channels = info.channels,
            .rate = info.samplerate,
            .bytes = source.size()};
}

}  // namespace noble::io
