// noble apply EXPR IN OUT: runs a word on a signal file.
#include <array>
#include <cmath>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "apply_array.hpp"
#include "arguments.hpp"
#include "bind.hpp"
#include "errors.hpp"
#include "json_text.hpp"
#include "noble/error.hpp"
#include "noble/evaluate.hpp"
#include "noble/output_file.hpp"
#include "noble/signal_file.hpp"
#include "numbers.hpp"
#include "sample_types.hpp"
#include "standard_streams.hpp"
#include "verbs.hpp"

namespace noble::app {
namespace {

struct apply_options {
    std::string expression;
    std::string in;
    std::string out;
    std::string n;
    std::string input_format;
    std::string format;
    std::string type;
    std::string rate;
    std::optional<index_t> axis;
    std::optional<element_type> dtype;
    binding_options binding;
    resource_options resources;
    bool json = false;
};

std::optional<file_format> format_option(const std::string& name) {
    if (name.empty()) return std::nullopt;
    return format_of(name);
}

// The choices that the options make, checked before a file is opened.
struct choices {
    std::optional<file_format> input_format;
    write_options output;
    std::optional<double> rate;
    extents n;  // with --transpose
};

choices read_choices(const apply_options& options) {
    choices c;
    c.input_format = format_option(options.input_format);
    c.output.format = format_option(options.format);
    if (!options.type.empty()) c.output.type = sample_type_from(options.type);
    if (!options.rate.empty()) c.rate = positive_from("--rate", options.rate);
    if (options.binding.transpose == options.n.empty()) {
        throw argument_error(options.n.empty()
                                 ? "--transpose needs -n N, the number of samples it gives back"
                                 : "-n goes with --transpose; else the input says it");
    }
    if (!options.n.empty()) c.n = sizes_from(options.n);
    if (options.json && options.out == "-") {
        throw argument_error("--json prints to standard output, where the signal goes");
    }
    return c;
}

file_format output_format(const choices& c, const std::string& path, const signal_data& signal) {
    if (c.output.format) return *c.output.format;
    return format_from_path(path).value_or(signal.format);
}

// Before any work: what the output cannot hold.
void require_writable(const apply_options& options, file_format format, const any_array& data) {
    if (is_audio(format) && is_complex(type_of(data))) {
        throw argument_error("the result is complex, and " + std::string(name_of(format)) +
                             " holds real samples; npy and csv hold complex ones");
    }
    if (options.out == "-" && format != file_format::csv && output_is_terminal()) {
        throw argument_error(std::string(name_of(format)) +
                             " is not for terminals; name a file, or use a pipe");
    }
}

placement placement_of(const apply_options& options, const expression& word,
                       const signal_data& signal) {
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

std::optional<double> output_rate(const choices& c, const expression& word, const placement& at,
                                  const signal_data& in) {
    if (c.rate || !in.rate) return c.rate;
    const auto dimensions =
        std::visit([](const auto& array) { return array.dimension(); }, in.samples);
    const auto factor = rate_factor(word, at, dimensions);
    if (!factor) {
        throw rate_error("the bank's outputs have different rates, a file has one; give --rate HZ");
    }
    return *in.rate * *factor;
}

// An extension such as .mp3 does not name a format that noble writes, but a reader may think so.
void warn_of_extension(const apply_options& options, const write_report& report, const streams& s) {
    const std::string extension = std::filesystem::path(options.out).extension();
    if (!options.format.empty() || extension.empty() || format_from_path(options.out)) return;
    warn(s, options.out + ": no format is called " + extension + "; " +
                std::string(name_of(report.format)) + " is written, as the input is");
}

void warn_of_type(const write_report& report, const signal_data& signal, const streams& s) {
    if (is_audio(report.format) && signal.type && *signal.type != report.type) {
        warn(s, "samples are stored as " + std::string(name_of(report.type)) + ", not as " +
                    std::string(name_of(*signal.type)) + " as in the input (--type chooses)");
    }
}

void warn_of(const write_report& report, const signal_data& signal, const streams& s) {
    if (report.clipped > 0) {
        warn(s, std::to_string(report.clipped) + (report.clipped == 1 ? " sample" : " samples") +
                    " beyond full scale clipped");
    }
    if (report.rate_assumed) {
        warn(s, "the input has no rate; " + std::to_string(*report.rate) +
                    " Hz is written (--rate sets it)");
    } else if (report.rate && signal.rate && *signal.rate != *report.rate) {
        std::array<char, 40> text{};
        std::snprintf(text.data(), text.size(), "%.10g", *signal.rate);
        warn(s, "a rate of " + std::string(text.data()) + " Hz is not whole; " +
                    std::to_string(*report.rate) + " Hz is written");
    }
}

void print_json(const write_report& report, const signal_data& signal, const std::string& path,
                std::ostream& out) {
    nlohmann::ordered_json object{
        {"file", path}, {"format", name_of(report.format)}, {"type", name_of(report.type)}};
    object["shape"] = std::visit(
        [](const auto& x) { return extents(x.shape().begin(), x.shape().end()); }, signal.samples);
    if (report.rate) object["rate"] = *report.rate;
    object["clipped"] = report.clipped;
    out << json_text(object) << '\n';
}

signal_data read_input(const apply_options& options, const choices& c) {
    if (same_file(options.in, options.out)) {
        throw io_error(options.out + ": the output is the input; name another file");
    }
    signal_data signal = read_signal(options.in, c.input_format);
    if (options.dtype) signal.samples = converted(std::move(signal.samples), *options.dtype);
    return signal;
}

int run_apply(const apply_options& options, const streams& s) {
    use_resources(options.resources);
    const choices c = read_choices(options);
    const expression word = read_expression(options.expression);
    require_known_taps(word);
    signal_data signal = read_input(options, c);
    const placement at = placement_of(options, word, signal);
    const extents counts = sample_counts(word, signal.samples, at);
    const linear_map map = map_of(word, at.transpose ? c.n : counts, options.binding);
    if (!map.is_real()) {
        const auto type = complex_of(type_of(signal.samples));
        signal.samples = converted(std::move(signal.samples), type);
    }
    require_writable(options, output_format(c, options.out, signal), signal.samples);
    signal.rate = output_rate(c, word, at, signal);
    signal.samples = apply_map(word, map, signal.samples, at);
    const write_report report = write_signal(options.out, signal, c.output);
    warn_of_extension(options, report, s);
    warn_of(report, signal, s);
    if (options.type.empty()) warn_of_type(report, signal, s);
    if (options.json) print_json(report, signal, options.out, s.out);
    return exit_status::done;
}

}  // namespace

action prepare_apply(CLI::App& app) {
    auto options = std::make_shared<apply_options>();
    apply_options& o = *options;
    app.add_option("EXPR", o.expression, "The word")->required();
    app.add_option("IN", o.in, "The signal; - is standard input")->required();
    app.add_option("OUT", o.out, "The result; - is standard output")->required();
    add_binding(app, o.binding, "same");
    app.add_option("-n", o.n, "With --transpose: samples it gives back (R,C: one per axis)")
        ->type_name("N");
    app.add_option("--format", o.format,
                   "OUT's format: wav, rf64, w64, flac, aiff, ogg, csv or npy; else as its "
                   "extension, else as IN's")
        ->type_name("F");
    app.add_option("--input-format", o.input_format,
                   "IN's format, where name and content do not say")
        ->type_name("F");
    app.add_option("--type", o.type, "OUT's samples: int16, int24, float32, …")->type_name("TYPE");
    app.add_option("--rate", o.rate, "OUT's rate; else IN's, scaled by the word's")
        ->type_name("HZ");
    add_integer(app, "--axis", o.axis, INT32_MIN, INT32_MAX,
                "Axis of the samples: -1 (npy), 0 (audio, CSV) unless given");
    add_element_type(app, o.dtype,
                     "Compute in float32, float64, complex64 or complex128; else as IN's");
    add_json(app, o.json);
    add_resources(app, o.resources);
    add_wisdom(app, o.resources, "Run by the times in FILE, which `noble plan --measure` measured");
    return [options](const streams& s) { return run_apply(*options, s); };
}

}  // namespace noble::app
