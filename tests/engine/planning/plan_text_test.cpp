// What a plan tells, for people and for programs.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "noble/plan.hpp"

using namespace noble;

namespace {

plan_report some_report() {
    plan_stage stage;
    stage.word = "down(2)";
    stage.outputs = 1;
    stage.inputs = 2;
    stage.taps = 3;
    stage.multiplies = 1.5;
    stage.latency = -1;
    stage.tile = 64;
    stage.transform = 256;
    stage.chosen = {method::fft, instruction_set::sse2, 0.25, 0.125};
    stage.others = {{method::rows, instruction_set::plain, 9.87654, {}}};
    return {"down(2).on(8)", "float32", 2, 2048, {stage}};
}

}  // namespace

TEST_CASE("plan text: every figure of a stage, and what was decided against") {
    CHECK(to_string(some_report()) ==
          "down(2).on(8) in float32\n"
          "threads 2, workspace 2 KiB\n"
          "stage 1: down(2)\n"
          "  period      1 outputs for 2 inputs\n"
          "  taps        3 in a period, 1.5 real multiplications per output\n"
          "  latency     -1 output samples\n"
          "  method      fft (sse2), 64 outputs at a time: predicted 0.25 ns per output, measured "
          "0.125\n"
          "  transforms  of 256 points, 2 forward and 1 back\n"
          "  instead of  rows (plain): predicted 9.88 ns per output\n");
}

TEST_CASE("plan text: without transforms there is no line of them") {
    auto report = some_report();
    report.stages[0].transform = 0;
    CHECK(to_string(report).find("transforms") == std::string::npos);
}

TEST_CASE("plan text: JSON holds the same, unrounded; a time only where there is one") {
    const auto json = nlohmann::json::parse(to_json(some_report()));
    CHECK(json["map"] == "down(2).on(8)");
    CHECK(json["workspace_bytes"] == 2048);
    const auto& stage = json["stages"].at(0);
    CHECK(stage["latency"] == -1);
    CHECK(stage["chosen"]["method"] == "fft");
    CHECK(stage["chosen"]["instruction_set"] == "sse2");
    CHECK(stage["chosen"]["measured_ns_per_output"] == 0.125);
    CHECK(stage["others"].at(0)["predicted_ns_per_output"] == 9.87654);
    CHECK_FALSE(stage["others"].at(0).contains("measured_ns_per_output"));
}

TEST_CASE("plan text: a grouping by its name, a report to a stream as its text") {
    CHECK(to_string(grouping::cheapest) == "cheapest");
    CHECK(to_string(grouping::fused) == "fused");
    CHECK(to_string(grouping::written) == "written");
    std::ostringstream out;
    out << some_report();
    CHECK(out.str() == to_string(some_report()));
}
