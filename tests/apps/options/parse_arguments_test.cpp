#include "options/parse_arguments.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"

namespace noble::testing {
namespace {

using namespace app;

using texts = std::vector<std::string>;

struct parsed {
    std::string word;
    std::string size;
    std::string optional = "none";
    texts ranges;
    bool loud = false;
    std::optional<std::string> help;
};

parsed parse(const texts& args) {
    parsed p;
    command c{
        .name = "noble try", .description = "Try", .footer = "Example: none", .parameters = {}};
    c.argument("WORD", p.word, "The word");
    c.option("-n", "N", p.size, "Samples").required = true;
    c.argument("MORE", p.optional, "More").required = false;
    c.list("--for", "RANGE", p.ranges, "Ranges");
    c.flag("--loud", p.loud, "Aloud");
    p.help = parse_arguments(c, args);
    return p;
}

TEST_CASE("parse_arguments: values go where they were declared to go") {
    const parsed p = parse({"--for", "a", "-n4", "id", "--for=b", "--loud", "last"});
    CHECK(p.word == "id");
    CHECK(p.size == "4");
    CHECK(p.optional == "last");
    CHECK(p.ranges == texts{"a", "b"});
    CHECK(p.loud);
    CHECK(!p.help);
}

TEST_CASE("parse_arguments: what is not given stays as it was") {
    const parsed p = parse({"", "-n", ""});
    CHECK(p.word.empty());
    CHECK(p.size.empty());
    CHECK(p.optional == "none");
    CHECK(p.ranges.empty());
    CHECK(!p.loud);
}

TEST_CASE("parse_arguments: of an option that is given twice the last counts") {
    CHECK(parse({"id", "-n", "1", "-n2"}).size == "2");
}

TEST_CASE("parse_arguments: what is missing is named") {
    CHECK_THROWS_WITH_AS(parse({"-n", "4"}), doctest::Contains("WORD"), argument_error);
    CHECK_THROWS_WITH_AS(parse({"id"}), doctest::Contains("-n"), argument_error);
    CHECK_THROWS_WITH_AS(parse({"id", "-n"}), "-n needs a value", argument_error);
}

TEST_CASE("parse_arguments: help is asked for, even where much is missing") {
    for (const auto* flag : {"-h", "--help"}) {
        const auto help = parse({flag}).help;
        REQUIRE(help);
        CHECK(help->starts_with("Try\nUsage: noble try "));
        CHECK(help->find("-n N REQUIRED") != std::string::npos);
        CHECK(help->find("Print this and exit") != std::string::npos);
        CHECK(help->ends_with("Example: none\n"));
    }
}

}  // namespace
}  // namespace noble::testing
