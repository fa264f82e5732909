#include <algorithm>
#include <cmath>
#include <string>

#include "io/audio.hpp"
#include "io/audio_layout.hpp"
#include "io/audio_target.hpp"
#include "io/formats.hpp"
#include "noble/error.hpp"

namespace noble::io {
namespace {

// libvorbis takes its work space from the stack, in proportion to the block.
constexpr index_t block_frames = 1024;

// NaN has no PCM value, and takes Vorbis apart.
template <class T>
void refuse_nan(const std::string& path, const T* samples, const audio_layout& layout) {
    if (layout.type == sample_type::float_32 || layout.type == sample_type::float_64) return;
    const index_t count = layout.frames * layout.channels;
    const T* found = std::find_if(samples, samples + count, [](T x) { return std::isnan(x); });
    if (found == samples + count) return;
    const index_t place = found - samples;
    throw io_error(path + ": NaN at frame " + std::to_string(place / layout.channels) +
                   ", channel " + std::to_string(place % layout.channels) +
                   " (counted from 0) has no value in " + std::string(name_of(layout.type)) +
                   "; float32, float64, csv and npy hold it");
}

// Writes a signal's blocks and counts the samples that did not fit.
class sample_writer {
 public:
    sample_writer(SNDFILE* handle, const audio_layout& layout) : handle_(handle), layout_(layout) {}

    template <class T>
    void write(const T* samples) {
        const int bits = pcm_bits(layout_.type);
        if (bits > 0) {
            const double full = std::ldexp(1.0, bits - 1);
            const int shift = 32 - bits;
            write_blocks<int>(samples, sf_writef_int, [&](T x) { return pcm(x, full, shift); });
        } else if (layout_.type == sample_type::float_64) {
            write_blocks<double>(samples, sf_writef_double, [](T x) { return double{x}; });
        } else if (layout_.type == sample_type::float_32) {
            write_blocks<float>(samples, sf_writef_float,
                                [](T x) { return static_cast<float>(x); });
        } else {
            write_blocks<float>(samples, sf_writef_float, [&](T x) { return unit(x); });
        }
    }

    index_t clipped() const { return clipped_; }
    bool complete() const { return complete_; }

 private:
    // x·2^(bits−1) to nearest, ties to even, left-justified in 32 bits. libsndfile's own scaling of
    // doubles has 2^(bits−1) − 1, with which 16-bit input would not come back the same.
    template <class T>
    int pcm(T x, double full, int shift) {
        const double rounded = std::nearbyint(static_cast<double>(x) * full);
        const double value = std::clamp(rounded, -full, full - 1);
        if (value != rounded) ++clipped_;
        return static_cast<int>(static_cast<index_t>(value) * (index_t{1} << shift));
    }

    template <class T>
    float unit(T x) {
        const T value = std::clamp(x, T{-1}, T{1});
        if (value != x) ++clipped_;
        return static_cast<float>(value);
    }

    template <class Stored, class T, class Write, class Convert>
    void write_blocks(const T* samples, Write write_frames, Convert convert) {
        const index_t channels = layout_.channels;
        std::vector<Stored> block(static_cast<std::size_t>(block_frames * channels));
        for (index_t done = 0; done < layout_.frames;) {
            const index_t count = std::min(block_frames, layout_.frames - done);
            const T* begin = samples + done * channels;
            std::transform(begin, begin + count * channels, block.begin(), convert);
            if (write_frames(handle_, block.data(), count) != count) return;
            done += count;
        }
        complete_ = true;
    }

    SNDFILE* handle_;
    const audio_layout& layout_;
    index_t clipped_ = 0;
    bool complete_ = false;
};

index_t write_file_of(const std::string& path, const any_array& samples,
                      const audio_layout& layout) {
    output_file output(path);
    target_file target(output, layout.format);
    SF_INFO info{0,
                 layout.rate,
                 layout.channels,
                 major_of(layout.format) | subtype_of(layout.type).value(),
                 0,
                 0};
    audio_handle handle(target, SFM_WRITE, info, path);
    // The PEAK chunk holds the time of day: two equal outputs would differ. What is left of the
    // longer header would later count as samples.
    sf_command(handle.get(), SFC_SET_ADD_PEAK_CHUNK, nullptr, SF_FALSE);
    target.truncate(target.position());
    sample_writer writer(handle.get(), layout);
    std::visit(
        [&](const auto& array) {
            if constexpr (std::is_floating_point_v<std::decay_t<decltype(array(0))>>) {
                writer.write(array.data());
            }
        },
        samples);
    target.rethrow();
    if (!writer.complete()) throw io_error(path + ": writing failed: " + sf_strerror(handle.get()));
    handle.close();
    target.commit();
    return writer.clipped();
}

}  // namespace

write_report write_audio(const std::string& path, const signal_data& signal, file_format format,
                         std::optional<sample_type> type) {
    const audio_layout layout = plan_layout(path, signal, format, type);
    std::visit(
        [&](const auto& array) {
            if constexpr (std::is_floating_point_v<std::decay_t<decltype(array(0))>>) {
                refuse_nan(path, array.data(), layout);
            }
        },
        signal.samples);
    write_report report{.format = format, .type = layout.type};
    report.clipped = write_file_of(path, signal.samples, layout);
    report.rate = layout.rate;
    report.rate_assumed = !signal.rate.has_value();
    return report;
}

}  // namespace noble::io
