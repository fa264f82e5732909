// What a plan will do: in words, and as JSON.
#include <cstdio>
#include <nlohmann/json.hpp>
#include <ostream>

#include "noble/limit.hpp"
#include "noble/plan_options.hpp"
#include "noble/plan_report.hpp"

namespace noble {
namespace {

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", value);
    return text;
}

std::string name_of(const plan_stage::candidate& c) {
    return to_string(c.method) + " (" + to_string(c.instructions) + ")";
}

std::string cost_text(const plan_stage::candidate& c) {
    std::string text = "predicted " + number(c.predicted) + " ns per output";
    if (c.measured) text += ", measured " + number(*c.measured);
    return text;
}

std::string text_of(const plan_stage& stage, std::size_t number_of_stage) {
    std::string text = "stage " + std::to_string(number_of_stage) + ": " + stage.word + "\n";
    text += "  period      " + std::to_string(stage.outputs) + " outputs for " +
            std::to_string(stage.inputs) + " inputs\n";
    text += "  taps        " + std::to_string(stage.taps) + " in a period, " +
            number(stage.multiplies) + " real multiplications per output\n";
    text += "  latency     " + std::to_string(stage.latency) + " output samples\n";
    text += "  method      " + name_of(stage.chosen) + ", " + std::to_string(stage.tile) +
            " outputs at a time: " + cost_text(stage.chosen) + "\n";
    if (stage.transform > 0) {
        text += "  transforms  of " + std::to_string(stage.transform) + " points, " +
                std::to_string(stage.inputs) + " forward and " + std::to_string(stage.outputs) +
                " back\n";
    }
    for (const auto& c : stage.others) {
        text += "  instead of  " + name_of(c) + ": " + cost_text(c) + "\n";
    }
    return text;
}

nlohmann::ordered_json json_of(const plan_stage::candidate& c) {
    nlohmann::ordered_json object{{"method", to_string(c.method)},
                                  {"instruction_set", to_string(c.instructions)},
                                  {"predicted_ns_per_output", c.predicted}};
    if (c.measured) object["measured_ns_per_output"] = *c.measured;
    return object;
}

nlohmann::ordered_json json_of(const plan_stage& stage) {
    nlohmann::ordered_json object{{"word", stage.word},
                                  {"outputs", stage.outputs},
                                  {"inputs", stage.inputs},
                                  {"taps", stage.taps},
                                  {"multiplies_per_output", stage.multiplies},
                                  {"latency", stage.latency},
                                  {"tile", stage.tile},
                                  {"transform", stage.transform},
                                  {"chosen", json_of(stage.chosen)}};
    object["others"] = nlohmann::ordered_json::array();
    for (const auto& c : stage.others) object["others"].push_back(json_of(c));
    return object;
}

}  // namespace

std::string to_string(grouping g) {
    constexpr const char* names[] = {"cheapest", "fused", "written"};
    return names[static_cast<std::size_t>(g)];
}

std::string to_string(const plan_report& report) {
    std::string text = report.map + " in " + report.element + "\n";
    text += "threads " + std::to_string(report.threads) + ", workspace " +
            format_bytes(static_cast<double>(report.workspace_bytes)) + "\n";
    for (std::size_t i = 0; i < report.stages.size(); ++i) text += text_of(report.stages[i], i + 1);
    return text;
}

std::string to_json(const plan_report& report) {
    nlohmann::ordered_json object{{"map", report.map},
                                  {"element", report.element},
                                  {"threads", report.threads},
                                  {"workspace_bytes", report.workspace_bytes}};
    object["stages"] = nlohmann::ordered_json::array();
    for (const auto& stage : report.stages) object["stages"].push_back(json_of(stage));
    return object.dump(2);
}

std::ostream& operator<<(std::ostream& out, const plan_report& report) {
    return out << to_string(report);
}

}  // namespace noble
