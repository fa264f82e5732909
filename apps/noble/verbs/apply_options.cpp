#include "verbs/apply_options.hpp"

#include "noble/error.hpp"
#include "options/bind.hpp"
#include "options/numbers.hpp"
#include "options/sample_types.hpp"

namespace noble::app {
namespace {

std::optional<file_format> format_option(const std::string& name) {
    if (name.empty()) return std::nullopt;
    return format_of(name);
}

}  // namespace

apply_choices read_choices(const apply_options& options) {
    apply_choices c;
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

}  // namespace noble::app
