// noble plot EXPR -o FILE.svg: pictures and animations of a word.
#include "noble/plot.hpp"

#include <memory>
#include <string>

#include "errors.hpp"
#include "noble/error.hpp"
#include "noble/output_file.hpp"
#include "options/arguments.hpp"
#include "options/bind.hpp"
#include "options/numbers.hpp"
#include "verbs/verbs.hpp"

namespace noble::app {
namespace {

struct picture_options {
    std::string expression;
    std::string n;
    std::string pictures;
    std::string rate;
    std::string step;
    bool phase = false;
    bool animate = false;
    binding_options binding;
    resource_options resources;
    std::string output = "-";
};

bool binds(const picture_options& options) { return !options.n.empty(); }

void require_fitting(const picture_options& options) {
    const auto& binding = options.binding;
    const bool bound = binding.window != "full" || binding.boundary != "zero" || binding.transpose;
    if (options.animate) {
        if (!binds(options)) throw argument_error("--animate needs -n N, the samples to be shown");
        if (!options.pictures.empty() || !options.rate.empty() || options.phase ||
            binding.transpose) {
            throw argument_error("--what, --rate, --phase and --transpose are for still pictures");
        }
    } else {
        if (!options.step.empty()) throw argument_error("--step is for --animate");
        if (bound && !binds(options)) {
            throw argument_error("--window, --boundary and --transpose need -n N");
        }
    }
}

plot_options still_options(const picture_options& options, const expression& word) {
    plot_options result;
    result.phase = options.phase;
    result.title = options.expression;
    if (!options.rate.empty()) result.rate = positive_from("--rate", options.rate);
    if (!options.pictures.empty()) {
        for (const auto& name : parts_of(options.pictures))
            result.pictures.push_back(picture_from(name));
    }
    if (binds(options)) result.map = map_of(word, sizes_from(options.n), options.binding);
    return result;
}

template <class T>
T last_of(const std::string& text, T (*read)(const std::string&)) {
    return read(parts_of(text).back());
}

std::string animation(const picture_options& options, const expression& word) {
    const auto n = sizes_from(options.n);
    // Refuses more values than axes, and sizes that no map has.
    map_of(word, n, options.binding);
    animation_options how;
    how.title = options.expression;
    how.rows = window_from(parts_of(options.binding.window).front());
    how.cols = last_of(options.binding.window, window_from);
    how.row_boundary = boundary_from(parts_of(options.binding.boundary).front());
    how.col_boundary = last_of(options.binding.boundary, boundary_from);
    if (!options.step.empty()) how.step = positive_from("--step", options.step);
    if (const auto* plane = std::get_if<op2d>(&word)) {
        return animate(*plane, n.front(), n.back(), how);
    }
    if (const auto* line = std::get_if<op>(&word)) return animate(*line, n.front(), how);
    throw argument_error("--animate: a bank is not animated; its words are");
}

int run_plot(const picture_options& options, const streams& s) {
    use_resources(options.resources);
    require_fitting(options);
    const expression word = read_expression(options.expression);
    const std::string picture =
        options.animate
            ? animation(options, word)
            : std::visit([&](const auto& a) { return plot(a, still_options(options, word)); },
                         word);
    if (options.output == "-") {
        s.out << picture;
    } else {
        write_file(options.output, picture);
    }
    return exit_status::done;
}

}  // namespace

action prepare_plot(command& c) {
    auto options = std::make_shared<picture_options>();
    c.argument("EXPR", options->expression, "The word");
    c.option("-o", "FILE", options->output,
             "Write the SVG to FILE; - is the standard output, also where none is given");
    c.option("--what", "LIST", options->pictures,
             "Of diagram, taps, response, polyphase and matrix, which; all that apply "
             "unless given");
    c.option("--rate", "HZ", options->rate,
             "The input's rate: frequencies in Hz, not fractions of Nyquist");
    c.flag("--phase", options->phase, "The phase, not the group delay");
    c.option("-n", "N", options->n, "The matrix on N samples (R,C: one per axis)");
    add_binding(c, options->binding, "full");
    c.flag("--animate", options->animate, "The taps sliding over -n N samples, output by output");
    c.option("--step", "S", options->step, "--animate: seconds per output; 1 unless given");
    add_resources(c, options->resources);
    return [options](const streams& s) { return run_plot(*options, s); };
}

}  // namespace noble::app
