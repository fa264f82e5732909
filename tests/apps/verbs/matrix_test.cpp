#include <nlohmann/json.hpp>

#include "apps/program.hpp"

namespace noble::testing {
namespace {

using nlohmann::json;

TEST_CASE("matrix: down(2) on 4 samples and up(2) on 2 are transposes") {
    const program p;
    CHECK(p.output({"matrix", "down(2)", "-n", "4"}) == "1 0 0 0\n0 0 1 0\n");
    CHECK(p.output({"matrix", "up(2)", "-n", "2"}) == "1 0\n0 0\n0 1\n0 0\n");
    CHECK(p.output({"matrix", "down(2)", "-n", "4", "--transpose"}) == "1 0\n0 0\n0 1\n0 0\n");
}

TEST_CASE("matrix: unknown taps print by name") {
    const program p;
    CHECK(p.output({"matrix", "conv(q:3@1)", "-n", "4", "--window", "same"}) ==
          "q1 q0  0  0\nq2 q1 q0  0\n 0 q2 q1 q0\n 0  0 q2 q1\n");
    CHECK(p.output({"matrix", "conv(q:2)", "-n", "2", "--format", "csv"}) == "q0,0\nq1,q0\n0,q1\n");
    const auto j = json::parse(p.output({"matrix", "conv(q:2)", "-n", "1", "--json"}));
    CHECK(j["entries"] == json::parse(R"([[0, 0, "q0"], [1, 0, "q1"]])"));
    p.refuses({"matrix", "conv(q:2)", "-n", "4", "--format", "npy"}, 2, "q:2");
    p.refuses({"matrix", "id + conv(q:2)", "-n", "4", "--format", "mtx"}, 2, "q:2");
}

TEST_CASE("matrix: windows and boundaries, fractions, digits and the spy plot") {
    const program p;
    CHECK(p.output({"matrix", "conv([1 2])", "-n", "2", "--window", "valid"}) == "2 1\n");
    CHECK(p.output({"matrix", "conv([1 2])", "-n", "2", "--window", "-1:2"}) == "0 0\n1 0\n");
    CHECK(p.output({"matrix", "delay(1)", "-n", "2", "--window", "same", "--boundary",
                    "periodic"}) == "0 1\n1 0\n");
    CHECK(p.output({"matrix", "1/3 * id", "-n", "1", "--fractions"}) == "1/3\n");
    CHECK(p.output({"matrix", "1/3 * id", "-n", "1", "--digits", "3"}) == "0.333\n");
    CHECK(p.output({"matrix", "id", "-n", "2", "--spy"}).ends_with("#.\n.#\n"));
}

TEST_CASE("matrix: kron words and banks") {
    const program p;
    const std::string kron = p.output({"matrix", "kron(down(2), id)", "-n", "2"});
    CHECK(kron == "1 0 0 0\n0 1 0 0\n");
    CHECK(p.output({"matrix", "kron(delay(1), id)", "-n", "2,1", "--window", "same,full",
                    "--boundary", "periodic,zero"}) == "0 1\n1 0\n");
    CHECK(p.output({"matrix", "row(id, 2 * id)", "-n", "1"}) == "1 2\n");
    CHECK(p.output({"matrix", "column(id, 2 * id)", "-n", "1"}) == "1\n2\n");
    p.refuses({"matrix", "id", "-n", "2,3"}, 2, "-n");
    p.refuses({"matrix", "id", "-n", "2", "--window", "same,full"}, 2, "--window");
    p.refuses({"matrix", "kron(id, id)", "-n", "2,3,4"}, 2, "-n");
}

TEST_CASE("matrix: options that do not fit together are refused") {
    const program p;
    p.refuses({"matrix", "id", "-n", "1", "--json", "--format", "csv"}, 2, "exclude");
    p.refuses({"matrix", "id", "-n", "1", "--format", "xls"}, 2, "text, csv, npy or mtx");
    p.refuses({"matrix", "id", "-n", "1", "--dtype", "float32"}, 2, "--dtype");
    p.refuses({"matrix", "id", "-n", "1", "--format", "csv", "--spy"}, 2, "--spy");
    p.refuses({"matrix", "id", "-n", "1", "--digits", "99"}, 2, "--digits");
    p.refuses({"matrix", "id", "-n", "1", "--dtype", "int8", "--format", "csv"}, 2, "complex128");
}

TEST_CASE("matrix: npy is not written to a terminal") {
    const program p;
    const ran r = p.shell_line(
        "script -qec 'noble matrix id -n 1 --format npy' /dev/null </dev/null 2>/dev/null");
    if (r.status == 127) return;  // no script(1) here
    CHECK(r.out.find("npy is not for terminals") != std::string::npos);
}

TEST_CASE("matrix: sizes beyond the limit are refused before work") {
    const program p;
    p.refuses({"matrix", "down(2)", "-n", "1000000000000"}, 4, "memory limit");
    p.refuses({"matrix", "id", "-n", "100000", "-o", "a.npy"}, 4, "memory limit");
    p.refuses({"matrix", "id", "-n", "100000", "--format", "csv"}, 4, "memory limit");
    p.refuses({"matrix", "conv(q:1)", "-n", "100000", "--format", "csv"}, 4, "memory limit");
    p.refuses({"matrix", "kron(id, id)", "-n", "4000000000"}, 4, "64 bits");
    p.refuses({"matrix", "up(2)", "-n", "9223372036854775807"}, 4, "64 bits");
    p.refuses({"matrix", "id", "-n", "100", "--memory", "100"}, 4, "memory limit of 100 bytes");
}

}  // namespace
}  // namespace noble::testing
