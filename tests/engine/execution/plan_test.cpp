// What a plan refuses, and when.
#include "noble/plan.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <optional>
#include <string>

#include "engine/cases.hpp"
#include "noble/error.hpp"
#include "support/memory.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

/// An environment variable for as long as this lives.
class environment_value {
 public:
    environment_value(const char* name, const char* value) : name_(name) {
        if (const char* old = std::getenv(name)) before_ = old;
        setenv(name, value, 1);
    }
    environment_value(const environment_value&) = delete;
    environment_value& operator=(const environment_value&) = delete;
    ~environment_value() {
        if (before_) {
            setenv(name_, before_->c_str(), 1);
        } else {
            unsetenv(name_);
        }
    }

 private:
    const char* name_;
    std::optional<std::string> before_;
};

const linear_map blur = conv({1, 2, 1}).on(8);

/// Whether what is valid has errors much as beside zeros, whatever the boundary.
template <class T>
void check_valid_outputs(const op& word, index_t n, std::mt19937_64& random) {
    const auto x = random_values<T>(random, n);
    const plan_options options{.method = method::fft, .endless = true};
    const auto zeros = word.on(n, window::valid);
    const auto wanted = by_reference(zeros, x);
    const auto bound = engine::error_bound<T>(zeros, magnitudes(x), options).error;
    const double usual = units_of(by_plan(zeros, x, options), wanted, bound);
    for (const boundary rule : {boundary::smooth, boundary::line, boundary::antireflect}) {
        CAPTURE(to_string(rule));
        const auto y = by_plan(word.on(n, window::valid, rule), x, options);
        CHECK(units_of(y, wanted, bound) < 4 * usual);
    }
}

}  // namespace

TEST_CASE("plan: NOBLE_NUM_THREADS must be a count") {
    for (const char* bad : {"0", "-1", "two", "3x", "99999999999"}) {
        const environment_value set("NOBLE_NUM_THREADS", bad);
        CHECK_THROWS_WITH_AS(plan<float>{blur}, doctest::Contains("NOBLE_NUM_THREADS"),
                             argument_error);
        CHECK_NOTHROW(plan<float>(blur, {.threads = 1}));
    }
    const environment_value set("NOBLE_NUM_THREADS", "3");
    CHECK_NOTHROW(plan<float>{blur});
    CHECK_THROWS_AS(plan<float>(blur, {.threads = -1}), argument_error);
}

TEST_CASE("plan: NOBLE_INSTRUCTION_SET must name one of this machine's") {
    {
        const environment_value set("NOBLE_INSTRUCTION_SET", "mmx");
        CHECK_THROWS_WITH_AS(plan<float>{blur}, doctest::Contains("plain"), argument_error);
    }
    for (const auto known : instruction_sets()) {
        const environment_value set("NOBLE_INSTRUCTION_SET", to_string(known).c_str());
        CHECK(default_instruction_set() == known);
        CHECK(plan<float>(blur).explain().stages.front().chosen.instructions == known);
    }
    const environment_value empty("NOBLE_INSTRUCTION_SET", "");
    CHECK(default_instruction_set() == instruction_sets().back());
}

TEST_CASE("plan: a workspace belongs to its plan") {
    const plan<float> p(blur);
    const plan<float> other(blur);
    workspace<float> w(other);
    const std::vector<float> x(8);
    std::vector<float> y(10);
    CHECK_THROWS_WITH_AS(p(x.data(), y.data(), w), doctest::Contains("workspace"), argument_error);
    CHECK_THROWS_AS(p({x.data(), {8}, {1}}, {y.data(), {10}, {1}}, w), argument_error);
    const plan<float> copy = other;
    CHECK_NOTHROW(copy(x.data(), y.data(), w));
    workspace<float> moved = std::move(w);
    CHECK_NOTHROW(other(x.data(), y.data(), moved));
    CHECK_THROWS_AS(other(x.data(), y.data(), w), argument_error);
}

TEST_CASE("plan: methods that do not apply are refused, and those that do are named") {
    CHECK_THROWS_WITH_AS(plan<float>(blur, {.method = method::thin}), doctest::Contains("flow"),
                         argument_error);
    CHECK_THROWS_AS(plan<float>(down(2).on(8), {.method = method::flow}), argument_error);
    CHECK_THROWS_AS(plan<float>(conv(sequence{1, exact(0, 1)}).on(4)), argument_error);
    CHECK_THROWS_AS(plan<float>(conv(unknown("q", 3)).on(4)), argument_error);
}

