#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "io/audio/audio.hpp"
#include "io/audio/audio_handle.hpp"
#include "io/audio/audio_layout.hpp"
#include "io/audio/audio_target.hpp"
#include "io/audio/audio_type.hpp"
#include "io/audio/pcm.hpp"
#include "noble/error.hpp"

namespace noble::io {
namespace {

constexpr index_t most_frames_written = 16384;  // written at a time

// libvorbis takes its work space from the stack, in proportion to the block, and what it makes of
// the samples depends on the blocks: they are all of this size, but for the last.
constexpr std::size_t vorbis_frames = 1024;

class audio_writer final : public block_writer {
 public:
    audio_writer(const std::string& path, const audio_layout& layout, pipe_style style)
        : path_(path),
          layout_(layout),
          output_(path),
          target_(output_, layout_, style),
          info_(info_of(layout)),
          handle_(target_, SFM_WRITE, info_, path_),
          report_{.format = layout.format.format, .type = layout.type, .rate = layout.rate} {
        // The PEAK chunk holds the time of day: two equal outputs would differ. What is left of the
        // longer header would later count as samples.
        sf_command(handle_.get(), SFC_SET_ADD_PEAK_CHUNK, nullptr, SF_FALSE);
        target_.end_header(handle_.get());
        target_.rethrow();
    }

    void write(const const_block& samples) override {
        std::visit(
            [&](const auto values) {
                using value = typename decltype(values)::value_type;
                if constexpr (std::is_floating_point_v<value>) write_values(values);
            },
            samples);
    }

    void commit() override {
        if (!vorbis_.empty()) put_frames(std::span<const float>(vorbis_), sf_writef_float);
        require_frames(path_, layout_, done_);
        handle_.close();
        target_.commit();
    }

    const write_report& report() const override { return report_; }
    void assume_rate() { report_.rate_assumed = true; }

 private:
    template <class T>
    void write_values(std::span<const T> values) {
        const index_t most = most_frames_written * layout_.channels;
        while (!values.empty()) {
            const auto count = std::min(values.size(), static_cast<std::size_t>(most));
            write_block(values.first(count));
            values = values.subspan(count);
            done_ += static_cast<index_t>(count) / layout_.channels;
            if (!output_.in_place()) require_room();
        }
    }

    // libsndfile takes 16 bits and floats as they will lie, all other PCM left-justified in 32
    // bits. Its own scaling of floats has 2^(b−1) − 1, with which PCM would not come back the same.
    template <class T>
    void write_block(std::span<const T> values) {
        const int bits = pcm_bits(layout_.type);
        if (bits == 16) {
            put<short>(values, sf_writef_short, int16_rounding<T>{});
        } else if (bits > 0) {
            put<int>(values, sf_writef_int, int32_rounding<T>(bits));
        } else if (layout_.type == sample_type::float_64) {
            put<double>(values, sf_writef_double, plain_cast<T, double>{});
        } else if (layout_.type == sample_type::float_32) {
            put<float>(values, sf_writef_float, plain_cast<T, float>{});
        } else {
            collect_vorbis(converted<float>(values, unit_range<T>{}));
        }
    }

    template <class Stored, class T, class Write, class Convert>
    void put(std::span<const T> values, Write write_frames, const Convert& convert) {
        put_frames(converted<Stored>(values, convert), write_frames);
    }

    template <class Stored, class T, class Convert>
    std::span<const Stored> converted(std::span<const T> values, const Convert& convert) {
        auto& stored = std::get<std::vector<Stored>>(scratch_);
        stored.resize(values.size());
        const conversion_counts counts = convert(values, stored.data());
        if (counts.nan > 0) refuse_nan(values);
        report_.clipped += counts.clipped;
        return stored;
    }

    template <class Stored, class Write>
    void put_frames(std::span<const Stored> samples, Write write_frames) {
        const index_t frames = static_cast<index_t>(samples.size()) / layout_.channels;
        const index_t written = write_frames(handle_.get(), samples.data(), frames);
        target_.rethrow();
        if (written != frames) {
            throw io_error(path_ + ": writing failed: " + sf_strerror(handle_.get()));
        }
    }

    void collect_vorbis(std::span<const float> samples) {
        const std::size_t block = vorbis_frames * static_cast<std::size_t>(layout_.channels);
        while (!samples.empty()) {
            const auto count = std::min(samples.size(), block - vorbis_.size());
            vorbis_.insert(vorbis_.end(), samples.begin(),
                           samples.begin() + static_cast<std::ptrdiff_t>(count));
            samples = samples.subspan(count);
            if (vorbis_.size() < block) return;
            put_frames(std::span<const float>(vorbis_), sf_writef_float);
            vorbis_.clear();
        }
    }

    // NaN has no PCM value, and takes Vorbis apart.
    template <class T>
    [[noreturn]] void refuse_nan(std::span<const T> values) const {
        const auto found = std::ranges::find_if(values, [](T x) { return std::isnan(x); });
        const index_t place = found - values.begin();
        throw io_error(path_ + ": NaN at frame " +
                       std::to_string(done_ + place / layout_.channels) + ", channel " +
                       std::to_string(place % layout_.channels) +
                       " (counted from 0) has no value in " + std::string(name_of(layout_.type)) +
                       "; float32, float64, csv and npy hold it");
    }

    // FLAC without frames is refused at the end; a WAV of unknown length may become too long.
    void require_room() const { require_frames(path_, layout_, done_); }

    std::string path_;
    audio_layout layout_;
    output_file output_;
    audio_target target_;
    SF_INFO info_;
    audio_handle handle_;
    write_report report_;
    index_t done_ = 0;           // frames
    std::vector<float> vorbis_;  // less than a block
    std::tuple<std::vector<short>, std::vector<int>, std::vector<float>, std::vector<double>>
        scratch_;
};

}  // namespace

std::unique_ptr<block_writer> create_audio(const output_request& output,
                                           const format_entry& entry) {
    const audio_layout layout = plan_layout(output, entry);
    auto writer = std::make_unique<audio_writer>(output.path, layout, output.style);
    if (!output.signal.rate) writer->assume_rate();
    return writer;
}

}  // namespace noble::io
