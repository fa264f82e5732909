// Which inputs outputs read, against a search through the taps.
#include "engine/taps/reach.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <random>

#include "base/checked.hpp"

using namespace noble;

namespace {

constexpr index_t periods = 12;  // to each side, beyond what any tap reaches

struct searched {
    canonical<double> form;

    /// f(input) for every input that output n reads.
    template <class F>
    void each(index_t n, const F& f) const {
        const index_t j = checked::floor_div(n, form.outputs());
        for (const auto& t : form.row(n - form.outputs() * j)) f(form.inputs() * j + t.offset);
    }
    [[nodiscard]] index_t first(index_t a) const {
        index_t least = std::numeric_limits<index_t>::max();
        for (index_t n = a; n < a + periods * form.outputs(); ++n) {
            each(n, [&](index_t m) { least = std::min(least, m); });
        }
        return least;
    }
    [[nodiscard]] index_t end(index_t b) const {
        index_t most = std::numeric_limits<index_t>::min();
        for (index_t n = b - periods * form.outputs(); n < b; ++n) {
            each(n, [&](index_t m) { most = std::max(most, m + 1); });
        }
        return most;
    }
};

canonical<double> random_form(std::mt19937& random) {
    const auto outputs = static_cast<index_t>(1 + random() % 5);
    const auto inputs = static_cast<index_t>(1 + random() % 5);
    std::vector<periodic_tap<double>> taps;
    const auto count = 1 + random() % 6;
    while (taps.size() < count) {
        taps.push_back(
            {static_cast<index_t>(random()) % outputs, static_cast<index_t>(random() % 19) - 9, 1});
    }
    return {outputs, inputs, taps};
}

}  // namespace

TEST_CASE("reach: the first input that is still read, and the end of those that must be there") {
    std::mt19937 random(1);
    for (int round = 0; round < 100; ++round) {
        const searched by_hand{random_form(random)};
        const auto inputs = engine::reach::of(by_hand.form);
        for (index_t n = -20; n < 20; ++n) {
            CHECK(inputs.first(n) == by_hand.first(n));
            CHECK(inputs.end(n) == by_hand.end(n));
        }
    }
}

TEST_CASE("reach: settled is the greatest b with end(b) ≤ inputs") {
    std::mt19937 random(2);
    for (int round = 0; round < 100; ++round) {
        const auto inputs = engine::reach::of(random_form(random));
        for (index_t m = -20; m < 20; ++m) {
            const index_t b = inputs.settled(m);
            CHECK(inputs.end(b) <= m);
            CHECK(inputs.end(b + 1) > m);
        }
    }
}

TEST_CASE("reach: most is the most inputs of any interval of so many outputs, lead the least c") {
    std::mt19937 random(3);
    for (int round = 0; round < 100; ++round) {
        const auto form = random_form(random);
        const auto inputs = engine::reach::of(form);
        for (const index_t count : {1, 2, 7}) {
            index_t most = 0;
            for (index_t a = 0; a < form.outputs(); ++a) {
                most = std::max(most, inputs.end(a + count) - inputs.first(a));
            }
            CHECK(inputs.most(count) >= most);
            CHECK(inputs.reads(-3, count - 3).count() <= inputs.most(count));
        }
        bool is_met = false;
        for (index_t b = 1; b <= form.outputs(); ++b) {
            const rational line =
                rational((b - 1) * form.inputs()) / rational(form.outputs()) + inputs.lead();
            CHECK(rational(inputs.end(b)) <= line);
            is_met = is_met || rational(inputs.end(b)) == line;
        }
        CHECK(is_met);
    }
}

TEST_CASE("reach: nothing is read by no outputs, and by those of the zero operator") {
    const auto inputs = engine::reach::of(canonical<float>(1, 1, {{0, -1, 1}, {0, 2, 1}}));
    CHECK(inputs.reads(5, 5).count() == 0);
    CHECK(inputs.reads(5, 6) == interval{4, 8});
    const auto none = engine::reach::of(canonical<float>(2, 3, {}));
    CHECK(none.is_empty());
    CHECK(none.reads(0, 9).count() == 0);
}
