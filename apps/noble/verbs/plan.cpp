// noble plan EXPR -n N: what the engine would do, and why.
#include "noble/plan.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "errors.hpp"
#include "noble/wisdom.hpp"
#include "options/arguments.hpp"
#include "options/bind.hpp"
#include "options/numbers.hpp"
#include "verbs/verbs.hpp"

namespace noble::app {
namespace {

struct plan_arguments {
    std::string expression;
    std::string n;
    binding_options binding;
    resource_options resources;
    std::optional<element_type> dtype;
    bool measure = false;
    bool json = false;
};

plan_report report_in(element_type type, const linear_map& map, const plan_options& options) {
    return with_element(type, [&]<class T>(T /*zero*/) { return plan<T>(map, options).explain(); });
}

// What is measured is added to the file, which need not be there yet.
void use_resources_for(const plan_arguments& arguments) {
    auto resources = arguments.resources;
    const auto& file = resources.wisdom;
    if (arguments.measure && file && !std::filesystem::exists(*file)) resources.wisdom.reset();
    use_resources(resources);
}

int run_plan(const plan_arguments& arguments, const streams& s) {
    use_resources_for(arguments);
    const expression word = read_expression(arguments.expression);
    require_known_taps(word);
    const linear_map map = map_of(word, sizes_from(arguments.n), arguments.binding);
    const auto fallback = map.is_real() ? element_type::float32 : element_type::complex64;
    plan_options options;
    options.effort = arguments.measure ? effort::measure : effort::estimate;
    const auto report = report_in(arguments.dtype.value_or(fallback), map, options);
    if (arguments.measure && arguments.resources.wisdom) save_wisdom(*arguments.resources.wisdom);
    s.out << (arguments.json ? to_json(report) + "\n" : to_string(report));
    return exit_status::done;
}

}  // namespace

action prepare_plan(command& c) {
    auto arguments = std::make_shared<plan_arguments>();
    c.argument("EXPR", arguments->expression, "The word");
    c.option("-n", "N", arguments->n, "Samples (R,C: one per axis)").required = true;
    add_binding(c, arguments->binding, "full");
    add_element_type(c, arguments->dtype,
                     "Data in float32 (unless given), float64, complex64 or complex128");
    c.flag("--measure", arguments->measure,
           "Time the candidates on this machine and take the fastest");
    add_wisdom(c, arguments->resources,
               "Times measured before: read from FILE, with --measure also added to it");
    add_json(c, arguments->json);
    add_resources(c, arguments->resources);
    return [arguments](const streams& s) { return run_plan(*arguments, s); };
}

}  // namespace noble::app
