#include <nlohmann/json.hpp>

#include "apps/program.hpp"

namespace noble::testing {
namespace {

using nlohmann::json;

TEST_CASE("info: length, channels, rate, type and duration of a recording") {
    const program p;
    p.put_audio("a.wav", 66150, 2);
    const std::string text = p.output({"info", "a.wav"});
    CHECK(text.find("format    WAV\n") != std::string::npos);
    CHECK(text.find("type      int24") != std::string::npos);
    CHECK(text.find("length    66150\n") != std::string::npos);
    CHECK(text.find("channels  2\n") != std::string::npos);
    CHECK(text.find("rate      44100 Hz\n") != std::string::npos);
    CHECK(text.find("duration  0:01.500\n") != std::string::npos);
    const auto j = json::parse(p.output({"info", "a.wav", "--json"}));
    CHECK(j["length"] == 66150);
    CHECK(j["channels"] == 2);
    CHECK(j["rate"] == 44100);
    CHECK(j["duration"] == 1.5);
    CHECK(j["type"] == "int24");
    CHECK(j["format"] == "WAV");
}

TEST_CASE("info: arrays, CSV, pipes and files without an extension") {
    const program p;
    p.put_array<double>("a.npy", {2, 3, 4}, std::vector<double>(24));
    CHECK(p.output({"info", "a.npy"}).find("shape     2 x 3 x 4\n") != std::string::npos);
    CHECK(json::parse(p.output({"info", "a.npy", "--json"}))["shape"] == json{2, 3, 4});
    p.put("a.csv", "1,2\n3,4\n5,6\n");
    CHECK(json::parse(p.output({"info", "a.csv", "--json"}))["length"] == 3);
    CHECK(json::parse(p.output({"info", "-", "--json"}, "<a.npy"))["format"] == "npy");
    p.put("data", "1\n2\n");
    CHECK(json::parse(p.output({"info", "data", "--format", "csv", "--json"}))["length"] == 2);
}

TEST_CASE("info: a file name that is not UTF-8 still gives JSON") {
    const program p;
    p.put("\xff.csv", "1\n");
    CHECK(json::parse(p.output({"info", "\xff.csv", "--json"}))["length"] == 1);
}

TEST_CASE("info: what is no signal file is refused") {
    const program p;
    p.put("empty.wav", "");
    p.put("junk.wav", std::string("\x01\x02\x03\x04 no sound", 13));
    p.refuses({"info", "missing.wav"}, 3, "missing.wav");
    p.refuses({"info", "empty.wav"}, 3, "empty");
    p.refuses({"info", "junk.wav"}, 3, "junk.wav");
    p.refuses({"info", "."}, 3, "directory");
    p.refuses({"info", "junk.wav", "--format", "mp3"}, 2, "mp3");
}

}  // namespace
}  // namespace noble::testing
