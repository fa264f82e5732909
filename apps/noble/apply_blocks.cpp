#include "apply_blocks.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "background.hpp"
#include "block_ring.hpp"
#include "noble/error.hpp"
#include "noble/evaluate.hpp"
#include "noble/stream.hpp"
#include "noble/threads.hpp"
#include "progress.hpp"

namespace noble::app {
namespace {

constexpr index_t default_samples = 1 << 15;  // of a block: what the second cache holds

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

// A stream over lines: it begins anew with each.
template <class T>
class line_filter {
 public:
    line_filter(stream<T>& word, const line_layout& layout)
        : word_(word), layout_(layout), left_(layout.length * layout.channels) {}

    /// Appends the outputs that the samples settle.
    void operator()(std::span<const T> samples, std::vector<T>& out) {
        if (layout_.lines == 1) return append(word_(samples), out);
        while (!samples.empty()) {
            const auto count = std::min(samples.size(), static_cast<std::size_t>(left_));
            append(word_(samples.first(count)), out);
            samples = samples.subspan(count);
            left_ -= static_cast<index_t>(count);
            if (left_ == 0) end_line(out);
        }
    }

    /// Appends what the end of the signal settles.
    void finish(std::vector<T>& out) {
        if (layout_.lines == 1) append(word_.flush(), out);
    }

    index_t outputs() const { return outputs_; }

 private:
    void end_line(std::vector<T>& out) {
        append(word_.flush(), out);
        word_.reset();
        left_ = layout_.length * layout_.channels;
    }

    void append(std::span<const T> samples, std::vector<T>& out) {
        out.insert(out.end(), samples.begin(), samples.end());
        outputs_ += static_cast<index_t>(samples.size());
    }

    stream<T>& word_;
    line_layout layout_;
    index_t left_;  // samples of the line
    index_t outputs_ = 0;
};

template <class T>
class block_application {
 public:
    block_application(signal_reader& in, line_filter<T>& filter, signal_writer& out,
                      std::size_t block, progress& shown)
        : in_(in), filter_(filter), out_(out), block_(block), shown_(shown) {}

    // Reading, filtering and writing by turns.
    void run_in_turn() {
        std::vector<T> samples(block_);
        std::vector<T> outputs;
        while (const std::size_t count = in_.read(std::span(samples))) {
            filter(std::span<const T>(samples).first(count), outputs);
            out_.write(std::span<const T>(outputs));
        }
        outputs.clear();
        filter_.finish(outputs);
        out_.write(std::span<const T>(outputs));
    }

    // The same three in a thread each, of which the stream's is one. A failed writer stops the
    // reader, a failed reader lets what was read before be written.
    void run_side_by_side() {
        block_ring<T> inputs;
        block_ring<T> outputs;
        background reader([&] { read_into(inputs); }, [&] { inputs.end(); });
        background writer([&] { write_from(outputs); }, [&] { outputs.stop(); });
        const closing close(inputs, outputs);
        while (const auto* samples = inputs.to_empty()) {
            auto* results = outputs.to_fill();
            if (results == nullptr) break;
            filter(*samples, *results);
            inputs.emptied();
            if (!results->empty()) outputs.filled();
        }
        inputs.stop();
        reader.join();
        if (auto* results = outputs.to_fill()) {
            results->clear();
            filter_.finish(*results);
            outputs.filled();
        }
        outputs.end();
        writer.join();
    }

 private:
    // Where filtering throws, the threads must end before what they use does.
    class closing {
     public:
        closing(block_ring<T>& inputs, block_ring<T>& outputs)
            : inputs_(inputs), outputs_(outputs) {}
        ~closing() {
            inputs_.stop();
            outputs_.end();
        }
        closing(const closing&) = delete;
        closing& operator=(const closing&) = delete;

     private:
        block_ring<T>& inputs_;
        block_ring<T>& outputs_;
    };

    void filter(std::span<const T> samples, std::vector<T>& outputs) {
        outputs.clear();
        filter_(samples, outputs);
        done_ += static_cast<index_t>(samples.size());
        shown_.show(done_);
    }

    void read_into(block_ring<T>& inputs) {
        while (auto* samples = inputs.to_fill()) {
            samples->resize(block_);
            samples->resize(in_.read(std::span(*samples)));
            if (samples->empty()) return;
            inputs.filled();
        }
    }

    void write_from(block_ring<T>& outputs) {
        while (const auto* results = outputs.to_empty()) {
            out_.write(std::span<const T>(*results));
            outputs.emptied();
        }
    }

    signal_reader& in_;
    line_filter<T>& filter_;
    signal_writer& out_;
    std::size_t block_;
    progress& shown_;
    index_t done_ = 0;  // samples
};

// The last frames, where the first outputs need them and the file can be read twice.
template <class T>
void prime(stream<T>& word, signal_reader& in, const line_layout& layout) {
    if (word.end_frames() == 0 || !in.can_seek()) return;
    const index_t count = word.end_frames() * layout.channels;
    require_memory(count, sizeof(T), "the end of " + in.name());
    std::vector<T> last(static_cast<std::size_t>(count));
    in.seek(layout.length - word.end_frames());
    auto rest = std::span(last);
    while (!rest.empty()) {
        const std::size_t got = in.read(rest);
        if (got == 0) break;
        rest = rest.subspan(got);
    }
    word.prime(last);
    in.seek(0);
}

std::size_t block_samples(const block_run& run, const line_layout& layout, std::size_t item) {
    const index_t frames =
        run.block > 0 ? run.block : std::max<index_t>(default_samples / layout.channels, 1);
    const index_t samples = element_count({frames, layout.channels});
    require_memory(samples, item, "a block");
    return static_cast<std::size_t>(samples);
}

template <class T>
signal_header run_blocks(signal_reader& in, const block_run& run, const std::string& path,
                         signal_header out, const write_options& options, write_report& report,
                         const streams& s) {
    const std::size_t axis = resolve_axis(run.axis, out.shape.size());
    const line_layout layout = layout_of(in.header(), axis);
    const bool known = layout.length != unknown_length;
    stream<T> word(run.bound.word, {.which = run.bound.which,
                                    .rule = run.bound.rule,
                                    .channels = layout.channels,
                                    .length = known ? std::optional(layout.length) : std::nullopt,
                                    .plan = {.threads = 1}});
    const std::size_t block = block_samples(run, layout, sizeof(T));
    prime(word, in, layout);
    if (known) out.shape[axis] = run.bound.which.of(run.bound.word, layout.length).count();
    signal_writer writer(path, out, options);
    line_filter<T> filter(word, layout);
    {
        progress shown(s.err, known ? std::optional(element_count(
                                          {in.header().shape.begin(), in.header().shape.end()}))
                                    : std::nullopt);
        block_application<T> application(in, filter, writer, block, shown);
        thread_count() > 1 ? application.run_side_by_side() : application.run_in_turn();
    }
    report = writer.commit();
    out.shape[axis] = known ? out.shape[axis] : filter.outputs() / layout.channels;
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
