#include "apps/program.hpp"

namespace noble::testing {
namespace {

TEST_CASE("plot: a page, to the standard output or a file, whole or not at all") {
    const program p;
    const std::string page = p.output({"plot", "down(2) * conv([1 2 1]@1)"});
    CHECK(page.starts_with("<svg"));
    CHECK(page.ends_with("</svg>\n"));
    CHECK(page.find("<title>down(2) * conv([1 2 1]@1)</title>") != std::string::npos);
    CHECK(p.output({"plot", "down(2) * conv([1 2 1]@1)", "-o", "-"}) == page);
    CHECK(p.output({"plot", "down(2) * conv([1 2 1]@1)", "-o", "a.svg"}).empty());
    CHECK(p.get("a.svg") == page);
    CHECK(p.files() == std::set<std::string>{"a.svg"});
    p.refuses({"plot", "id", "-o", "none/a.svg"}, 3, "none/a.svg");
}

TEST_CASE("plot: --what chooses, -n and --rate are heard") {
    const program p;
    const auto has = [](const std::string& page, const char* text) {
        return page.find(text) != std::string::npos;
    };
    const std::string taps = p.output({"plot", "conv([1 2 1])", "--what", "taps"});
    CHECK(has(taps, "Taps h[t]"));
    CHECK_FALSE(has(taps, "Matrix"));
    const std::string two = p.output({"plot", "conv([1 2 1])", "--what", "matrix,diagram", "-n",
                                      "5", "--window", "same", "--boundary", "reflect"});
    CHECK(two.find("5 × 5, 14 entries not zero; boundary reflect") <
          two.find("Block diagram", two.find("Matrix<")));
    const std::string rate =
        p.output({"plot", "conv([1 2 1])", "--what", "response", "--rate", "8000", "--phase"});
    CHECK(has(rate, "frequency (Hz)"));
    CHECK(has(rate, "phase (degrees)"));
    CHECK(has(p.output({"plot", "kron(down(2), up(2))", "-n", "4,2"}), "Kernel"));
}

TEST_CASE("plot: animations") {
    const program p;
    const std::string page = p.output({"plot", "--animate", "conv([1 2 1]) * up(2)", "-n", "3"});
    CHECK(page.find("@keyframes") != std::string::npos);
    CHECK(p.output({"plot", "--animate", "conv([1 2 1]) * up(2)", "-n", "3", "--step", "0.5"}) !=
          page);
    CHECK(p.output({"plot", "--animate", "kron(down(2), corr([1 2]))", "-n", "4,3", "--window",
                    "same,valid"})
              .find("output 2 × 2") != std::string::npos);
    p.refuses({"plot", "--animate", "conv([1 2 1])", "-n", "1000"}, 4, "the greatest is 60");
    p.refuses({"plot", "--animate", "conv([1 2 1])"}, 2, "-n");
    p.refuses({"plot", "--animate", "row(id, id)", "-n", "3"}, 2, "bank");
    p.refuses({"plot", "--animate", "id", "-n", "3", "--step", "1000"}, 2, "seconds");
}

TEST_CASE("plot: what does not fit is refused") {
    const program p;
    p.refuses({"plot", "conv([1 2", "-o", "a.svg"}, 2, "^");
    p.refuses({"plot", "id", "--what", "pie"}, 2, "unknown picture 'pie'");
    p.refuses({"plot", "conv(q:3)", "--what", "taps"}, 2, "q");
    p.refuses({"plot", "id", "--rate", "-1"}, 2, "--rate");
    p.refuses({"plot", "id", "--window", "same"}, 2, "-n N");
    p.refuses({"plot", "id", "--step", "2"}, 2, "--animate");
    p.refuses({"plot", "kron(id, id)", "--what", "response"}, 2, "two axes");
    p.refuses({"plot", "id", "-n", "1000000000000"}, 4, "memory limit");
}

// Each picture of the README is what its command prints: apps/noble/pictures/commands.txt has a
// line `FILE: ARGUMENTS` for each.
TEST_CASE("plot: the pictures of the README are what their commands print") {
    const program p;
    const std::string folder = environment("NOBLE_SOURCE") + "/apps/noble/pictures/";
    std::ifstream commands(folder + "commands.txt");
    std::size_t count = 0;
    for (std::string line; std::getline(commands, line); ++count) {
        const auto colon = line.find(": ");
        REQUIRE(colon != std::string::npos);
        INFO(line);
        const ran r = p.shell_line("noble " + line.substr(colon + 2));
        CHECK(r.status == 0);
        CHECK(r.out == bytes_of(folder + line.substr(0, colon)));
    }
    CHECK(count >= 3);
}

}  // namespace
}  // namespace noble::testing
