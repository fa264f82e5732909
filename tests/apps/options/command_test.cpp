#include "options/command.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

namespace noble::testing {
namespace {

using namespace app;

using texts = std::vector<std::string>;

TEST_CASE("command: parameters are kept in the order of their declarations, as declared") {
    command c;
    std::string text;
    texts several;
    bool on = false;
    c.argument("EXPR", text, "The word");
    c.option("--window", "WINDOW", text, "Outputs");
    c.list("--for", "RANGE", several, "Ranges");
    c.flag("--json", on, "As JSON");
    texts declared;
    for (const auto& p : c.parameters) declared.push_back(p.name + "|" + p.type + "|" + p.help);
    CHECK(declared == texts{"EXPR||The word", "--window|WINDOW|Outputs", "--for|RANGE|Ranges",
                            "--json||As JSON"});
    std::vector<parameter_kind> kinds;
    for (const auto& p : c.parameters) kinds.push_back(p.kind);
    CHECK(kinds == std::vector{parameter_kind::argument, parameter_kind::option,
                               parameter_kind::list, parameter_kind::flag});
}

TEST_CASE("command: of options the last value counts, of lists each, and a flag is set") {
    command c;
    std::string window = "same";
    texts ranges{"k=1"};
    bool json = false;
    const auto read = [](const parameter& p, const std::string& text) { p.read(text); };
    const auto& option = c.option("--window", "WINDOW", window, "");
    read(option, "full");
    read(option, "");
    CHECK(window.empty());
    const auto& list = c.list("--for", "RANGE", ranges, "");
    read(list, "m=2");
    read(list, "m=2");
    CHECK(ranges == texts{"k=1", "m=2", "m=2"});
    const auto& flag = c.flag("--json", json, "");
    CHECK_FALSE(json);
    read(flag, "");
    CHECK(json);
}

TEST_CASE("command: arguments alone are required, unless what is returned says otherwise") {
    command c;
    std::string text;
    texts several;
    bool on = false;
    CHECK(c.argument("EXPR", text, "").required);
    CHECK_FALSE(c.option("-n", "N", text, "").required);
    CHECK_FALSE(c.list("--for", "RANGE", several, "").required);
    CHECK_FALSE(c.flag("--json", on, "").required);
    c.argument("MORE", text, "").required = false;
    CHECK(c.parameters.front().required);
    CHECK_FALSE(c.parameters.back().required);
}

TEST_CASE("command: a reader takes the text as it was typed, and what it throws passes") {
    command c;
    texts typed;
    c.option(
        "-n", "N", [&](const std::string& text) { typed.push_back(text); }, "Samples");
    c.parameters.back().read(" 4,5 ");
    CHECK(typed == texts{" 4,5 "});
    CHECK(c.parameters.back().kind == parameter_kind::option);
    const auto refuse = [](const std::string& text) { throw std::invalid_argument(text); };
    CHECK_THROWS_WITH_AS(c.option("-m", "M", refuse, "").read("x"), "x", std::invalid_argument);
}

}  // namespace
}  // namespace noble::testing
