// noble laws [NAME]: the table of laws, or one of them.
#include "noble/laws.hpp"

#include <algorithm>
#include <memory>
#include <ostream>
#include <string>

#include "errors.hpp"
#include "noble/error.hpp"
#include "options/arguments.hpp"
#include "output/json.hpp"
#include "verbs/law_card.hpp"
#include "verbs/verbs.hpp"

namespace noble::app {
namespace {

struct laws_options {
    std::string name;
    bool markdown = false;
    bool json = false;
};

const law& law_named(const std::string& name) {
    if (const law* found = find_law(name)) return *found;
    std::string names;
    for (const auto& near : similar_laws(name)) names += (names.empty() ? "" : ", ") + near;
    throw argument_error("no law is called '" + name + "'; " +
                         (names.empty() ? "" : "did you mean " + names + "? ") +
                         "noble laws lists them all");
}

std::size_t longest_name() {
    std::size_t longest = 0;
    for (const auto& group : law_groups()) {
        for (const auto& a : group.laws) longest = std::max(longest, a.name.size());
    }
    return longest;
}

void print_list(std::ostream& out) {
    const std::size_t width = longest_name();
    for (const auto& group : law_groups()) {
        out << group.title << "\n\n";
        for (const auto& a : group.laws) {
            out << "  " << a.name << std::string(width + 2 - a.name.size(), ' ') << a.formula;
            if (a.condition) out << "   where " << a.condition->text;
            out << "\n";
        }
        out << "\n";
    }
    out << "noble laws NAME shows a law's source, proof and matrices.\n";
}

void print_list_json(std::ostream& out) {
    auto list = json::array();
    for (const auto& group : law_groups()) {
        for (const auto& a : group.laws) {
            list.push_back({{"name", a.name},
                            {"group", group.title},
                            {"formula", a.formula},
                            {"condition", a.condition ? a.condition->text : ""}});
        }
    }
    out << json_text(list) << "\n";
}

int run_laws(const laws_options& options, const streams& s) {
    if (options.markdown && (options.json || !options.name.empty())) {
        throw argument_error("--markdown writes the whole page; give neither NAME nor --json");
    }
    if (options.markdown) {
        print_page(s.out);
    } else if (options.name.empty()) {
        (options.json ? print_list_json : print_list)(s.out);
    } else if (options.json) {
        s.out << json_text(card_json(law_named(options.name))) << "\n";
    } else {
        print_card(law_named(options.name), s.out);
    }
    return exit_status::done;
}

}  // namespace

action prepare_laws(command& c) {
    auto options = std::make_shared<laws_options>();
    c.argument("NAME", options->name, "A law, as the list calls it").required = false;
    c.flag("--markdown", options->markdown, "Print all laws as a Markdown page");
    add_json(c, options->json);
    return [options](const streams& s) { return run_laws(*options, s); };
}

}  // namespace noble::app
