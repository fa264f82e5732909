#include "noble/laws.hpp"

#include <algorithm>

#include "algebra/laws/tables.hpp"
#include "algebra/parse/written.hpp"
#include "noble/parse.hpp"
#include "noble/prove_range.hpp"

namespace noble {
namespace {

// The laws use no designs or files, so the algebra stands on its own.
vocabulary words_for(const law_values& values) { return {.kernels = {}, .variables = values}; }

}  // namespace

std::vector<law> law_tables::joined(const std::vector<std::vector<law>>& parts) {
    std::vector<law> all;
    for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

const std::vector<law_group>& law_groups() {
    static const std::vector<law_group> groups{
        law_tables::letters(),
        law_tables::delays(),
        law_tables::group_of(
            "Sums, numbers and plain letters",
            {law_tables::sums(), law_tables::numbers(), law_tables::plain_letters()}),
        law_tables::convolutions(),
        law_tables::transposes(),
        law_tables::noble_identities(),
        law_tables::polyphase(),
        law_tables::filter_banks()};
    return groups;
}

const law* find_law(std::string_view name) {
    for (const auto& group : law_groups()) {
        const auto found = std::ranges::find(group.laws, name, &law::name);
        if (found != group.laws.end()) return &*found;
    }
    return nullptr;
}

law_sides at(const law& a, const law_values& values) {
    const equation both = parse_equation(a.formula, words_for(values));
    return {std::get<op>(both.left), std::get<op>(both.right)};
}

std::string written_out(const law& a, const law_values& values) {
    return with_values(a.formula, values);
}

law_proof prove_law(const law& a) {
    if (a.ranges.empty()) {
        const any_proof proof = prove_equation(a.formula, {});
        return {holds(proof), 1, to_string(proof)};
    }
    const std::string condition = a.condition ? a.condition->text : "";
    const range_proof proof = prove_range(a.formula, a.ranges, condition, {});
    return {proof.holds(), proof.cases(), to_string(proof)};
}

std::string proof_command(const law& a) {
    std::string command = "noble prove '" + a.formula + "'";
    for (const auto& range : a.ranges) command += " --for " + range;
    if (a.condition) command += " --where '" + a.condition->text + "'";
    return command;
}

}  // namespace noble
