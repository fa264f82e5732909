#include "noble/check_paths.hpp"

#include <doctest/doctest.h>
#include <gmpxx.h>

#include <algorithm>
#include <limits>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "noble/error.hpp"
#include "noble/exact.hpp"

using namespace noble;

namespace {

std::set<std::string> elements(const linear_map& a) {
    std::set<std::string> found;
    for (const auto& r : check_paths(a).results) found.insert(r.element);
    return found;
}

std::set<std::pair<method, grouping>> ways(const linear_map& a) {
    std::set<std::pair<method, grouping>> found;
    for (const auto& r : check_paths(a).results) found.insert({r.method, r.groups});
    return found;
}

const auto decimator = (down(3) * conv(taps{1, 4, 6, 4, 1}.origin(2))).on(30);

}  // namespace

TEST_CASE("check paths: every way is within its bound, and errs where sums are rounded") {
    const auto thirds = conv(sequence(std::vector<exact>(40, exact(rational(1) / 3))));
    for (const auto& a :
         {thirds.on(300), (thirds * up(2)).on(90, window::same, boundary::edge).T(),
          kron(decimator, down(2).on(3)) + kron(decimator, delay(1).on(3, {0, 2}))}) {
        const auto report = check_paths(a);
        CHECK(report.passed());
        CHECK(std::ranges::any_of(report.results, [](const auto& r) { return r.error > 0; }));
    }
}

TEST_CASE("check paths: each instruction set once for one thread and once for two, in every way") {
    std::vector<std::tuple<std::string, method, instruction_set, int>> wanted;
    for (const auto* element : {"float32", "float64", "complex64", "complex128"}) {
        for (const method m : {method::lanes, method::fft, method::rows}) {
            for (const auto set : instruction_sets()) {
                for (const int threads : {1, 2}) wanted.emplace_back(element, m, set, threads);
            }
        }
    }
    std::vector<std::tuple<std::string, method, instruction_set, int>> ran;
    for (const auto& r : check_paths((down(3) * conv(taps{1, 2, 3, 4})).on(50)).results) {
        if (r.groups == grouping::fused) {
            ran.emplace_back(r.element, r.method, r.instructions, r.threads);
        }
    }
    std::ranges::sort(wanted);
    std::ranges::sort(ran);
    CHECK(ran == wanted);
}

TEST_CASE(
    "check paths: groups as written where that makes a difference, by what runs one of them") {
    using enum grouping;
    CHECK(ways((conv(taps{1, 2}) + delay(3)).on(9)) ==
          std::set<std::pair<method, grouping>>{{method::flow, fused},
                                                {method::lanes, fused},
                                                {method::fft, fused},
                                                {method::rows, fused}});
    const auto two = ways((down(2) * conv(taps{1, 2})).on(9));
    CHECK_FALSE(two.contains({method::thin, fused}));
    CHECK_FALSE(two.contains({method::flow, fused}));
    CHECK(two.contains({method::thin, written}));
    CHECK(two.contains({method::flow, written}));
}

TEST_CASE("check paths: in the element types that take the taps") {
    CHECK(elements(conv(taps{1, 2}).on(5)).size() == 4);
    CHECK(elements(conv(sequence{exact(1, 2)}).on(5)) ==
          std::set<std::string>{"complex64", "complex128"});
    CHECK(elements(conv(sequence{exact(1e39)}).on(5)) ==
          std::set<std::string>{"float64", "complex128"});
}

TEST_CASE("check paths: a line for each way, and one that fails fails all") {
    paths_report report;
    report.results.push_back(
        {"float32", method::flow, grouping::fused, instruction_set::plain, 1, 0.25});
    CHECK(report.passed());
    report.results.push_back({"complex128", method::fft, grouping::written, instruction_set::avx2,
                              2, std::numeric_limits<double>::infinity()});
    CHECK_FALSE(report.passed());
    std::ostringstream text;
    text << report;
    CHECK(text.str() ==
          "float32     fused    flow   plain   1 thread   pass   error 0.25 of the bound\n"
          "complex128  written  fft    avx2    2 threads  FAIL   error inf of the bound\n");
}

TEST_CASE("check paths: the same seed, the same report; what has no bound or values is refused") {
    const auto a = conv(sequence{exact(0.1), exact(0.7)}).on(20);
    CHECK(to_string(check_paths(a, 3)) == to_string(check_paths(a, 3)));
    CHECK(to_string(check_paths(a, 3)) != to_string(check_paths(a, 4)));
    const auto copy = [](auto x, auto y) { std::ranges::copy(x, y.begin()); };
    CHECK_THROWS_AS(check_paths(custom(3, 3, copy, copy)), argument_error);
    CHECK_THROWS_AS(check_paths(conv(unknown("q", 3)).on(4)), argument_error);
    CHECK_THROWS_AS(check_paths(identity().on(index_t{1} << 60)), limit_error);
}
