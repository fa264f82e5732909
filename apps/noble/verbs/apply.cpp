// noble apply EXPR IN OUT: runs a word on a signal file.
#include <cstdint>
#include <memory>
#include <optional>

#include "errors.hpp"
#include "options/arguments.hpp"
#include "options/bind.hpp"
#include "output/progress.hpp"
#include "verbs/apply_arguments.hpp"
#include "verbs/apply_report.hpp"
#include "verbs/verbs.hpp"

namespace noble::app {
namespace {

apply_report run_with_progress(const expression& word, const apply_arguments& arguments,
                               apply_options options, const streams& s) {
    progress shown(s.err);
    options.progress = [&](index_t done, std::optional<index_t> total) { shown.show(done, total); };
    return apply_file(word, arguments.in, arguments.out, options);
}

int run_apply(const apply_arguments& arguments, const streams& s) {
    use_resources(arguments.resources);
    apply_options options = options_from(arguments);
    const expression word = read_expression(arguments.expression);
    options.binding = binding_from(arguments.binding, axes_of(word));
    if (!options.n.empty()) (void)sizes_on(options.n, axes_of(word));
    report_apply(arguments, run_with_progress(word, arguments, options, s), s);
    return exit_status::done;
}

}  // namespace

action prepare_apply(command& c) {
    auto options = std::make_shared<apply_arguments>();
    apply_arguments& o = *options;
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
