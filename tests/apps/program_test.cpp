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

TEST_CASE("a message stays one line, whatever a file is called") {
    const program p;
    p.refuses({"info", "no\nsuch\x1b[31mfile"}, 3, "no?such?[31mfile: cannot read");
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

TEST_CASE("a full disk behind standard output is a clear error") {
    const program p;
    const ran r = p.shell_line("noble matrix id -n 4 >/dev/full");
    CHECK(r.status == 3);
    CHECK(r.err == "noble: standard output: writing failed: No space left on device\n");
    CHECK(p.shell_line("noble matrix id -n 4 --format csv >/dev/full").status == 3);
}

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
