#include "apps/program.hpp"

namespace noble::testing {
namespace {

TEST_CASE("--threads and NOBLE_NUM_THREADS are validated, and change no result") {
    const program p;
    CHECK(p.output({"matrix", "id", "-n", "1", "--threads", "2"}) == "1\n");
    p.refuses({"matrix", "id", "-n", "1", "--threads", "0"}, 2, "--threads");
    p.refuses({"matrix", "id", "-n", "1", "--threads", "many"}, 2, "--threads");
    const ran r = p.shell_line("NOBLE_NUM_THREADS=none noble matrix id -n 1");
    CHECK(r.status == 2);
    CHECK(r.err.find("NOBLE_NUM_THREADS") != std::string::npos);
    CHECK(p.shell_line("NOBLE_NUM_THREADS=2 noble matrix id -n 1").out == "1\n");
}

TEST_CASE("--memory takes bytes and units") {
    const program p;
    for (const auto* size : {"1000000", "512M", "4G", "1.5GiB", "500kb", "1e6"}) {
        CHECK(p.output({"matrix", "id", "-n", "1", "--memory", size}) == "1\n");
    }
    for (const auto* size : {"", "0", "-1", "4X", "nan", "inf", "1e30", "12 M", "4GG"}) {
        p.refuses({"matrix", "id", "-n", "1", "--memory", size}, 2, "--memory");
    }
}

}  // namespace
}  // namespace noble::testing
