#include "apply/run_blocks.hpp"

#include <algorithm>
#include <utility>

#include "algebra/words/boundary_rule.hpp"
#include "apply/block_pipeline.hpp"
#include "apply/prime.hpp"
#include "noble/threads.hpp"

namespace noble::files {
namespace {

constexpr index_t default_samples = 1 << 14;  // of a block: the second cache holds some

std::size_t block_samples(index_t block, const line_layout& layout, std::size_t item,
                          const std::string& option) {
    const index_t frames =
        block > 0 ? block : std::max<index_t>(default_samples / layout.channels, 1);
    const index_t samples = element_count({frames, layout.channels});
    require_memory(samples, item,
                   "a block of " + std::to_string(frames) + " frames (" + option + ")");
    return static_cast<std::size_t>(samples);
}

// Other boundaries may keep a part of the signal, whose memory one stream counts.
index_t parts_of(const line_layout& layout, boundary outside) {
    const bool keeps_little = !rule_of(outside).near.mirrors && !needs_end(outside);
    return keeps_little ? std::min<index_t>(layout.channels, thread_count()) : 1;
}

std::optional<index_t> known(index_t length) {
    return length == unknown_length ? std::nullopt : std::optional(length);
}

template <class T>
std::vector<line_filter<T>> filters_of(const block_word& word, const line_layout& layout) {
    return filters_of<T>({.window = word.window,
                          .boundary = word.boundary,
                          .length = known(layout.length),
                          .plan = {.threads = 1}},
                         word.word, layout, parts_of(layout, word.boundary));
}

// Tells `options.progress`, if anybody listens, of how many samples how many are done.
std::function<void(index_t)> progress_of(const apply_options& options,
                                         const signal_header& header) {
    if (!options.progress) return {};
    const auto total = frame_count(header) == unknown_length
                           ? std::nullopt
                           : std::optional(element_count(header.shape));
    return [&options, total](index_t done) { options.progress(done, total); };
}

template <class T>
apply_report run_in(signal_reader& in, const block_run& run, const std::string& path,
                    signal_header out, const apply_options& options) {
    const std::size_t axis = resolve_axis(run.axis, out.shape.size());
    const line_layout layout = layout_of(in.header(), axis);
    const auto length = known(layout.length);
    auto filters = filters_of<T>(run.word, layout);
    const std::size_t block =
        block_samples(options.block, layout, sizeof(T), options.option_prefix + "block");
    prime(filters, in, layout);
    if (length) out.shape[axis] = run.word.window.of(run.word.word, *length).count();
    signal_writer writer(path, out, options.output);
    block_pipeline<T>(in, filters, writer, block, progress_of(options, in.header()))
        .run(static_cast<std::size_t>(thread_count()));
    const write_report written = writer.commit();
    if (!length) out.shape[axis] = filters.front().outputs();
    return {written, std::move(out)};
}

}  // namespace

apply_report run_blocks(signal_reader& in, const block_run& run, const std::string& path,
                        signal_header out, const apply_options& options) {
    return with_element(out.element, [&]<class T>(T /*zero*/) {
        return run_in<T>(in, run, path, std::move(out), options);
    });
}

}  // namespace noble::files
