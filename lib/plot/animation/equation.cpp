#include "plot/animation/equation.hpp"

#include <cstdlib>
#include <string_view>

#include "plot/drawing/text.hpp"

namespace noble::drawing {
namespace {

template <class Scalar>
std::string factor(const Scalar& value) {
    const std::string text = label(value);
    if (text == "1") return "";
    if (text == "−1") return "−";
    const bool two_parts =
        text.find('+') != std::string::npos || text.find("−", 1) != std::string::npos;
    return (two_parts ? "(" + text + ")" : text) + "·";
}

}  // namespace

std::string indexed(const char* name, index_t i) { return name + number(i); }

template <class Scalar>
std::string equation(const csr<Scalar>& matrix, index_t row, index_t output) {
    std::string text;
    for (auto i = matrix.row_begin[static_cast<std::size_t>(row)];
         i < matrix.row_begin[static_cast<std::size_t>(row) + 1]; ++i) {
        const auto at = static_cast<std::size_t>(i);
        std::string term = factor(matrix.values[at]) + indexed("x", matrix.columns[at]);
        const bool minus = term.starts_with("−");
        if (minus) term.erase(0, std::string_view("−").size());
        text += text.empty() ? (minus ? "−" : "") : (minus ? " − " : " + ");
        text += term;
    }
    return indexed("y", output) + " = " + (text.empty() ? "0" : text);
}

std::string extended_label(boundary rule, index_t n, index_t m) {
    const auto terms = extend(rule, n, m);
    if (terms.begin() == terms.end()) return "0";
    if (terms.begin() + 1 != terms.end()) return "·";
    const auto& term = *terms.begin();
    if (std::abs(term.num) != 1 || term.den != 1) return "·";
    return (term.num < 0 ? "−" : "") + indexed("x", term.index);
}

template std::string equation(const csr<exact>&, index_t, index_t);
template std::string equation(const csr<polynomial>&, index_t, index_t);

}  // namespace noble::drawing
