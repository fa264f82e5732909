// The step of each kind of finite map.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/execution/steps/block_diag_step.hpp"
#include "engine/execution/steps/block_step.hpp"
#include "engine/execution/steps/custom_step.hpp"
#include "engine/execution/steps/kron_step.hpp"
#include "engine/execution/steps/product_step.hpp"
#include "engine/execution/steps/scaled_step.hpp"
#include "engine/execution/steps/step_cases.hpp"
#include "engine/execution/steps/sum_step.hpp"
#include "engine/execution/steps/word_step.hpp"
#include "noble/error.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

template <class Step>
bool makes(const linear_map& map) {
    return dynamic_cast<const Step*>(made_step(map).made.get()) != nullptr;
}

const auto blurring = conv(taps{1, 2, 1}).on(6, window::same);
const auto turning = delay(1).on(6, window::same, boundary::periodic);
const auto halving = down(2).on(6);

}  // namespace

TEST_CASE("make step: a step for each kind of map") {
    const auto flip = [](auto x, auto y) { std::ranges::reverse_copy(x, y.begin()); };
    CHECK(makes<engine::word_step<double>>(blurring));
    CHECK(makes<engine::word_step<double>>(blurring.T()));
    CHECK(makes<engine::product_step<double>>(halving * blurring));
    CHECK(makes<engine::sum_step<double>>(blurring + turning));
    CHECK(makes<engine::scaled_step<double>>(3 * blurring));
    CHECK(makes<engine::block_step<double>>(hstack({blurring, turning})));
    CHECK(makes<engine::block_diag_step<double>>(block_diag({blurring, halving})));
    CHECK(makes<engine::kron_step<double>>(kron(blurring, halving)));
    CHECK(makes<engine::custom_step<double>>(custom(6, 6, flip, flip)));
}

TEST_CASE("make step: maps within maps are their matrix") {
    CHECK(is_its_matrix(kron(vstack({halving, 2 * halving}), blurring * turning) +
                        kron(blurring, turning)));
    CHECK(is_its_matrix(
        block_diag({hstack({blurring, turning - blurring}), halving * (blurring + turning)}).T()));
}

TEST_CASE("make step: a stage for each word, in the order in which the map is written") {
    const auto words = [](const linear_map& map) {
        std::vector<std::string> found;
        for (const auto& stage : made_step(map).report.stages) found.push_back(stage.word);
        return found;
    };
    const std::vector<std::string> three{"down(2)", "conv([1 2 1])", "delay(1)"};
    CHECK(words(halving * (blurring + turning)) == three);
    CHECK(words(block_diag({halving, 2 * blurring, turning})) == three);
    CHECK(words(kron(kron(halving, blurring), turning)) == three);
}

TEST_CASE("make step: what one of its words cannot be run by is refused") {
    plan_report report;
    const auto make = [&](const linear_map& map) {
        return engine::make_step<float>(map, {.method = method::thin}, report);
    };
    CHECK_THROWS_WITH_AS(make(turning + blurring),
                         doctest::Contains("thin does not run conv([1 2 1])"), argument_error);
    CHECK_NOTHROW(make(halving * turning));
}
