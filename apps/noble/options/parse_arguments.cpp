// The only source that sees CLI11, whose header takes longer to compile than all verbs.
#include "options/parse_arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "noble/error.hpp"
#include "options/leading_minus.hpp"

namespace noble::app {
namespace {

CLI::Option* add_list(CLI::App& app, const parameter& a) {
    const std::function<void(const std::vector<std::string>&)> read =
        [&a](const std::vector<std::string>& values) { std::ranges::for_each(values, a.read); };
    return app.add_option_function(a.name, read, a.help)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

CLI::Option* add(CLI::App& app, const parameter& a) {
    if (a.kind == parameter_kind::flag) {
        return app.add_flag_callback(
            a.name, [&a] { a.read({}); }, a.help);
    }
    if (a.kind == parameter_kind::list) return add_list(app, a);
    return app.add_option_function(a.name, a.read, a.help);
}

void declare(CLI::App& app, const command& a) {
    app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    app.set_help_flag(std::string(help_flags[0]) + ',' + std::string(help_flags[1]),
                      "Print this and exit");
    app.footer(a.footer);
    for (const auto& p : a.parameters) {
        CLI::Option* added = add(app, p);
        if (!p.type.empty()) added->type_name(p.type);
        added->required(p.required);
    }
}

}  // namespace

std::optional<std::string> parse_arguments(const command& a, const std::vector<std::string>& args) {
    CLI::App app(a.description, a.name);
    declare(app, a);
    auto sorted = options_first(a, args);
    std::ranges::reverse(sorted);  // CLI11 takes them from the back
    try {
        app.parse(sorted);
    } catch (const CLI::CallForHelp&) {
        return app.help();
    } catch (const CLI::Error& error) {
        throw argument_error(error.what());
    }
    return std::nullopt;
}

}  // namespace noble::app
