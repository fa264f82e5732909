#include "verbs/apply_arguments.hpp"

#include "noble/error.hpp"
#include "noble/signal_format.hpp"
#include "options/named.hpp"
#include "options/numbers.hpp"
#include "output/standard_streams.hpp"

namespace noble::app {
namespace {

std::optional<file_format> format_option(const std::string& name) {
    if (name.empty()) return std::nullopt;
    return format_of(name);
}

std::optional<sample_type> type_option(const std::string& name) {
    if (name.empty()) return std::nullopt;
    return named("--type", [&] { return sample_type_from(name); });
}

void require_consistent(const apply_arguments& arguments) {
    if (arguments.binding.transpose == arguments.n.empty()) {
        throw argument_error(arguments.n.empty()
                                 ? "--transpose needs -n N, the number of samples it gives back"
                                 : "-n goes with --transpose; else the input says it");
    }
}

}  // namespace

apply_options options_from(const apply_arguments& arguments) {
    apply_options options;
    options.input_format = format_option(arguments.input_format);
    options.output = {format_option(arguments.format), type_option(arguments.type)};
    if (!arguments.rate.empty()) options.rate = positive_from("--rate", arguments.rate);
    require_consistent(arguments);
    if (!arguments.n.empty()) options.n = sizes_from(arguments.n);
    if (arguments.json && arguments.out == "-") {
        throw argument_error("--json prints to standard output, where the signal goes");
    }
    if (arguments.axis) options.axis = static_cast<int>(*arguments.axis);
    options.dtype = arguments.dtype;
    options.block = arguments.block.value_or(0);
    options.to_terminal = arguments.out == "-" && output_is_terminal();
    options.option_prefix = "--";
    return options;
}

}  // namespace noble::app
