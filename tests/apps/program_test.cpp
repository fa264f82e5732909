#include "apps/program.hpp"

#include "noble/build_information.hpp"
#include "noble/version.hpp"

namespace noble::testing {
namespace {

TEST_CASE("noble alone prints help with status 2; --help and --version with 0") {
    const program p;
    const ran alone = p.run({});
    CHECK(alone.status == 2);
    CHECK(alone.out.empty());
    CHECK(alone.err == p.output({"--help"}));
    for (const auto* verb : {"apply", "check", "info", "matrix"}) {
        CHECK(alone.err.find(verb) != std::string::npos);
        CHECK(p.output({verb, "--help"}).find(std::string("noble ") + verb) != std::string::npos);
    }
    const std::string made_of = p.output({"--version"});
    CHECK(made_of.starts_with(std::string("noble ") + version + "\n"));
    for (const auto& fact : build_information()) {
        CHECK(made_of.find(fact.value) != std::string::npos);
    }
}

TEST_CASE("unknown verbs get the list of verbs") {
    const program p;
    p.refuses({"aply", "id", "a", "b"}, 2, "apply, matrix, check, plan, plot, prove");
}

TEST_CASE("missing and surplus arguments are named") {
    const program p;
    p.refuses({"matrix", "-n", "4"}, 2, "EXPR");
    p.refuses({"matrix", "id"}, 2, "-n");
    p.refuses({"apply", "id", "a.wav"}, 2, "OUT");
    p.refuses({"matrix", "id", "*", "id", "-n", "4"}, 2, "unexpected argument '*'");
}

}  // namespace
}  // namespace noble::testing
