#include "verbs/law_card.hpp"

#include <ostream>
#include <sstream>

#include "verbs/law_example.hpp"

namespace noble::app {
namespace {

std::string indented(const std::string& text) {
    std::string result;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) result += "  " + line + "\n";
    return result;
}

// The formula with its numbers, then the words that it says where they are simpler.
std::string equation_text(const law_example& e) {
    std::string words = e.left + (e.equal ? " == " : " != ") + e.right;
    if (e.left == e.right) return e.formula;
    if (!e.equal) return words;
    return words == e.formula ? words : e.formula + "\n" + words;
}

std::string matrices(const law_example& e) {
    return side_by_side(e.left_matrix, e.equal ? "==" : "!=", e.right_matrix);
}

// "For k = 2, both sides on 6 samples"
std::string heading(const law_example& e) {
    const std::string on = "both sides on " + std::to_string(e.n) + " samples";
    return e.values.empty() ? "B" + on.substr(1) : "For " + e.values + ", " + on;
}

json example_json(const law_example& e, const law_values& values) {
    return {{"values", values},
            {"formula", e.formula},
            {"left", e.left},
            {"right", e.right},
            {"equal", e.equal},
            {"verdict", e.verdict},
            {"samples", e.n},
            {"left_matrix", e.left_matrix},
            {"right_matrix", e.right_matrix}};
}

void print_markdown(const law& a, std::ostream& out) {
    const law_example e = example_of(a, a.example);
    out << "\n### " << a.name << "\n\n" << a.says << "\n\n    " << a.formula << "\n";
    if (a.condition) out << "    where " << a.condition->text << "\n";
    out << "\n" << a.source << ". " << heading(e) << ":\n\n```text\n" << e.left_matrix;
    out << "```\n\n```console\n$ " << proof_command(a) << "\n" << prove_law(a).text << "\n```\n";
    if (!a.condition) return;
    const law_example counter = example_of(a, a.condition->counter_example);
    out << "\nOutside the condition the sides differ, here for " << counter.values
        << ":\n\n```text\n"
        << matrices(counter) << "```\n";
}

constexpr const char* page_start =
    R"(# The laws of down, up and convolution

`noble laws` lists them, `noble laws NAME` shows one, `noble laws --markdown` wrote this page.

| written | means |
|---|---|
| `delay(d)` | y[n] = x[n-d] |
| `down(k, p)` | y[n] = x[kn + p] |
| `up(k, p)` | y[kn + p] = x[n], all else 0 |
| `conv(q)` | y[n] = sum over t of q[t] x[n-t] |
| `A * B` | A after B |
| `A.T`, `A.H` | transpose; adjoint, the conjugate of the transpose |
| `q:m@i` | m unknown taps q0, q1, ..., of which tap i (0 unless given) sits at index 0 |
| `up(k)(q)`, `down(k, p)(q)` | taps with zeros put between them; every k-th tap |

Matrices are cut out of infinitely large ones: outputs on the signal's own time span, zeros outside.
Each proof is a computation with exact numbers, and with unknown taps as polynomials: it holds for
all signals and all taps, for the values of the parameters that it lists, and claims no more.

)";

}  // namespace

void print_card(const law& a, std::ostream& out) {
    const law_example e = example_of(a, a.example);
    out << a.name << ": " << a.says << "\n\n  " << a.formula << "\n";
    if (a.condition) out << "  where " << a.condition->text << "\n";
    out << "\nSource: " << a.source << "\n\n" << heading(e) << ":\n\n";
    if (!e.values.empty()) out << indented(equation_text(e)) << "\n";
    out << indented(matrices(e)) << "\nProof:\n\n  $ " << proof_command(a) << "\n"
        << indented(prove_law(a).text);
    if (!a.condition) return;
    const law_example counter = example_of(a, a.condition->counter_example);
    out << "\nOutside the condition they differ. " << heading(counter) << ":\n\n"
        << indented(equation_text(counter)) << "\n"
        << indented(matrices(counter)) << "\n"
        << indented(counter.verdict);
}

json card_json(const law& a) {
    const law_proof proof = prove_law(a);
    json card{{"name", a.name},
              {"says", a.says},
              {"formula", a.formula},
              {"condition", a.condition ? a.condition->text : ""},
              {"source", a.source},
              {"ranges", a.ranges},
              {"command", proof_command(a)},
              {"proved", proof.holds},
              {"cases", proof.cases},
              {"verdict", proof.text},
              {"example", example_json(example_of(a, a.example), a.example)}};
    if (a.condition) {
        const auto& values = a.condition->counter_example;
        card["counter_example"] = example_json(example_of(a, values), values);
    }
    return card;
}

void print_page(std::ostream& out) {
    out << page_start;
    for (const auto& group : law_groups()) {
        out << "- " << group.title << ":";
        for (const auto& a : group.laws) {
            out << (&a == &group.laws.front() ? " " : ", ") << "[" << a.name << "](#" << a.name
                << ")";
        }
        out << "\n";
    }
    for (const auto& group : law_groups()) {
        out << "\n## " << group.title << "\n";
        for (const auto& a : group.laws) print_markdown(a, out);
    }
}

}  // namespace noble::app
