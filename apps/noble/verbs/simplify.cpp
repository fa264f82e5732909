// noble simplify EXPR: the same operator as a short word.
#include <memory>
#include <string>

#include "errors.hpp"
#include "noble/error.hpp"
#include "options/arguments.hpp"
#include "options/bind.hpp"
#include "output/derivation.hpp"
#include "verbs/verbs.hpp"

namespace noble::app {
namespace {

struct simplify_options {
    std::string expression;
    bool trace = false;
    bool json = false;
    resource_options resources;
};

int run_simplify(const simplify_options& options, const streams& s) {
    use_resources(options.resources);
    const expression parsed = read_expression(options.expression);
    const auto* word = std::get_if<op>(&parsed);
    if (word == nullptr)
        throw argument_error("simplify takes a word on one axis, not kron or bank");
    const simplification result = simplify_traced(*word);
    if (options.json) {
        json object{{"expression", options.expression},
                    {"word", to_string(result.word)},
                    {"letters", result.word.size()}};
        if (options.trace) object["trace"] = to_json(*word, result.trace);
        s.out << json_text(object) << '\n';
    } else if (options.trace) {
        s.out << to_string(*word, result.trace);
    } else {
        s.out << to_string(result.word) << '\n';
    }
    return exit_status::done;
}

}  // namespace

action prepare_simplify(command& c) {
    auto options = std::make_shared<simplify_options>();
    c.description =
        "Write the same operator as a short word: fewest letters, then fewest sums, then fewest\n"
        "taps that are not zero, then shortest kernels. Never longer in that order, and the same\n"
        "again when simplified again. It is the word with least to read, not the fastest: filters\n"
        "in a row become one. Equal words become the same word, except where the laws find one\n"
        "shorter than the normal shape of the operator: down(M) * conv(q) * up(L), or\n"
        "a sum of such branches, one for each phase.";
    c.argument("EXPR", options->expression, "The word");
    c.flag("--trace", options->trace, "Each step, with the law that it uses");
    add_json(c, options->json);
    add_resources(c, options->resources);
    return [options](const streams& s) { return run_simplify(*options, s); };
}

}  // namespace noble::app
