#include "apply/apply_blocks.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "apply/block_stages.hpp"
#include "noble/error.hpp"
#include "noble/evaluate.hpp"
#include "noble/stream.hpp"
#include "noble/threads.hpp"
#include "output/progress.hpp"

namespace noble::app {
namespace {

constexpr index_t piece_samples = 1 << 13;    // written at a time, where channels are joined
constexpr index_t default_samples = 1 << 14;  // of a block: the second cache holds some

// The samples in the file's order: `lines` one after another, of `length` frames each.
struct line_layout {
    index_t lines = 1;
    index_t length = unknown_length;
    index_t channels = 1;
};

line_layout layout_of(const signal_header& header, std::size_t axis) {
    if (axis == 0) return {1, header.shape[0], frame_size(header)};
    return {element_count({header.shape.begin(), header.shape.end() - 1}), header.shape.back(), 1};
}

// Channels first … first + count − 1 of the frames.
struct channel_range {
    index_t first = 0;
    index_t count = 1;
};

// Frames of `from_width` samples to frames of `to_width`: `count` samples of each.
template <class T>
void copy_columns(const T* from, index_t from_width, T* to, index_t to_width, index_t count,
                  index_t frames) {
    for (index_t i = 0; i < frames; ++i) {
        for (index_t c = 0; c < count; ++c) to[i * to_width + c] = from[i * from_width + c];
    }
}

// One channel of two, and two of one each; of steps that they know compilers make vectors.
template <class T>
void copy_of_pairs(const T* pairs, T* to, index_t count) {
    for (index_t i = 0; i < count; ++i) to[i] = pairs[2 * i];
}

template <class T>
void join_pairs(const T* first, const T* second, T* pairs, index_t count) {
    for (index_t i = 0; i < count; ++i) {
        pairs[2 * i] = first[i];
        pairs[2 * i + 1] = second[i];
    }
}

// Samples that grow in number; memory is kept, and not cleared.
template <class T>
class sample_buffer {
 public:
    void clear() { size_ = 0; }
    /// Place for `count` more. Throws limit_error.
    std::span<T> append(index_t count) {
        require_memory(count, sizeof(T), outputs);
        const std::size_t at = size_;
        const std::size_t size = at + static_cast<std::size_t>(count);
        if (memory_.size() < size) {
            require_memory(static_cast<index_t>(size), sizeof(T), outputs);
            memory_.resize(size);
        }
        size_ = size;
        return std::span(memory_).subspan(at, size - at);
    }
    std::span<const T> all() const { return std::span(memory_).first(size_); }

 private:
    static constexpr const char* outputs = "the outputs of a block";
    std::vector<T> memory_;
    std::size_t size_ = 0;
};

// A stream of some of the channels, over lines: it begins anew with each.
template <class T>
class line_filter {
 public:
    line_filter(stream<T> word, const line_layout& layout, const channel_range& channels)
        : word_(std::move(word)), layout_(layout), channels_(channels), left_(layout.length) {}

    index_t end_frames() const { return word_.end_frames(); }
    /// The last end_frames() frames of the signal, of all channels, beforehand.
    void prime(std::span<const T> frames) { word_.prime(own(frames)); }

    /// Appends the outputs that the frames settle.
    void operator()(std::span<const T> frames, sample_buffer<T>& out) {
        frames = own(frames);
        if (layout_.lines == 1) return append(frames, out);
        while (!frames.empty()) {
            const auto count = std::min(frames.size(), static_cast<std::size_t>(left_));
            append(frames.first(count), out);
            frames = frames.subspan(count);
            left_ -= static_cast<index_t>(count);
            if (left_ == 0) end_line(out);
        }
    }

    /// Appends what the end of the signal settles.
    void finish(sample_buffer<T>& out) {
        if (layout_.lines == 1) append_end(out);
    }

    /// Frames, of all lines.
    index_t outputs() const { return outputs_; }
    const channel_range& channels() const { return channels_; }

 private:
    std::span<const T> own(std::span<const T> frames) {
        if (channels_.count == layout_.channels) return frames;
        const auto count = static_cast<index_t>(frames.size()) / layout_.channels;
        samples_.resize(static_cast<std::size_t>(count * channels_.count));
        const T* const from = frames.data() + channels_.first;
        if (layout_.channels == 2) {
            copy_of_pairs(from, samples_.data(), count);
        } else {
            copy_columns(from, layout_.channels, samples_.data(), channels_.count, channels_.count,
                         count);
        }
        return samples_;
    }

