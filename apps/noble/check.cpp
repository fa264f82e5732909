// noble check EXPR -n N: does the finite map keep its promises?
#include "noble/check.hpp"

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "arguments.hpp"
#include "bind.hpp"
#include "errors.hpp"
#include "json_text.hpp"
#include "numbers.hpp"
#include "verbs.hpp"

namespace noble::app {
namespace {

struct check_options {
    std::string expression;
    std::string n;
    binding_options binding;
    resource_options resources;
    std::optional<index_t> seed;
    bool json = false;
};

void print_json(const check_report& report, std::ostream& out) {
    nlohmann::ordered_json object{{"passed", report.passed()}};
    object["results"] = nlohmann::ordered_json::array();
    for (const auto& result : report.results) {
        object["results"].push_back({{"name", result.name},
                                     {"passed", result.passed},
                                     {"error", result.error},
                                     {"diagnosis", result.diagnosis}});
    }
    out << json_text(object) << '\n';
}

void print_text(const check_report& report, std::ostream& out) {
    const std::string text = to_string(report);
    out << text << (text.ends_with('\n') ? "" : "\n");
}

int run_check(const check_options& options, const streams& s) {
    use_resources(options.resources);
    const expression word = read_expression(options.expression);
    require_known_taps(word);
    const linear_map map = map_of(word, sizes_from(options.n), options.binding);
    const check_report report = check(map, static_cast<std::uint64_t>(options.seed.value_or(1)));
    (options.json ? print_json : print_text)(report, s.out);
    return report.passed() ? exit_status::done : exit_status::failed;
}

}  // namespace

action prepare_check(CLI::App& app) {
    auto options = std::make_shared<check_options>();
    app.add_option("EXPR", options->expression, "The word")->required();
    app.add_option("-n", options->n, "Samples (R,C: one per axis)")->type_name("N")->required();
    add_binding(app, options->binding, "full");
    add_integer(app, "--seed", options->seed, 0, INT64_MAX,
                "Seed of the random data; 1 unless given");
    add_json(app, options->json);
    add_resources(app, options->resources);
    return [options](const streams& s) { return run_check(*options, s); };
}

}  // namespace noble::app
