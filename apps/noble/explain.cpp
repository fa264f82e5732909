// noble explain 'A == B': a derivation that names the law at each step.
#include "noble/explain.hpp"

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "arguments.hpp"
#include "derivation.hpp"
#include "errors.hpp"
#include "noble/error.hpp"
#include "noble/parse.hpp"
#include "noble/prove.hpp"
#include "verbs.hpp"

namespace noble::app {
namespace {

struct explain_options {
    std::string equation;
    bool json = false;
    resource_options resources;
};

struct sides {
    op left;
    op right;
};

// A row after a column is one word, as a 1 × 1 bank.
op word_of(const expression& a) {
    if (const auto* word = std::get_if<op>(&a)) return *word;
    const auto* grid = std::get_if<bank>(&a);
    if (grid != nullptr && grid->outputs() == 1 && grid->inputs() == 1) return grid->at(0, 0);
    throw argument_error("explain takes words on one axis, not kron or banks");
}

sides read_sides(const std::string& text) {
    const equation e = parse_equation(text, standard_vocabulary());
    return {word_of(e.left), word_of(e.right)};
}

void print(const explain_options& options, const std::string& answer,
           const nlohmann::ordered_json& steps, const std::string& text, const streams& s) {
    if (options.json) {
        nlohmann::ordered_json object{{"equation", options.equation}, {"answer", answer}};
        if (!steps.is_null()) object["derivation"] = steps;
        s.out << json_text(object) << '\n';
    } else {
        s.out << text;
    }
}

int run_explain(const explain_options& options, const streams& s) {
    use_resources(options.resources);
    const sides word = read_sides(options.equation);
    const proof p = prove(word.left, word.right);
    if (!p.holds()) {
        print(options, "refuted", {}, to_string(p) + "\n", s);
        return exit_status::failed;
    }
    const auto steps = explain(word.left, word.right);
    if (!steps) {
        print(options, "no derivation found", {},
              to_string(p) + "\nno derivation was found within the bounds of the search\n", s);
        return exit_status::failed;
    }
    const std::string note = "the two sides are the same word\n";
    print(options, "derived", to_json(word.left, *steps),
          to_string(word.left, *steps) + (steps->empty() ? note : ""), s);
    return exit_status::done;
}

}  // namespace

action prepare_explain(CLI::App& app) {
    auto options = std::make_shared<explain_options>();
    app.add_option("EQUATION", options->equation, "Two words: A == B")->required();
    add_json(app, options->json);
    add_resources(app, options->resources);
    return [options](const streams& s) { return run_explain(*options, s); };
}

}  // namespace noble::app