    // Lines have one channel.
    void end_line(sample_buffer<T>& out) {
        append_end(out);
        word_.reset();
        left_ = layout_.length;
    }

    void append(std::span<const T> frames, sample_buffer<T>& out) {
        const auto count = static_cast<index_t>(frames.size()) / channels_.count;
        word_(frames, room(word_.outputs_of(count), out));
    }

    void append_end(sample_buffer<T>& out) { word_.flush(room(word_.outputs_of_end(), out)); }

    // For so many frames of outputs.
    std::span<T> room(index_t frames, sample_buffer<T>& out) {
        outputs_ += frames;
        return out.append(element_count({frames, channels_.count}));
    }

    stream<T> word_;
    line_layout layout_;
    channel_range channels_;
    index_t left_;  // samples of the line
    index_t outputs_ = 0;
    std::vector<T> samples_;
};

// The channels in as many filters as threads can run side by side.
template <class T>
std::vector<line_filter<T>> filters_of(const stream_options& options, const op& word,
                                       const line_layout& layout, index_t parts) {
    std::vector<line_filter<T>> filters;
    for (index_t part = 0; part < parts; ++part) {
        const index_t first = layout.channels * part / parts;
        const channel_range channels{first, layout.channels * (part + 1) / parts - first};
        stream_options own = options;
        own.channels = channels.count;
        filters.emplace_back(stream<T>(word, own), layout, channels);
    }
    return filters;
}

template <class T>
class block_application {
 public:
    block_application(signal_reader& in, std::vector<line_filter<T>>& filters, signal_writer& out,
                      std::size_t block, progress& shown)
        : in_(in), filters_(filters), out_(out), block_(block), shown_(shown) {
        for (auto& slot : slots_) slot.outputs.resize(filters.size());
    }

    void run(std::size_t threads) {
        std::vector<block_stages::block_work> parts;
        for (std::size_t part = 0; part < filters_.size(); ++part) {
            parts.emplace_back([this, part](std::size_t block) { filter(slot(block), part); });
        }
        block_stages stages([this](std::size_t block) { return read(slot(block)); },
                            std::move(parts), [this](std::size_t block) { write(slot(block)); },
                            slots_.size());
        stages.run(std::min(threads, filters_.size() + 2));
    }

 private:
    // The last is empty: it stands for the end of the signal.
    struct block {
        std::vector<T> samples;
        std::vector<sample_buffer<T>> outputs;  // of each filter
    };
    block& slot(std::size_t n) { return slots_[n % slots_.size()]; }

    bool read(block& b) {
        b.samples.resize(block_);
        b.samples.resize(in_.read(std::span(b.samples)));
        return !b.samples.empty();
    }

    void filter(block& b, std::size_t part) {
        auto& outputs = b.outputs[part];
        outputs.clear();
        b.samples.empty() ? filters_[part].finish(outputs) : filters_[part](b.samples, outputs);
    }

    void write(const block& b) {
        b.outputs.size() == 1 ? out_.write(b.outputs.front().all()) : write_joined(b);
        done_ += static_cast<index_t>(b.samples.size());
        shown_.show(done_);
    }

    // Frames whose channels the filters made, in pieces that stay in the first caches.
    void write_joined(const block& b) {
        const auto& last = filters_.back().channels();
        const index_t width = last.first + last.count;
        const auto frames = static_cast<index_t>(b.outputs.back().all().size()) / last.count;
        const index_t piece = std::max<index_t>(piece_samples / width, 1);
        for (index_t at = 0; at < frames; at += piece) {
            const index_t count = std::min(piece, frames - at);
            joined_.resize(static_cast<std::size_t>(count * width));
            join(b, at, count, width);
            out_.write(std::span<const T>(joined_));
        }
    }

    void join(const block& b, index_t at, index_t count, index_t width) {
        if (width == 2) {
            const T* const first = b.outputs[0].all().data() + at;
            return join_pairs(first, b.outputs[1].all().data() + at, joined_.data(), count);
        }
        for (std::size_t part = 0; part < filters_.size(); ++part) {
            const auto& own = filters_[part].channels();
            copy_columns(b.outputs[part].all().data() + at * own.count, own.count,
                         joined_.data() + own.first, width, own.count, count);
        }
    }

