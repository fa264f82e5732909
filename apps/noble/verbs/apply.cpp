// noble apply EXPR IN OUT: runs a word on a signal file.
#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "apply/apply_array.hpp"
#include "apply/apply_blocks.hpp"
#include "errors.hpp"
#include "noble/error.hpp"
#include "noble/evaluate.hpp"
#include "noble/output_file.hpp"
#include "noble/signal_file.hpp"
#include "noble/signal_reader.hpp"
#include "options/arguments.hpp"
#include "options/bind.hpp"
#include "output/standard_streams.hpp"
#include "verbs/apply_options.hpp"
#include "verbs/apply_report.hpp"
#include "verbs/verbs.hpp"

namespace noble::app {
namespace {

file_format output_format(const apply_choices& c, const std::string& path,
                          const signal_header& signal) {
    if (c.output.format) return *c.output.format;
    return format_from_path(path).value_or(signal.format);
}

// Before any work: what the output cannot hold.
void require_writable(const apply_options& options, file_format format, element_type element) {
    if (is_audio(format) && is_complex(element)) {
        throw argument_error("the result is complex, and " + std::string(name_of(format)) +
                             " holds real samples; npy and csv hold complex ones");
    }
    if (options.out == "-" && format != file_format::csv && output_is_terminal()) {
        throw argument_error(std::string(name_of(format)) +
                             " is not for terminals; name a file, or use a pipe");
    }
}

placement placement_of(const apply_options& options, const expression& word,
                       const signal_header& signal) {
    const bool last = signal.format == file_format::npy || std::holds_alternative<op2d>(word);
    const auto axis = static_cast<int>(options.axis.value_or(last ? -1 : 0));
    return {axis, options.binding.transpose};
}

// Outputs per input along the frames (axis 0), which is what a header's rate counts.
std::optional<double> rate_factor(const expression& word, const placement& at,
                                  std::size_t dimensions) {
    const std::size_t axis = resolve_axis(at.axis, dimensions);
    const std::size_t first = axis + 1 - axes_of(word);
    if (first != 0) return 1;
    const auto r = rate_of(word);
    if (!r) return std::nullopt;
    const auto up = static_cast<double>(at.transpose ? r->inputs : r->outputs);
    return up / static_cast<double>(at.transpose ? r->outputs : r->inputs);
}

std::optional<double> output_rate(const apply_choices& c, const expression& word,
                                  const placement& at, const signal_header& in) {
    if (c.rate || !in.rate) return c.rate;
    const auto factor = rate_factor(word, at, in.shape.size());
    if (!factor) {
        throw rate_error("the bank's outputs have different rates, a file has one; give --rate HZ");
    }
    return *in.rate * *factor;
}

// One run of the verb: an input, an expression on it, an output.
class application {
 public:
    application(const apply_options& options, const streams& s)
        : options_(options),
          streams_(s),
          choices_(read_choices(options)),
          word_(read_expression(options.expression)),
          bound_(bind_if_word()),
          in_(open_input()),
          at_(placement_of(options, word_, in_.header())),
          counts_(sample_counts(word_, in_.header().shape, at_)) {}

    void run() {
        signal_header out = in_.header();
        out.rate = output_rate(choices_, word_, at_, out);
        out.element = type_of_file(element());
        require_writable(options_, output_format(choices_, options_.out, out), element());
        write_report report;
        out = bound_ && runs_in_blocks(word_, in_.header(), at_, bound_->boundary)
                  ? run_blocks(std::move(out), report)
                  : run_whole(std::move(out), report);
        report_apply(options_, report, out, streams_);
    }

 private:
    std::optional<bound_word> bind_if_word() const {
        require_known_taps(word_);
        const auto* word = std::get_if<op>(&word_);
        if (word == nullptr) return std::nullopt;
        return bind_word(*word, choices_.n, options_.binding);
    }

    // Where it is known beforehand that the array is needed as a whole, a stream is read as one.
    signal_reader open_input() const {
        if (same_file(options_.in, options_.out)) {
            throw io_error(options_.out + ": the output is the input; name another file");
        }
        const bool blocks =
            bound_ && !(options_.binding.transpose && bound_->boundary != boundary::zero);
        return signal_reader(options_.in, choices_.input_format,
                             blocks ? access::sequential : access::random);
    }

    // The word's taps may be complex where the data are real.
    element_type element() const {
        const element_type given = options_.dtype.value_or(element_type_of(in_.header().element));
        return map().is_real() ? given : complex_of(given);
    }

    // On one sample where the input's length is not known yet: what the taps are, it tells too.
    linear_map map() const {
        extents n = at_.transpose ? choices_.n : counts_;
        std::ranges::replace(n, unknown_length, index_t{1});
        return map_of(word_, n, options_.binding);
    }

    signal_header run_blocks(signal_header out, write_report& report) {
        if (counts_[0] != unknown_length) output_shape(map(), counts_, 0);
        return apply_blocks(in_, {*bound_, at_.axis, element(), options_.block.value_or(0)},
                            options_.out, std::move(out), choices_.output, report, streams_);
    }

    signal_header run_whole(signal_header out, write_report& report) {
        signal_data signal = read_signal(in_);
        counts_ = sample_counts(word_, shape_of(signal.samples), at_);
        signal.samples = converted(std::move(signal.samples), element());
        signal.rate = out.rate;
        signal.samples = apply_map(word_, map(), signal.samples, at_);
        report = write_signal(options_.out, signal, choices_.output);
        out.shape = shape_of(signal.samples);
        return out;
    }

    const apply_options& options_;
    const streams& streams_;
    apply_choices choices_;
    expression word_;
    std::optional<bound_word> bound_;
    signal_reader in_;
    placement at_;
    extents counts_;  // or unknown_length
};

int run_apply(const apply_options& options, const streams& s) {
    use_resources(options.resources);
    application(options, s).run();
    return exit_status::done;
}

}  // namespace

action prepare_apply(command& c) {
    auto options = std::make_shared<apply_options>();
    apply_options& o = *options;
    c.argument("EXPR", o.expression, "The word");
    c.argument("IN", o.in, "The signal; - is standard input");
    c.argument("OUT", o.out, "The result; - is standard output");
    add_binding(c, o.binding, "same");
    c.option("-n", "N", o.n, "With --transpose: samples it gives back (R,C: one per axis)");
    c.option("--format", "F", o.format,
             "OUT's format: wav, rf64, w64, flac, aiff, ogg, csv or npy; else as its "
             "extension, else as IN's");
    c.option("--input-format", "F", o.input_format,
             "IN's format, where name and content do not say");
    c.option("--type", "TYPE", o.type, "OUT's samples: int16, int24, float32, …");
    c.option("--rate", "HZ", o.rate, "OUT's rate; else IN's, scaled by the word's");
    add_integer(c, "--axis", o.axis, INT32_MIN, INT32_MAX,
                "Axis of the samples: -1 (npy), 0 (audio, CSV) unless given");
    add_element_type(c, o.dtype,
                     "Compute in float32, float64, complex64 or complex128; else as IN's");
    add_integer(c, "--block", o.block, 1, index_t{1} << 32U,
                "Frames read at a time; changes the speed and not a byte. Words on one axis run "
                "block by block, in memory that does not grow with the file; kron words, banks, "
                "axes between others, Fortran order, and --transpose with a boundary other than "
                "zero need the signal as a whole");
    add_json(c, o.json);
    add_resources(c, o.resources);
    add_wisdom(c, o.resources, "Run by the times in FILE, which `noble plan --measure` measured");
    return [options](const streams& s) { return run_apply(*options, s); };
}

}  // namespace noble::app
