#include "output/proof_json.hpp"

namespace noble::app {
namespace {

json scope_of(bool holds, const std::vector<std::string>& unknowns) {
    json object{{"verdict", holds ? "proved" : "refuted"}};
    if (holds) object["for_all"] = unknowns.empty() ? "signals" : "taps";
    object["unknown_taps"] = unknowns;
    return object;
}

template <class Proof>
json start_of(const Proof& p) {
    return scope_of(p.holds(), p.unknowns);
}

template <class Witness>
json witness_of(const Witness& w) {
    return {{"input", w.input},
            {"output", w.output},
            {"left", to_string(w.left)},
            {"right", to_string(w.right)}};
}

json rates_of(const std::array<rate, 2>& rates) {
    return json::array({to_string(rates[0]), to_string(rates[1])});
}

json details(const proof& p) {
    json object = start_of(p);
    object["left_rate"] = to_string(p.left_rate);
    object["right_rate"] = to_string(p.right_rate);
    if (p.difference) object["witness"] = witness_of(*p.difference);
    object["hints"] = p.hints;
    return object;
}

json details(const proof2d& p) {
    json object = start_of(p);
    object["left_rates"] = rates_of(p.left_rates);
    object["right_rates"] = rates_of(p.right_rates);
    if (p.difference) object["witness"] = witness_of(*p.difference);
    object["hints"] = p.hints;
    return object;
}

json details(const bank_proof& p) {
    json object = start_of(p);
    object["left_shape"] = p.left_shape;
    object["right_shape"] = p.right_shape;
    if (p.difference) {
        object["entries_that_differ"] = p.entries_that_differ;
        object["entry"] = {{"output", p.difference->output}, {"input", p.difference->input}};
        object["entry"].update(details(p.difference->words));
    }
    object["hints"] = p.hints;
    return object;
}

json values_of(const counter_example& c) {
    auto object = json::object();
    for (const auto& [variable, value] : c.values) object[variable] = value;
    return object;
}

const char* name_of(place where) {
    if (where == place::edges) return "edges";
    return where == place::everywhere ? "everywhere" : "unknown";
}

}  // namespace

json to_json(const any_proof& p) {
    return std::visit([](const auto& x) { return details(x); }, p);
}

json to_json(const range_proof& p) {
    json object = scope_of(p.holds(), p.unknowns);
    if (p.cases() == 0) object["verdict"] = "no cases";
    object["for"] = p.ranges;
    if (!p.condition.empty()) object["where"] = p.condition;
    object["proved"] = p.proved;
    object["refuted"] = p.refuted;
    object["left_out"] = p.left_out;
    if (p.first) {
        object["counter_example"] = {{"values", values_of(*p.first)}};
        object["counter_example"].update(to_json(p.first->why));
    }
    return object;
}

json to_json(const map_proof& p) {
    json object = start_of(p);
    object["left_shape"] = json::array({p.left.rows(), p.left.cols()});
    object["right_shape"] = json::array({p.right.rows(), p.right.cols()});
    if (p.same_words) object["words_are_equal"] = *p.same_words;
    if (p.difference) {
        object["rows"] = p.rows;
        object["only_at"] = name_of(p.where);
        if (p.interior_rows) {
            object["interior_rows"] = *p.interior_rows;
            object["interior_rows_that_differ"] = p.interior_rows_that_differ;
        }
        object["entry"] = {{"row", p.difference->row},
                           {"column", p.difference->col},
                           {"left", to_string(p.difference->left)},
                           {"right", to_string(p.difference->right)}};
    }
    return object;
}

}  // namespace noble::app