    signal_reader& in_;
    std::vector<line_filter<T>>& filters_;
    signal_writer& out_;
    std::size_t block_;
    progress& shown_;
    std::array<block, 4> slots_;
    std::vector<T> joined_;
    index_t done_ = 0;  // samples
};

// The last frames, where the first outputs need them and the file can be read twice.
template <class T>
void prime(std::vector<line_filter<T>>& filters, signal_reader& in, const line_layout& layout) {
    const index_t frames = filters.front().end_frames();
    if (frames == 0 || !in.can_seek()) return;
    const index_t count = frames * layout.channels;
    require_memory(count, sizeof(T), "the end of " + in.name());
    std::vector<T> last(static_cast<std::size_t>(count));
    in.seek(layout.length - frames);
    auto rest = std::span(last);
    while (!rest.empty()) {
        const std::size_t got = in.read(rest);
        if (got == 0) break;
        rest = rest.subspan(got);
    }
    for (auto& filter : filters) filter.prime(last);
    in.seek(0);
}

std::size_t block_samples(const block_run& run, const line_layout& layout, std::size_t item) {
    const index_t frames =
        run.block > 0 ? run.block : std::max<index_t>(default_samples / layout.channels, 1);
    const index_t samples = element_count({frames, layout.channels});
    require_memory(samples, item, "a block of " + std::to_string(frames) + " frames (--block)");
    return static_cast<std::size_t>(samples);
}

// Other boundaries may keep a part of the signal, whose memory one stream counts.
index_t parts_of(const line_layout& layout, boundary rule) {
    const bool keeps_little =
        rule == boundary::zero || rule == boundary::edge || rule == boundary::smooth;
    return keeps_little ? std::min<index_t>(layout.channels, thread_count()) : 1;
}

template <class T>
signal_header run_blocks(signal_reader& in, const block_run& run, const std::string& path,
                         signal_header out, const write_options& options, write_report& report,
                         const streams& s) {
    const std::size_t axis = resolve_axis(run.axis, out.shape.size());
    const line_layout layout = layout_of(in.header(), axis);
    const bool known = layout.length != unknown_length;
    auto filters = filters_of<T>({.window = run.bound.window,
                                  .boundary = run.bound.boundary,
                                  .length = known ? std::optional(layout.length) : std::nullopt,
                                  .plan = {.threads = 1}},
                                 run.bound.word, layout, parts_of(layout, run.bound.boundary));
    const std::size_t block = block_samples(run, layout, sizeof(T));
    prime(filters, in, layout);
    if (known) out.shape[axis] = run.bound.window.of(run.bound.word, layout.length).count();
    signal_writer writer(path, out, options);
    {
        progress shown(s.err, known ? std::optional(element_count(
                                          {in.header().shape.begin(), in.header().shape.end()}))
                                    : std::nullopt);
        block_application<T> application(in, filters, writer, block, shown);
        application.run(static_cast<std::size_t>(thread_count()));
    }
    report = writer.commit();
    out.shape[axis] = known ? out.shape[axis] : filters.front().outputs();
    return out;
}

bool needs_end(boundary rule) { return rule == boundary::periodic || rule == boundary::line; }

}  // namespace

bool runs_in_blocks(const expression& word, const signal_header& header, const placement& at,
                    boundary rule) {
    const auto& shape = header.shape;
    if (!std::holds_alternative<op>(word) || shape.empty() || header.fortran_order) return false;
    if (std::ranges::count(shape, 0) > 0) return false;
    const std::size_t axis = resolve_axis(at.axis, shape.size());
    const bool lines = axis > 0;
    if (lines && (axis + 1 != shape.size() || needs_end(rule) || header.format != file_format::npy))
        return false;
    return !at.transpose || (rule == boundary::zero && shape[axis] != unknown_length);
}

signal_header apply_blocks(signal_reader& in, const block_run& run, const std::string& path,
                           signal_header out, const write_options& options, write_report& report,
                           const streams& s) {
    const auto run_as = [&](auto element) {
        return run_blocks<decltype(element)>(in, run, path, std::move(out), options, report, s);
    };
    switch (run.element) {
        case element_type::float32:
            return run_as(float32{});
        case element_type::float64:
            return run_as(float64{});
        case element_type::complex64:
            return run_as(complex64{});
        case element_type::complex128:
            break;
    }
    return run_as(complex128{});
}

}  // namespace noble::app
