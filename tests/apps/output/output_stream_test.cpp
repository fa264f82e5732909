#include "output/output_stream.hpp"

#include "apps/program.hpp"
#include "noble/error.hpp"

namespace noble::testing {
namespace {

TEST_CASE("output_stream: a file is there as a whole once it is committed, and not before") {
    const program p;
    const std::string text(100000, 'x');
    {
        app::output_stream file(p.path("a"));
        file << text << std::flush << 1;
        CHECK(!p.files().contains("a"));
        file.commit();
    }
    CHECK(p.get("a") == text + "1");
    {
        app::output_stream abandoned(p.path("b"));
        abandoned << text;
    }
    CHECK(p.files() == std::set<std::string>{"a"});
}

TEST_CASE("output_stream: a failure is an io_error that says why") {
    app::output_stream full("/dev/full");
    CHECK_THROWS_WITH_AS(full << "x" << std::flush, doctest::Contains("No space left on device"),
                         io_error);
    CHECK_THROWS_AS(app::output_stream("/nowhere/a"), io_error);
}

TEST_CASE("a full disk behind standard output is a clear error") {
    const program p;
    const ran r = p.shell_line("noble matrix id -n 4 >/dev/full");
    CHECK(r.status == 3);
    CHECK(r.err == "noble: standard output: writing failed: No space left on device\n");
    CHECK(p.shell_line("noble matrix id -n 4 --format csv >/dev/full").status == 3);
}

}  // namespace
}  // namespace noble::testing
