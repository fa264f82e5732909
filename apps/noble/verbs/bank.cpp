// noble bank COLUMN ROW: perfect reconstruction, or what is left.
#include "noble/bank.hpp"

#include <memory>
#include <string>

#include "errors.hpp"
#include "noble/error.hpp"
#include "noble/reconstruct.hpp"
#include "options/arguments.hpp"
#include "options/bind.hpp"
#include "output/json.hpp"
#include "verbs/verbs.hpp"

namespace noble::app {
namespace {

struct bank_options {
    std::string analysis;
    std::string synthesis;
    bool json = false;
    resource_options resources;
};

// A word by itself is a bank of one channel.
bank bank_of(const expression& parsed) {
    if (const auto* grid = std::get_if<bank>(&parsed)) return *grid;
    if (const auto* word = std::get_if<op>(&parsed)) return column({*word});
    throw argument_error("bank takes a column and a row of words on one axis, not kron");
}

json reconstruction_json(const reconstruction& r) {
    json object{
        {"perfect", r.perfect.has_value()}, {"total", to_string(r.total)}, {"period", r.period}};
    if (r.perfect) {
        object["delay"] = r.perfect->delay;
        object["scale"] = to_string(r.perfect->scale);
    }
    object["distortion"] = to_string(conv(r.distortion));
    object["aliases"] = json::array();
    if (r.nearest) {
        object["nearest"] = {{"delay", r.nearest->delay},
                             {"scale", to_string(r.nearest->scale)},
                             {"distortion_error", noble::to_string(r.nearest->distortion_error)},
                             {"alias_error", noble::to_string(r.nearest->alias_error)}};
    }
    object["hints"] = r.hints;
    for (const auto& term : r.aliases) {
        json alias{{"denominator", term.denominator}, {"word", to_string(term.word())}};
        if (const auto a = term.of_minus_z()) alias["of_minus_z"] = to_string(*a);
        object["aliases"].push_back(alias);
    }
    return object;
}

int run_bank(const bank_options& options, const streams& s) {
    use_resources(options.resources);
    const auto [column, row] =
        parse_expressions(options.analysis, options.synthesis, standard_vocabulary());
    const auto r = reconstruct(bank_of(column), bank_of(row));
    if (options.json) {
        s.out << json_text(reconstruction_json(r)) << '\n';
    } else {
        s.out << to_string(r);
    }
    return r.perfect ? exit_status::done : exit_status::failed;
}

}  // namespace

action prepare_bank(command& c) {
    auto options = std::make_shared<bank_options>();
    c.argument("COLUMN", options->analysis, "The analysis bank: column(A, B, ...)");
    c.argument("ROW", options->synthesis, "The synthesis bank: row(F, G, ...)");
    add_json(c, options->json);
    add_resources(c, options->resources);
    return [options](const streams& s) { return run_bank(*options, s); };
}

}  // namespace noble::app
