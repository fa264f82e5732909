#include "verbs/law_example.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <sstream>
#include <vector>

#include "noble/matrix.hpp"
#include "noble/prove.hpp"
#include "noble/support.hpp"

namespace noble::app {
namespace {

std::string text_of(const law_values& values) {
    std::string text;
    for (const auto& [name, value] : values) {
        text += (text.empty() ? "" : ", ") + name + " = " + std::to_string(value);
    }
    return text;
}

// How far from its input a unit sample leaves its trace, in output samples.
index_t reach(const op& a) {
    const auto s = a.support();
    if (!s) return 0;
    const rational farthest = std::max<rational>(abs(s->first), abs(s->last));
    return static_cast<index_t>(nearest<double>(farthest));
}

// At least two periods, and enough samples to show where a delay leads.
index_t samples_for(const op& a) {
    constexpr index_t side = 6;
    const rate r = a.rate();
    const index_t outputs = std::max(side, reach(a) + 2);
    const index_t longer = std::max(r.outputs, r.inputs);
    const index_t periods = std::max<index_t>({2, side / longer, (outputs - 1) / longer + 1});
    return periods * r.inputs;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

}  // namespace

law_example example_of(const law& a, const law_values& values) {
    const auto [left, right] = at(a, values);
    const proof answer = prove(left, right);
    const index_t n = samples_for(left);
    const matrix_style style{.fractions = true};
    const auto text = [&](const op& word) { return to_text(word.on(n, window::same), style); };
    return {.values = text_of(values),
            .formula = written_out(a, values),
            .left = to_string(left),
            .right = to_string(right),
            .equal = answer.holds(),
            .verdict = to_string(answer),
            .n = n,
            .left_matrix = text(left),
            .right_matrix = text(right)};
}

std::string side_by_side(const std::string& left, const std::string& sign,
                         const std::string& right) {
    const auto a = lines_of(left);
    const auto b = lines_of(right);
    const std::size_t rows = std::max(a.size(), b.size());
    std::size_t width = 0;
    for (const auto& line : a) width = std::max(width, line.size());
    std::string text;
    for (std::size_t i = 0; i < rows; ++i) {
        std::string line = i < a.size() ? a[i] : "";
        line.append(width - line.size(), ' ');
        line += "  " + (i == (rows - 1) / 2 ? sign : std::string(sign.size(), ' ')) + "  ";
        text += line + (i < b.size() ? b[i] : "") + "\n";
    }
    return text;
}

}  // namespace noble::app
