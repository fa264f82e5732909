// noble check EXPR -n N: does the finite map keep its promises? With --paths: does every way of
// running it keep the reference?
#include "noble/check.hpp"

#include <memory>
#include <string>

#include "errors.hpp"
#include "noble/check_paths.hpp"
#include "options/arguments.hpp"
#include "options/bind.hpp"
#include "options/numbers.hpp"
#include "output/json.hpp"
#include "verbs/verbs.hpp"

namespace noble::app {
namespace {

struct check_options {
    std::string expression;
    std::string n;
    binding_options binding;
    resource_options resources;
    std::optional<index_t> seed;
    bool paths = false;
    bool json = false;
};

struct all_reports {
    check_report promises;
    std::optional<paths_report> paths;
    [[nodiscard]] bool passed() const { return promises.passed() && (!paths || paths->passed()); }
};

json paths_json(const paths_report& report) {
    auto list = json::array();
    for (const auto& result : report.results) {
        list.push_back({{"element", result.element},
                        {"method", to_string(result.method)},
                        {"groups", to_string(result.groups)},
                        {"instruction_set", to_string(result.instructions)},
                        {"threads", result.threads},
                        {"passed", result.passed()},
                        {"error", result.error}});
    }
    return list;
}

void print_reports_json(const all_reports& reports, std::ostream& out) {
    json object{{"passed", reports.passed()}};
    object["results"] = json::array();
    for (const auto& result : reports.promises.results) {
        object["results"].push_back({{"name", result.name},
                                     {"passed", result.passed},
                                     {"error", result.error},
                                     {"diagnosis", result.diagnosis}});
    }
    if (reports.paths) object["paths"] = paths_json(*reports.paths);
    out << json_text(object) << '\n';
}

void print_reports(const all_reports& reports, std::ostream& out) {
    out << reports.promises;
    if (reports.paths) out << *reports.paths;
}

int run_check(const check_options& options, const streams& s) {
    use_resources(options.resources);
    const expression word = read_expression(options.expression);
    require_known_taps(word);
    const linear_map map = map_of(word, sizes_from(options.n), options.binding);
    const auto seed = static_cast<std::uint64_t>(options.seed.value_or(1));
    all_reports reports{check(map, seed), {}};
    if (options.paths) reports.paths = check_paths(map, seed);
    (options.json ? print_reports_json : print_reports)(reports, s.out);
    return reports.passed() ? exit_status::done : exit_status::failed;
}

}  // namespace

action prepare_check(command& c) {
    auto options = std::make_shared<check_options>();
    c.argument("EXPR", options->expression, "The word");
    c.option("-n", "N", options->n, "Samples (R,C: one per axis)").required = true;
    add_binding(c, options->binding, "full");
    add_integer(c, "--seed", options->seed, 0, INT64_MAX,
                "Seed of the random data; 1 unless given");
    c.flag("--paths", options->paths,
           "Also every method, instruction set, element type and 1 and 2 threads against the "
           "reference");
    add_json(c, options->json);
    add_resources(c, options->resources);
    return [options](const streams& s) { return run_check(*options, s); };
}

}  // namespace noble::app
