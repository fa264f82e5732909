// The verbs of the command line. A new one is a file with its `prepare_…` and a line in verbs.cpp.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <span>
#include <string_view>

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
    action (*prepare)(CLI::App& app);
};

std::span<const verb> verbs();

action prepare_apply(CLI::App& app);
action prepare_bank(CLI::App& app);
action prepare_check(CLI::App& app);
action prepare_plan(CLI::App& app);
action prepare_plot(CLI::App& app);
action prepare_explain(CLI::App& app);
action prepare_info(CLI::App& app);
action prepare_laws(CLI::App& app);
action prepare_matrix(CLI::App& app);
action prepare_prove(CLI::App& app);
action prepare_simplify(CLI::App& app);

}  // namespace noble::app
