#include "verbs/verbs.hpp"

#include <set>

#include "apps/program.hpp"

namespace noble::testing {
namespace {

TEST_CASE("verbs: each has a name of its own, a line in the help and an example that names it") {
    const program p;
    const std::string help = p.output({"--help"});
    std::set<std::string> names;
    for (const auto& v : app::verbs()) {
        const std::string name(v.name);
        INFO(name);
        CHECK(names.insert(name).second);
        CHECK(help.find("  " + name + " " + std::string(v.arguments)) != std::string::npos);
        CHECK(v.example.starts_with("noble " + name + " "));
        CHECK(p.output({name, "--help"}).find("Usage: noble " + name) != std::string::npos);
    }
}

}  // namespace
}  // namespace noble::testing
