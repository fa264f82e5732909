#include "plot/drawing/brief.hpp"

#include <vector>

namespace noble::drawing {
namespace {

std::string brief_list(const std::string& function, const std::vector<std::string>& parts) {
    std::string text = function + "(";
    for (const auto& part : parts) text += (text.back() == '(' ? "" : ", ") + part;
    return text + ")";
}

}  // namespace

std::string brief(const op2d& a) {
    std::string text;
    for (const auto& term : a.terms()) {
        if (!text.empty()) text += " + ";
        text += brief_list("kron", {noble::brief(term.rows), noble::brief(term.cols)});
    }
    return text;
}

std::string brief(const bank& a) {
    std::vector<std::string> outputs;
    for (index_t i = 0; i < a.outputs(); ++i) {
        std::vector<std::string> inputs;
        for (index_t j = 0; j < a.inputs(); ++j) inputs.push_back(noble::brief(a.at(i, j)));
        outputs.push_back(a.inputs() == 1 ? inputs.front() : brief_list("row", inputs));
    }
    return a.outputs() == 1 && a.inputs() > 1 ? outputs.front() : brief_list("column", outputs);
}

}  // namespace noble::drawing
