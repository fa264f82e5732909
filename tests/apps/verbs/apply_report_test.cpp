#include <nlohmann/json.hpp>

#include "apps/program.hpp"

namespace noble::testing {
namespace {

TEST_CASE("apply: what a listener should know is warned of, and the file is written") {
    const program p;
    p.put_audio("odd.wav", 11, 1, sample_type::int_16, 44101);
    const ran rate = p.run({"apply", "down(2)", "odd.wav", "b.wav"});
    CHECK(rate.status == 0);
    CHECK(rate.err == "noble: warning: a rate of 22050.5 Hz is not whole; 22050 Hz is written\n");
    const ran clipped = p.run({"apply", "1000 * id", "odd.wav", "c.wav"});
    CHECK(clipped.status == 0);
    CHECK(clipped.err == "noble: warning: 11 samples beyond full scale clipped\n");
    p.put("a.csv", "0.5\n0.25\n");
    const ran assumed = p.run({"apply", "id", "a.csv", "d.wav"});
    CHECK(assumed.status == 0);
    CHECK(assumed.err.find("48000 Hz") != std::string::npos);
    const ran unknown = p.run({"apply", "id", "odd.wav", "e.mp3"});
    CHECK(unknown.status == 0);
    CHECK(unknown.err.find("WAV is written") != std::string::npos);
}

TEST_CASE("apply: --json says what was written") {
    const program p;
    p.put_audio("a.wav", 10, 2);
    const auto j =
        nlohmann::json::parse(p.output({"apply", "down(2)", "a.wav", "b.wav", "--json"}));
    CHECK(j["shape"] == nlohmann::json{5, 2});
    CHECK(j["rate"] == 22050);
    CHECK(j["clipped"] == 0);
    p.refuses({"apply", "down(2)", "a.wav", "-", "--json"}, 2, "--json");
}

}  // namespace
}  // namespace noble::testing
