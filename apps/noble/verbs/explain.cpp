// noble explain 'A == B': a derivation that names the law at each step.
#include "noble/explain.hpp"

#include <memory>
#include <optional>
#include <string>

#include "errors.hpp"
#include "noble/error.hpp"
#include "noble/parse.hpp"
#include "noble/prove.hpp"
#include "options/arguments.hpp"
#include "output/derivation.hpp"
#include "verbs/verbs.hpp"

namespace noble::app {
namespace {

struct explain_options {
    std::string equation;
    bool json = false;
    resource_options resources;
};

// A row after a column is one word, as a 1 × 1 bank.
op word_of(const expression& a) {
    if (const auto* word = std::get_if<op>(&a)) return *word;
    const auto* grid = std::get_if<bank>(&a);
    if (grid != nullptr && grid->outputs() == 1 && grid->inputs() == 1) return grid->at(0, 0);
    throw argument_error("explain takes words on one axis, not kron or banks");
}

std::string written(const transposition& a) {
    const std::string mark = a.adjoint ? ".H" : ".T";
    const bool letter = a.of.size() == 1;
    return (letter ? to_string(a.of) : "(" + to_string(a.of) + ")") + mark;
}

op image(const transposition& a) { return a.adjoint ? a.of.H() : a.of.T(); }

std::string readings_text(const std::vector<transposition>& all) {
    std::string text = all.empty() ? "" : "reading .T and .H:\n";
    for (const auto& a : all) {
        text += "   " + written(a) + " = " + to_string(image(a)) + "   [";
        text += std::string(law_of(a)) + "]\n";
    }
    return all.empty() ? text : text + "so:\n";
}

std::optional<json> readings_json(const std::vector<transposition>& all) {
    if (all.empty()) return std::nullopt;
    json list = json::array();
    for (const auto& a : all) {
        list.push_back({{"word", written(a)}, {"is", to_string(image(a))}, {"law", law_of(a)}});
    }
    return list;
}

struct answer {
    std::string kind;
    std::string text;
    int status = exit_status::done;
    std::optional<json> read{};
    std::optional<json> derivation{};
};

answer explained(const equation& e) {
    const op left = word_of(e.left);
    const op right = word_of(e.right);
    const proof p = prove(left, right);
    if (!p.holds()) return {"refuted", to_string(p) + "\n", exit_status::failed, {}, {}};
    const auto steps = explain(left, right);
    if (!steps) {
        return {"proved without derivation",
                to_string(p) +
                    " by the canonical form (noble laws canonical-form); no derivation "
                    "law by law was found within the bounds of the search\n",
                exit_status::done,
                {},
                {}};
    }
    const std::string note = "the two sides are the same word\n";
    return {"derived",
            readings_text(e.transposed) + to_string(left, *steps) + (steps->empty() ? note : ""),
            exit_status::done, readings_json(e.transposed), to_json(left, *steps)};
}

int run_explain(const explain_options& options, const streams& s) {
    use_resources(options.resources);
    const answer a = explained(parse_equation(options.equation, standard_vocabulary()));
    if (options.json) {
        json object{{"equation", options.equation}, {"answer", a.kind}};
        if (a.read) object["read"] = *a.read;
        if (a.derivation) object["derivation"] = *a.derivation;
        s.out << json_text(object) << '\n';
    } else {
        s.out << a.text;
    }
    return a.status;
}

}  // namespace

action prepare_explain(command& c) {
    auto options = std::make_shared<explain_options>();
    c.description =
        "Derive one word from another, a law at each step; noble laws NAME shows a step's law.\n"
        "Exit status 0 where the words are equal: with a derivation, or with the proof by the\n"
        "canonical form where none of bounded length is found. Exit status 1 where they differ\n"
        "(refuted), with the witness.";
    c.argument("EQUATION", options->equation, "Two words: A == B");
    add_json(c, options->json);
    add_resources(c, options->resources);
    return [options](const streams& s) { return run_explain(*options, s); };
}

}  // namespace noble::app
