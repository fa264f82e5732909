// Each piece of bad input ends with one clear message, the right status, and nothing written.
#include <string>

#include "apps/program.hpp"

namespace noble::testing {
namespace {

TEST_CASE("bad expressions: status 2, with the column") {
    const program p;
    const auto refused = [&](const std::string& expression, const std::string& text) {
        p.refuses({"matrix", expression, "-n", "4"}, 2, text);
        p.refuses({"check", expression, "-n", "4"}, 2, text);
        p.put("in.csv", "1\n2\n");
        p.refuses({"apply", expression, "in.csv", "out.csv"}, 2, text);
    };
    refused("donw(2)", "donw");
    refused("down(2", "')'");
    refused("down(2) + id", "1/2");
    refused("down(0)", "down(0)");
    refused("down(-3)", "down(-3)");
    refused("down(1e30)", "1e30");
    refused("conv([1e400])", "1e400");
    refused("conv([nan])", "nan");
    refused("", "empty");
    refused("id == id", "==");
    refused("[1 2 3]", "sequence");
    refused("conv([1 2)", "]");
    refused("lowpass(0.2, 31)", "conv");
    refused("conv(lowpass(2, 31))", "lowpass");
    refused("id id", "id id");
    refused("\xff", "");
}

TEST_CASE("bad expressions: 10⁵ brackets, minus signs and words nested") {
    const program p;
    p.refuses({"matrix", std::string(100000, '('), "-n", "2"}, 2, "nested");
    p.refuses({"matrix", std::string(100000, '-') + "id", "-n", "2"}, 2, "nested");
    std::string conjugates;
    for (int i = 0; i < 25000; ++i) conjugates += "conj(";
    p.refuses({"matrix", conjugates, "-n", "2"}, 2, "nested");
}

TEST_CASE("10⁹ taps are refused before they are made, with status 4") {
    const program p;
    p.put("in.csv", "1\n2\n");
    for (const auto* expression :
         {"conv(q:1000000000)", "conv(box(1000000000))", "conv(triangle(1000000000))",
          "conv(lowpass(0.5, 1000000000))"}) {
        p.refuses({"matrix", expression, "-n", "4"}, 4, "memory limit");
        p.refuses({"apply", expression, "in.csv", "out.csv"}, 4, "memory limit");
    }
}

TEST_CASE("factors and delays beyond 64 bits are refused") {
    const program p;
    p.refuses({"matrix", "up(4000000000) * up(4000000000)", "-n", "1"}, 4, "64 bits");
    p.refuses({"matrix", "down(99999999999999999999)", "-n", "1"}, 2, "99999999999999999999");
}

TEST_CASE("taps from files: NaN, no number, missing, a matrix") {
    const program p;
    p.put("nan.csv", "1\nnan\n");
    p.put("word.csv", "1\nhello\n");
    p.put("two.csv", "1,2\n3,4\n");
    p.refuses({"matrix", "conv(file(\"nan.csv\"))", "-n", "2"}, 2, "nan");
    p.refuses({"matrix", "conv(file(\"word.csv\"))", "-n", "2"}, 3, "hello");
    p.refuses({"matrix", "conv(file(\"missing.npy\"))", "-n", "2"}, 3, "missing.npy");
    p.refuses({"matrix", "conv(file(\"two.csv\"))", "-n", "2"}, 3, "two.csv");
    p.refuses({"matrix", "conv(file(\"nan.csv\")", "-n", "2"}, 2, "nan.csv");
}

TEST_CASE("unusable input files: status 3") {
    const program p;
    p.put_audio("good.wav", 100, 1, sample_type::int_16);
    const std::string good = p.get("good.wav");
    std::string greedy = good;
    greedy.replace(40, 4, std::string("\x00\x00\x10\x00", 4));
    p.put("empty.wav", "");
    p.put("junk.wav", std::string(500, '\x07'));
    p.put("truncated.wav", good.substr(0, good.size() - 20));
    p.put("headless.wav", good.substr(0, 20));
    p.put("greedy.wav", greedy);
    p.put("word.csv", "1,2\n3,hello\n");
    p.put("ragged.csv", "1,2\n3\n");
    const auto refused = [&](const std::string& in, const std::string& text) {
        p.refuses({"apply", "down(2)", in, "out.wav"}, 3, text);
        p.refuses({"apply", "down(2)", in, "-"}, 3, text);
    };
    refused("missing.wav", "No such file");
    refused(".", "directory");
    for (const auto* name :
         {"empty.wav", "junk.wav", "truncated.wav", "headless.wav", "greedy.wav", "ragged.csv"}) {
        refused(name, name);
    }
    refused("word.csv", "line 2, column 2");
}

TEST_CASE("a header that claims more than the memory limit or the file is refused at once") {
    const program p;
    std::string header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000000,), }";
    header += std::string(117 - header.size(), ' ') + "\n";
    p.put("huge.npy", std::string("\x93NUMPY\x01\x00\x76\x00", 10) + header + "12345678");
    const ran r = p.run({"apply", "id", "huge.npy", "out.npy"});
    CHECK((r.status == 3 || r.status == 4));
    CHECK(r.err.starts_with("noble: huge.npy"));
    CHECK(p.files() == std::set<std::string>{"huge.npy"});
}

