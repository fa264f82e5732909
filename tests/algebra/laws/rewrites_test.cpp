// Each rewrite is an instance of the law that carries it: it finds its pattern in what the formula
// becomes by the law's own rewrites, and what it makes is the same operator, for all taps.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "algebra/words/parts.hpp"
#include "noble/laws.hpp"
#include "noble/prove_range.hpp"

namespace noble {
namespace {

std::vector<law> rewriting_laws() {
    std::vector<law> laws;
    for (const auto& group : law_groups()) {
        std::ranges::copy_if(group.laws, std::back_inserter(laws),
                             [](const law& a) { return !a.rewrites.empty(); });
    }
    return laws;
}

using op_list = std::vector<op>;

void at_whole(const op& a, const law_rewrite& r, op_list& found) {
    const op_list factors = factors_of(a);
    if ((r.width > 1) != (factors.size() > 1)) return;
    for (std::size_t i = 0; i + r.width <= factors.size(); ++i) {
        for (const auto& with : r.apply(std::span(factors).subspan(i, r.width))) {
            op_list parts(factors.begin(), factors.begin() + static_cast<std::ptrdiff_t>(i));
            parts.push_back(with);
            parts.insert(parts.end(), factors.begin() + static_cast<std::ptrdiff_t>(i + r.width),
                         factors.end());
            found.push_back(product_of(parts));
        }
    }
}

/// The words that one rewrite makes of a, applied in one place, wherever it fits.
op_list one_step(const op& a, const law_rewrite& r) {
    op_list found;
    at_whole(a, r, found);
    const bool is_sum = terms_of(a).size() > 1;
    const op_list parts = is_sum ? terms_of(a) : factors_of(a);
    for (std::size_t i = 0; parts.size() > 1 && i < parts.size(); ++i) {
        for (const auto& changed : one_step(parts[i], r)) {
            op_list next = parts;
            next[i] = changed;
            found.push_back(is_sum ? sum_of(next) : product_of(next));
        }
    }
    return found;
}

/// All that the law's rewrites make of a word, and which of them did.
struct closure {
    std::map<std::string, op> reached;
    std::set<const law_rewrite*> used;
    bool true_steps = true;
};

closure closure_of(const law& a, const op& start) {
    constexpr std::size_t most_words = 40;
    closure all;
    op_list open{start};
    all.reached.emplace(to_string(start), start);
    while (!open.empty() && all.reached.size() < most_words) {
        const op here = open.back();
        open.pop_back();
        for (const auto& r : a.rewrites) {
            for (const auto& next : one_step(here, r)) {
                all.used.insert(&r);
                all.true_steps = all.true_steps && next == here;
                if (all.reached.emplace(to_string(next), next).second) open.push_back(next);
            }
        }
    }
    return all;
}

/// Without the letters that do nothing: id, ↓1, ↑1, delay(0), 1.
op without_nothing(op a) {
    for (bool changed = true; changed;) {
        changed = false;
        for (const char* name : {"identity", "down-one", "up-one", "delay-zero", "scale-one"}) {
            for (const auto& r : find_law(name)->rewrites) {
                const op_list next = one_step(a, r);
                if (next.empty()) continue;
                a = next.front();
                changed = true;
            }
        }
    }
    return a;
}

bool meet(const closure& a, const closure& b) {
    std::set<std::string> left;
    for (const auto& [text, word] : a.reached) left.insert(to_string(without_nothing(word)));
    return std::ranges::any_of(b.reached, [&](const auto& reached) {
        return left.contains(to_string(without_nothing(reached.second)));
    });
}

/// Some of the values that the law's ranges and its condition allow, the example among them.
std::vector<law_values> values_of(const law& a) {
    constexpr std::size_t most_values = 12;
    std::vector<law_values> all{{}};
    for (const auto& range : a.ranges) {
        const auto sign = range.find('=');
        const auto dots = range.find("..");
        const index_t first = std::stoll(range.substr(sign + 1));
        const index_t last = std::stoll(range.substr(dots + 2));
        std::vector<law_values> longer;
        for (const auto& values : all) {
            for (index_t i = first; i <= last; ++i) {
                longer.push_back(values);
                longer.back()[range.substr(0, sign)] = i;
            }
        }
        all = std::move(longer);
    }
    std::vector<law_values> some{a.example};
    const std::size_t stride = all.size() / most_values + 1;
    for (std::size_t i = 0; i < all.size(); i += stride) {
        const auto [left, right] = at(a, all[i]);
        if (left.rate() == right.rate() && left == right) some.push_back(all[i]);
    }
    return some;
}

TEST_CASE("rewrites: each is a true instance of its law, found in what the formula becomes") {
    for (const auto& a : rewriting_laws()) {
        INFO(a.name);
        std::set<const law_rewrite*> used;
        for (const auto& values : values_of(a)) {
            INFO(written_out(a, values));
            const auto [left, right] = at(a, values);
            for (const op& start : {left, right, left.T(), right.T()}) {
                const closure all = closure_of(a, start);
                CHECK(all.true_steps);
                used.insert(all.used.begin(), all.used.end());
            }
        }
        CHECK(used.size() == a.rewrites.size());
    }
}

TEST_CASE("rewrites: a law's own lead from one side of its example to the other") {
    for (const auto& a : rewriting_laws()) {
        INFO(a.name);
        const auto [left, right] = at(a, a.example);
        CHECK(meet(closure_of(a, left), closure_of(a, right)));
    }
}

TEST_CASE("rewrites: one of another law, and one that is not true, would be found out") {
    law stranger = *find_law("down-down");
    stranger.rewrites = find_law("noble-down")->rewrites;
    const auto [left, right] = at(stranger, stranger.example);
    CHECK(closure_of(stranger, left).used.empty());
    law broken = *find_law("down-phase");
    broken.rewrites.front().apply = [](std::span<const op> factors) { return op_list{factors[0]}; };
    CHECK_FALSE(closure_of(broken, at(broken, broken.example).left).true_steps);
}

TEST_CASE("rewrites: a place in the order belongs to one law") {
    std::map<int, std::string> owners;
    for (const auto& a : rewriting_laws()) {
        for (const auto& r : a.rewrites) {
            INFO(r.place);
            CHECK(owners.emplace(r.place, a.name).first->second == a.name);
            CHECK(r.place >= 10);
            CHECK(r.width >= 1);
        }
    }
    CHECK(rewriting_laws().size() >= 40);
}

}  // namespace
}  // namespace noble
