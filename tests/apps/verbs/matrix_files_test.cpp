#include <nlohmann/json.hpp>

#include "apps/program.hpp"

namespace noble::testing {
namespace {

using nlohmann::json;

TEST_CASE("matrix: CSV, npy and Matrix Market hold the same numbers") {
    const program p;
    const arguments word{"matrix", "conv([1 1/2])", "-n", "2"};
    const auto with = [&](arguments more) {
        more.insert(more.begin(), word.begin(), word.end());
        return p.output(more);
    };
    CHECK(with({"--format", "csv"}) == "1,0\n0.5,1\n0,0.5\n");
    CHECK(with({"--format", "mtx"}) ==
          "%%MatrixMarket matrix coordinate real general\n3 2 4\n1 1 1\n2 1 0.5\n2 2 1\n3 2 0.5\n");
    CHECK(with({"-o", "a.npy"}).empty());
    CHECK(p.values<double>("a.npy") == std::vector<double>{1, 0, 0.5, 1, 0, 0.5});
    CHECK(p.shape("a.npy") == std::vector<index_t>{3, 2});
    CHECK(with({"-o", "b.npy", "--dtype", "float32"}).empty());
    CHECK(p.values<float>("b.npy") == std::vector<float>{1, 0, 0.5F, 1, 0, 0.5F});
    CHECK(with({"-o", "a.txt"}).empty());
    CHECK(p.get("a.txt") == "  1   0\n0.5   1\n  0 0.5\n");
    const ran piped = p.shell_line("noble matrix 'conv([1 1/2])' -n 2 --format npy | cat");
    CHECK(piped.out == p.get("a.npy"));
}

TEST_CASE("matrix: Matrix Market's field is integer, real or complex, as fits") {
    const program p;
    CHECK(p.output({"matrix", "down(2)", "-n", "3", "--format", "mtx"}) ==
          "%%MatrixMarket matrix coordinate integer general\n2 3 2\n1 1 1\n2 3 1\n");
    CHECK(p.output({"matrix", "(1+2i) * id", "-n", "1", "--format", "mtx"}) ==
          "%%MatrixMarket matrix coordinate complex general\n1 1 1\n1 1 1 2\n");
    CHECK(p.output({"matrix", "-id", "-n", "1", "--format", "mtx", "--dtype", "complex64"}) ==
          "%%MatrixMarket matrix coordinate complex general\n1 1 1\n1 1 -1 0\n");
    p.refuses({"matrix", "2i * id", "-n", "1", "--format", "mtx", "--dtype", "float64"}, 2,
              "complex");
}

TEST_CASE("matrix: --json is an object with the entries that are not zero") {
    const program p;
    const auto j = json::parse(p.output({"matrix", "2i * down(2)", "-n", "3", "--json"}));
    CHECK(j["rows"] == 2);
    CHECK(j["cols"] == 3);
    CHECK(j["entries"] == json::parse("[[0, 0, [0, 2]], [1, 2, [0, 2]]]"));
}

}  // namespace
}  // namespace noble::testing