TEST_CASE("plan: outputs that read no sample outside do not suffer from those of a boundary") {
    std::mt19937_64 random(23);
    constexpr index_t n = 4350;
    for (const op& word :
         {conv(random_taps(random, 2000)), down(2) * conv(random_taps(random, 2000)),
          conv(random_taps(random, 2000)) * up(3)}) {
        CAPTURE(to_string(word.rate()));
        check_valid_outputs<float>(word, n, random);
        check_valid_outputs<std::complex<float>>(word, n, random);
    }
}

TEST_CASE("plan: arrays of other shapes are refused") {
    const plan<float> p(blur);
    workspace<float> w(p);
    const std::vector<float> x(16);
    std::vector<float> y(20);
    CHECK_THROWS_AS(p({x.data(), {7}, {1}}, {y.data(), {10}, {1}}, w), shape_error);
    CHECK_THROWS_AS(p({x.data(), {8}, {1}}, {y.data(), {9}, {1}}, w), shape_error);
    CHECK_THROWS_AS(p({x.data(), {8}, {1}}, {y.data(), {10}, {1}}, w, 1, 0, 1), shape_error);
}

TEST_CASE("plan: memory is refused before it is taken") {
    const limited_memory limit(1 << 20);
    const auto big = conv({1, 1}).on(1 << 20, window::same);
    CHECK_THROWS_AS(workspace<float>(plan<float>(big * big)), limit_error);
    CHECK_THROWS_AS(workspace<double>(plan<double>(kron(blur, big))), limit_error);
    const auto long_period = (conv({1, 1}) * up(10'000)).on(4);
    CHECK_THROWS_AS(workspace<float>(plan<float>(long_period, {.method = method::lanes})),
                    limit_error);
    const auto longer = (conv({1, 1}) * up(20'000)).on(4);
    CHECK_NOTHROW(workspace<float>(plan<float>(longer, {.threads = 1})));
}

TEST_CASE(
    "plan: taps beyond the element type are refused, in float32 alone where float64 holds them") {
    const auto a = conv({1e39, 1}).on(3);
    CHECK_THROWS_WITH_AS(plan<float>{a}, doctest::Contains("beyond the range of float32"),
                         argument_error);
    CHECK_NOTHROW(plan<double>{a});
}

TEST_CASE("plan: a child of fork() runs without the threads that did not come along") {
    const index_t n = 1 << 20;
    const plan<float> p(conv({1, 2, 1}).on(n, window::same), {.threads = 2});
    workspace<float> w(p);
    const std::vector<float> x(static_cast<std::size_t>(n), 1);
    std::vector<float> y(x.size());
    p(x.data(), y.data(), w);  // starts the threads
    const pid_t child = fork();
    if (child == 0) {
        alarm(20);
        p(x.data(), y.data(), w);
        _exit(y[5] == 4 ? 0 : 1);
    }
    int status = -1;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(status == 0);
}

TEST_CASE("plan: windows at the end of all indices are refused, not wrapped") {
    const index_t end = std::numeric_limits<index_t>::max() - 100;
    for (const op& word : {conv({1, 2, 3}), down(2) * conv({1, 2, 3}), up(2) * down(3)}) {
        CHECK_THROWS_AS(plan<float>(word.on(10, window(end, 50), boundary::antireflect)),
                        limit_error);
    }
    CHECK_NOTHROW(plan<float>((down(index_t{1} << 60) * conv({1, 2, 3})).on(10, window(0, 2))));
}

TEST_CASE("plan: short work takes one thread, and little memory") {
    CHECK(plan<float>(blur).explain().threads == 1);
    CHECK(plan<float>(blur, {.threads = 3}).explain().threads == 3);
    for (const op& word : {conv({1, 2, 3}), down(2) * conv({1, 2, 3}), down(2), up(16)}) {
        CHECK(workspace<float>(plan<float>(word.on(1 << 20), {.threads = 1})).bytes() <= 2 << 20);
    }
}