TEST_CASE("the output may not be the input, by any name") {
    const program p;
    p.put_audio("a.wav", 10, 1);
    const std::string before = p.get("a.wav");
    std::filesystem::create_symlink("a.wav", p.path("link.wav"));
    std::filesystem::create_hard_link(p.path("a.wav"), p.path("hard.wav"));
    for (const auto* out : {"a.wav", "./a.wav", "link.wav", "hard.wav"}) {
        p.refuses({"apply", "2 * id", "a.wav", out}, 3, "the output is the input");
    }
    CHECK(p.get("a.wav") == before);
}

TEST_CASE("outputs that cannot be written: status 3, no temporary") {
    const program p;
    p.put_audio("a.wav", 10, 1);
    p.put("file", "");
    for (const auto* out :
         {"missing/b.wav", "file/b.wav", ".", "/dev/full", "/proc/nothing/b.wav"}) {
        p.refuses({"apply", "id", "a.wav", out}, 3, out);
        p.refuses({"matrix", "id", "-n", "2", "-o", out}, 3, out);
    }
    p.refuses({"apply", "id", "a.wav", ""}, 3, "empty");
    p.refuses({"apply", "id", "", "b.wav"}, 3, "cannot read: the file name is empty");
}

TEST_CASE("an existing output survives a failed run") {
    const program p;
    p.put_audio("a.wav", 10, 1);
    p.put_audio("old.flac", 10, 1);
    const std::string before = p.get("old.flac");
    p.refuses({"apply", "2i * id", "a.wav", "old.flac"}, 2, "complex");
    p.put("nan.csv", "0.5\nnan\n");
    p.refuses({"apply", "id", "nan.csv", "old.flac", "--rate", "8000"}, 3, "frame");
    CHECK(p.get("old.flac") == before);
}

TEST_CASE("signals beyond --memory are refused") {
    const program p;
    p.put_audio("a.wav", 10000, 1);
    p.refuses({"apply", "id", "a.wav", "b.wav", "--memory", "10K"}, 4, "memory limit");
    p.put("in.csv", "1\n2\n");
    p.refuses({"apply", "up(1000000000000)", "in.csv", "out.csv"}, 4, "memory limit");
    p.refuses({"apply", "up(1000000)", "in.csv", "out.csv", "--memory", "8M"}, 4, "memory limit");
    p.put("three.csv", "1,2,3\n4,5,6\n");
    for (const auto* window : {"0:100000000000000", "0:4000000000000000000"}) {
        p.refuses({"apply", "id", "three.csv", "out.csv", "--window", window}, 4, "memory limit");
    }
}

TEST_CASE("values of options that cannot be: status 2") {
    const program p;
    p.put("a.csv", "1\n2\n");
    const auto refused = [&](const arguments& more, const std::string& text) {
        arguments args{"apply", "id", "a.csv", "b.csv"};
        args.insert(args.end(), more.begin(), more.end());
        p.refuses(args, 2, text);
    };
    refused({"--window", "sam"}, "FIRST:COUNT");
    refused({"--window", "0:-1"}, "-1");
    refused({"--boundary", "mirror"}, "reflect");
    refused({"--boundary", "median"}, "not linear");
    refused({"--dtype", "int16"}, "float32");
    refused({"--axis", "two"}, "--axis");
    refused({"--axis", "2"}, "axis 2");
    refused({"--format", "mp3"}, "mp3");
    refused({"--input-format", "mp3"}, "mp3");
    refused({"--type", "int12"}, "int12");
    refused({"--rate", "0"}, "--rate");
    refused({"-n", "4"}, "--transpose");
    refused({"--transpose"}, "-n");
}

}  // namespace
}  // namespace noble::testing
