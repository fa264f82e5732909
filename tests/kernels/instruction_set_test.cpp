#include "kernels/instruction_set.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

#include "noble/error.hpp"
#include "support/messages.hpp"

namespace noble::testing {
namespace {

// NOBLE_INSTRUCTION_SET for the time of a test.
class asked_for {
 public:
    explicit asked_for(const std::string& name) { setenv(variable, name.c_str(), 1); }
    asked_for(const asked_for&) = delete;
    asked_for& operator=(const asked_for&) = delete;
    ~asked_for() { before_ ? setenv(variable, before_->c_str(), 1) : unsetenv(variable); }

 private:
    static constexpr const char* variable = "NOBLE_INSTRUCTION_SET";
    static std::optional<std::string> current() {
        const char* value = std::getenv(variable);
        return value == nullptr ? std::nullopt : std::optional<std::string>(value);
    }
    std::optional<std::string> before_ = current();
};

std::string refusal(const std::string& name) {
    const asked_for set(name);
    return message_of<argument_error>(default_instruction_set);
}

TEST_CASE("instruction set: plain is everywhere, others ascend, and each has its name") {
    const auto sets = instruction_sets();
    REQUIRE(!sets.empty());
    CHECK(sets.front() == instruction_set::plain);
    CHECK(std::ranges::adjacent_find(sets, std::ranges::greater_equal{}) == sets.end());
    CHECK(to_string(instruction_set::plain) == "plain");
    CHECK(to_string(instruction_set::sse2) == "sse2");
    CHECK(to_string(instruction_set::avx2) == "avx2");
    CHECK(to_string(instruction_set::avx512) == "avx512");
}

TEST_CASE("instruction set: the best, or the one that is asked for by its name") {
    for (const auto set : instruction_sets()) {
        const asked_for name(to_string(set));
        CHECK(default_instruction_set() == set);
    }
    const asked_for nothing("");
    CHECK(default_instruction_set() == instruction_sets().back());
}

TEST_CASE("instruction set: what is unknown, or not here, is refused with what is") {
    std::string here;
    for (const auto set : instruction_sets()) here += (here.empty() ? "" : ", ") + to_string(set);
    for (const auto* name : {"AVX2", "avx", "plain "}) {
        CHECK(refusal(name) == "NOBLE_INSTRUCTION_SET is '" + std::string(name) +
                                   "', which is no instruction set; here it may be " + here);
    }
    for (const auto set : {instruction_set::sse2, instruction_set::avx2, instruction_set::avx512}) {
        if (std::ranges::find(instruction_sets(), set) != instruction_sets().end()) continue;
        CHECK(contains(refusal(to_string(set)),
                       "which is not one that this machine and build have; here"));
    }
}

TEST_CASE("instruction set: kernels are as wide as the vectors of their set") {
    const auto bits = [](instruction_set set) {
        if (set == instruction_set::avx512) return 512;
        return set == instruction_set::avx2 ? 256 : 128;
    };
    for (const auto set : instruction_sets()) {
        if (set == instruction_set::plain) continue;
        CAPTURE(to_string(set));
        CHECK(kernels_of<float>(set).width == bits(set) / 32);
        CHECK(kernels_of<double>(set).width == bits(set) / 64);
    }
    const auto plain = instruction_set::plain;
    CHECK(&kernels_of<float>(plain) == &kernels::plain<float>());
    CHECK(&kernels_of<double>(plain) == &kernels::plain<double>());
}

}  // namespace
}  // namespace noble::testing
