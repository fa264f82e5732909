// The verbs of the command line. A new one is a file with its `prepare_…` and a line in verbs.cpp.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "options/command.hpp"
#include "output/streams.hpp"

namespace noble::app {

/// What a verb does once its arguments are read; returns the exit status.
using action = std::function<int(const streams&)>;

struct verb {
    std::string_view name;
    std::string_view arguments;
    std::string_view summary;
    std::string_view example;
    /// Declares the verb's arguments, and returns what to do when they have been filled in.
    action (*prepare)(command& c);
};

std::span<const verb> verbs();

action prepare_apply(command& c);
action prepare_bank(command& c);
action prepare_check(command& c);
action prepare_plan(command& c);
action prepare_plot(command& c);
action prepare_explain(command& c);
action prepare_info(command& c);
action prepare_laws(command& c);
action prepare_matrix(command& c);
action prepare_prove(command& c);
action prepare_simplify(command& c);

}  // namespace noble::app
