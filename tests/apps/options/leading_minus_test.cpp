#include "apps/program.hpp"

namespace noble::testing {
namespace {

TEST_CASE("an expression may begin with a minus sign") {
    const program p;
    CHECK(p.output({"matrix", "-down(2)", "-n", "4"}) == "-1 0  0 0\n 0 0 -1 0\n");
    CHECK(p.output({"matrix", "-n", "1", "-id"}) == "-1\n");
    CHECK(p.output({"matrix", "-n1", "-1/2 * id", "--fractions"}) == "-1/2\n");
    CHECK(p.output({"matrix", "--2 * id", "-n", "1"}) == "2\n");
    CHECK(p.output({"matrix", "--down(1)", "-n", "1"}) == "1\n");
    CHECK(p.output({"matrix", "-n", "1", "--", "--id"}) == "1\n");
    p.put("a.csv", "2\n4\n");
    CHECK(p.output({"apply", "-1/2 * id", "a.csv", "-"}) == "-1\n-2\n");
}

TEST_CASE("the value of an option may begin with a minus sign") {
    const program p;
    CHECK(p.output({"matrix", "id", "-n", "1", "--window", "-1:2"}) == "0\n1\n");
    CHECK(p.output({"matrix", "id", "--window=-1:2", "-n", "1"}) == "0\n1\n");
    p.put_array<double>("a.npy", {2, 2}, {1, 2, 3, 4});
    CHECK(p.output({"apply", "delay(1)", "a.npy", "-", "--axis", "-2", "--format", "csv"}) ==
          "0,0\n1,2\n");
    p.refuses({"matrix", "id", "-n", "-4"}, 2, "-4");
}

TEST_CASE("misspelt options are named, not taken for expressions") {
    const program p;
    p.refuses({"matrix", "id", "-n", "4", "--widnow", "same"}, 2, "--widnow");
    p.refuses({"matrix", "id", "-n", "4", "--widnow=same"}, 2, "--widnow");
    p.refuses({"matrix", "id", "-n", "4", "-z"}, 2, "-z");
    p.refuses({"matrix", "id", "-n"}, 2, "-n needs a value");
    p.refuses({"matrix", "id", "-n", "1", "--json=no"}, 2, "--json=no");
}

TEST_CASE("of an option that is given twice, the last counts") {
    const program p;
    CHECK(p.output({"matrix", "id", "-n", "5", "-n", "1"}) == "1\n");
}

}  // namespace
}  // namespace noble::testing
