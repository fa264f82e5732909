#include "apps/program.hpp"

namespace noble::testing {
namespace {

TEST_CASE("a closed standard output is an error where there is something to print") {
    const program p;
    CHECK(p.shell_line("noble matrix id -n 4 >&-").status == 3);
    p.put("a.csv", "1\n2\n");
    const ran r = p.shell_line("noble apply '2 * id' a.csv b.csv >&- <&-");
    CHECK(r.status == 0);
    CHECK(p.get("b.csv") == "2\n4\n");
}

TEST_CASE("a reader that goes away ends the program quietly, with a status that is not 0") {
    const program p;
    for (const auto* more : {"--json", "--format csv", "--format mtx"}) {
        const ran r = p.shell_line("{ noble matrix 'conv(box(50))' -n 2000 " + std::string(more) +
                                   "; echo $? >status; } | head -c 10");
        INFO(more);
        CHECK(r.err.empty());
        CHECK(p.get("status") == "3\n");
    }
}

}  // namespace
}  // namespace noble::testing
