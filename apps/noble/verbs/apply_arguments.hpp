// The arguments of noble apply, and the options of apply_file that they are.
#pragma once

#include <optional>
#include <string>

#include "noble/apply_file.hpp"
#include "options/arguments.hpp"

namespace noble::app {

struct apply_arguments {
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

/// What the arguments choose, but for the binding, which depends on the word. Throws
/// argument_error.
apply_options options_from(const apply_arguments& arguments);

}  // namespace noble::app
