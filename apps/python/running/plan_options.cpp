#include "running/plan_options.hpp"

#include <array>

#include "noble/error.hpp"

namespace noble::python {
namespace {

// The value of `values` whose to_string is `name`.
template <class Values>
auto named(const std::string& what, const std::string& name, const Values& values) {
    std::string names;
    for (const auto value : values) {
        if (to_string(value) == name) return value;
        names += (names.empty() ? "'" : ", '") + to_string(value) + "'";
    }
    throw argument_error(what + " is '" + name + "'; it may be " + names);
}

effort effort_named(const std::string& name) {
    if (name == "estimate") return effort::estimate;
    if (name == "measure") return effort::measure;
    throw argument_error("effort is '" + name + "'; it may be 'estimate', 'measure'");
}

}  // namespace

plan_options plan_options_from(const std::string& effort, int threads,
                               const std::optional<std::string>& method,
                               const std::optional<std::string>& instruction_set,
                               const std::string& groups) {
    if (threads < 0) throw argument_error("threads is " + std::to_string(threads) + "; 0 or more");
    plan_options options{.effort = effort_named(effort), .threads = threads};
    if (method) options.method = named("method", *method, methods);
    if (instruction_set) {
        options.instructions = named("instruction_set", *instruction_set, instruction_sets());
    }
    options.groups = named("groups", groups, groupings);
    return options;
}

}  // namespace noble::python
