// The options of noble apply, and the choices that they make.
#pragma once

#include <optional>
#include <string>

#include "noble/linear_map.hpp"
#include "noble/signal_writer.hpp"
#include "options/arguments.hpp"

namespace noble::app {

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
    std::optional<index_t> block;  // frames
    std::optional<element_type> dtype;
    binding_options binding;
    resource_options resources;
    bool json = false;
};

/// What the options choose, checked before a file is opened.
struct apply_choices {
    std::optional<file_format> input_format;
    write_options output;
    std::optional<double> rate;
    extents n;  ///< with --transpose
};

/// Throws argument_error.
apply_choices read_choices(const apply_options& options);

}  // namespace noble::app
