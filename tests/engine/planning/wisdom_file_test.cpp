// Files of wisdom: they hold all that a process knows, and nothing else is taken for them.
#include <doctest/doctest.h>

#include <string>

#include "engine/cases.hpp"
#include "engine/planning/measured_costs.hpp"
#include "engine/planning/wisdom.hpp"
#include "noble/error.hpp"
#include "noble/wisdom.hpp"
#include "support/temporary_folder.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

linear_map some_map() {
    std::mt19937_64 random(8);
    return conv(random_taps(random, 90)).on(5000, window::same);
}

}  // namespace

TEST_CASE("wisdom file: a measured plan is found again by an estimate, through a file") {
    forget_wisdom();
    const temporary_folder folder;
    const std::string file = folder / "wisdom";
    const plan<float> measured(some_map(), {.effort = effort::measure});
    save_wisdom(file);
    forget_wisdom();
    const plan<float> ignorant(some_map());
    CHECK_FALSE(ignorant.explain().stages[0].chosen.measured);
    load_wisdom(file);
    const plan<float> wise(some_map());
    const auto& a = measured.explain().stages[0].chosen;
    const auto& b = wise.explain().stages[0].chosen;
    CHECK(b.measured == a.measured);
    CHECK(b.method == a.method);
    // Another element type, another kernel, another count are other questions.
    CHECK_FALSE(plan<double>(some_map()).explain().stages[0].chosen.measured);
    CHECK_FALSE(plan<float>(conv({1, 2}).on(5000)).explain().stages[0].chosen.measured);
    forget_wisdom();
    CHECK_FALSE(plan<float>(some_map()).explain().stages[0].chosen.measured);
}

TEST_CASE(
    "wisdom file: files that are not wisdom, damaged or missing are refused and change nothing") {
    forget_wisdom();
    const temporary_folder folder;
    const std::string file = folder / "wisdom";
    CHECK_THROWS_AS(load_wisdom(file), io_error);
    const plan<float> measured(some_map(), {.effort = effort::measure});
    save_wisdom(file);
    const std::string good = bytes_of(file);
    REQUIRE(good.size() > 40);
    forget_wisdom();
    std::vector<std::string> bad{"",         "\n", "RIFF", "noble wisdom 2\nend\n", good + "more\n",
                                 good + good};
    for (std::size_t cut = 1; cut < good.size(); cut += 1 + good.size() / 40) {
        bad.push_back(good.substr(0, cut));
    }
    for (const auto* line :
         {"cost float32 avx2 fft 1a 16 nan", "cost float32 avx2 fft 1a 16 -1", "cost",
          "cost float32 avx2 fft 1a 16", "cost float32 avx9 fft 1a 16 1",
          "cost float32 avx2 magic 1a 16 1", "cost float32 avx2 fft xyz 16 1",
          "cost float32 avx2 fft 1a 16 1 1", "cost float32 avx2 fft 1a 16 1e999"}) {
        bad.push_back("noble wisdom 1\ncost float32 avx2 flow 1 16 1\n" + std::string(line) +
                      "\nend\n");
    }
    for (const auto& text : bad) {
        CAPTURE(text);
        folder.put("wisdom", text);
        try {
            load_wisdom(file);
            FAIL("taken for wisdom");
        } catch (const io_error& e) {
            CHECK(std::string(e.what()).find(file) != std::string::npos);
            CHECK(std::string(e.what()).find("line ") != std::string::npos);
        }
        CHECK_FALSE(engine::knows_costs());
    }
    folder.put("wisdom", good);
    load_wisdom(file);
    CHECK(engine::wisdom_text() == good);
    CHECK_THROWS_WITH_AS(load_wisdom(folder.path().string()),
                         doctest::Contains("cannot read: Is a directory"), io_error);
    CHECK_THROWS_WITH_AS(load_wisdom(file + ".none"),
                         doctest::Contains("cannot read: No such file"), io_error);
    CHECK_THROWS_WITH_AS(load_wisdom("/dev/zero"), doctest::Contains("256 MiB"), io_error);
    CHECK_THROWS_AS(save_wisdom(file + "/no/such/folder"), io_error);
    forget_wisdom();
}
