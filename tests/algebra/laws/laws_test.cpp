// Every law is proved over its ranges; every condition is needed.
#include "noble/laws.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "noble/canonical.hpp"
#include "noble/error.hpp"
#include "noble/prove_range.hpp"

namespace noble {
namespace {

std::vector<law> all_laws() {
    std::vector<law> laws;
    for (const auto& group : law_groups()) {
        laws.insert(laws.end(), group.laws.begin(), group.laws.end());
    }
    return laws;
}

// The proof of a formula for one set of values, or of its condition alone (`id == id`).
range_proof at_values(const std::string& formula, const law_values& values,
                      const std::string& condition) {
    std::vector<std::string> ranges;
    for (const auto& [name, value] : values) {
        ranges.push_back(name + "=" + std::to_string(value) + ".." + std::to_string(value));
    }
    return prove_range(formula, ranges, condition, {});
}

bool condition_holds(const law& a, const law_values& values) {
    return !a.condition || at_values("id == id", values, a.condition->text).cases() == 1;
}

TEST_CASE("laws: each is proved for all signals and taps over its ranges") {
    for (const auto& a : all_laws()) {
        INFO(a.name);
        const law_proof proof = prove_law(a);
        INFO(proof.text);
        CHECK(proof.holds);
        CHECK(proof.cases >= 1);
        CHECK(proof.text.starts_with("proved"));
    }
}

TEST_CASE("laws: each worked instance satisfies the condition, and its sides are equal") {
    for (const auto& a : all_laws()) {
        INFO(a.name);
        const auto [left, right] = at(a, a.example);
        CHECK(condition_holds(a, a.example));
        CHECK(left == right);
        const equation written = parse_equation(written_out(a, a.example), {});
        CHECK(same_word(std::get<op>(written.left), left));
        CHECK(same_word(std::get<op>(written.right), right));
    }
}

// Reading a formula pushes .T to the letters, so those laws are proved for the kernels here.
TEST_CASE("laws: transposes and adjoints of all letters are those of their kernels") {
    const sequence q = unknown("q", 3).origin(1);
    const std::vector<op> words{identity(),
                                delay(3),
                                delay(-2),
                                scale(exact(2, 1)),
                                down(3, 1),
                                down(2, 5),
                                up(3, -1),
                                up(4, 2),
                                conv(q),
                                corr(q),
                                conj(conv(q)),
                                down(2, 1) * conv(q),
                                conv(q) * up(3),
                                down(2) * up(3, 1) * conv(q) * scale(exact(0, 1)),
                                down(2) * conv(q) + exact(3) * down(2, 1)};
    for (const auto& a : words) {
        INFO(to_string(a));
        const auto kernel = canonical_form<polynomial>(a);
        CHECK(canonical_form<polynomial>(a.T()) == reduce(transpose(kernel)));
        CHECK(canonical_form<polynomial>(a.H()) == reduce(conj(transpose(kernel))));
    }
}

TEST_CASE("laws: each condition is necessary: outside it the sides differ") {
    int conditions = 0;
    for (const auto& a : all_laws()) {
        if (!a.condition) continue;
        INFO(a.name);
        ++conditions;
        const auto& values = a.condition->counter_example;
        CHECK(!condition_holds(a, values));
        const auto [left, right] = at(a, values);
        CHECK(left.rate() == right.rate());
        CHECK(!(left == right));
    }
    CHECK(conditions >= 8);
}

TEST_CASE("laws: each condition is exact: nowhere outside it in the ranges are the sides equal") {
    for (const auto& a : all_laws()) {
        if (!a.condition) continue;
        INFO(a.name);
        const auto proof = prove_range(a.formula, a.ranges, "not (" + a.condition->text + ")", {});
        CHECK(proof.proved == 0);
        CHECK(proof.refuted > 0);
    }
}

TEST_CASE("laws: a formula broken in one place is refuted, so the proofs can fail") {
    law broken = *find_law("noble-down");
    broken.formula = "conv(q:m@i) * down(k, p) == down(k, p) * conv(q)";
    CHECK(!prove_law(broken).holds);
    broken.formula = "conv(q:m@i) * down(k, p) == down(k, p + 1) * conv(up(k)(q))";
    CHECK(!prove_law(broken).holds);
}

TEST_CASE("laws: at reads the formula as it stands") {
    const auto [left, right] =
        at(*find_law("noble-down"), {{"k", 3}, {"m", 2}, {"i", 1}, {"p", 2}});
    const sequence q = unknown("q", 2).origin(1);
    CHECK(same_word(left, conv(q) * down(3, 2)));
    CHECK(same_word(right, down(3, 2) * conv(up(3)(q))));
    CHECK_THROWS_AS(at(*find_law("noble-down"), {{"k", 3}}), parse_error);
    CHECK_THROWS_AS(at(*find_law("noble-down"), {{"k", 0}, {"m", 2}, {"i", 1}, {"p", 2}}),
                    parse_error);
}

TEST_CASE("laws: names are unique, and nothing that a reader needs is empty") {
    std::set<std::string> names;
    for (const auto& a : all_laws()) {
        INFO(a.name);
        CHECK(names.insert(a.name).second);
        CHECK(find_law(a.name) != nullptr);
        CHECK(a.says.ends_with("."));
        CHECK(a.formula.find("==") != std::string::npos);
        CHECK(!a.source.empty());
        CHECK(a.ranges.size() == a.example.size());
    }
    CHECK(names.size() >= 70);
    CHECK(find_law("no-such-law") == nullptr);
}

TEST_CASE("laws: the proof command quotes formula, ranges and condition") {
    CHECK(proof_command(*find_law("down-up-commute")) ==
          "noble prove 'down(a) * up(b) == up(b) * down(a)' --for a=1..12 --for b=1..12 "
          "--where 'gcd(a,b) == 1'");
    CHECK(proof_command(*find_law("haar-crosstalk")) ==
          "noble prove 'down(2) * conv([1 1]) * corr([1 -1]) * up(2) == 0 * id'");
    for (const auto& a : all_laws()) {
        const std::string command = proof_command(a);
        const std::string inside = a.formula + (a.condition ? a.condition->text : "");
        CHECK(inside.find('\'') == std::string::npos);
        CHECK(command.find(a.formula) != std::string::npos);
    }
}

}  // namespace
}  // namespace noble
