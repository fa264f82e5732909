// Bundles of 4, 2 and 1 taps: every tap once, members a spacing apart, as few bundles as there are.
#include "engine/taps/tap_program.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>

using namespace noble;

namespace {

using taps = std::vector<engine::offset_tap<double>>;

/// Taps 1, 2, … at those offsets.
taps at(const std::vector<index_t>& offsets) {
    taps result;
    for (const index_t o : offsets) result.push_back({o, static_cast<double>(result.size() + 1)});
    return result;
}

/// Offset to tap, as the bundles say.
std::map<index_t, double> unbundled(const engine::tap_program<double>& p, index_t spacing) {
    std::map<index_t, double> found;
    std::size_t bundle = 0;
    std::size_t tap = 0;
    for (std::size_t kind = 0; kind < 3; ++kind) {
        for (index_t i = 0; i < p.counts[kind]; ++i, ++bundle) {
            for (index_t member = 0; member < index_t{4} >> kind; ++member, ++tap) {
                const index_t offset = p.offsets[bundle] + member * spacing;
                CHECK(found.emplace(offset, p.taps[tap]).second);
            }
        }
    }
    CHECK(bundle == p.offsets.size());
    CHECK(tap == p.taps.size());
    return found;
}

}  // namespace

TEST_CASE("tap program: seven neighbours are a bundle of four, one of two and one tap") {
    const auto p = engine::bundle_taps(at({3, 4, 5, 6, 7, 8, 9}), 1, 3);
    CHECK(p.counts == std::array<index_t, 3>{1, 1, 1});
    CHECK(p.offsets == std::vector<index_t>{0, 4, 6});
    CHECK(p.taps == std::vector<double>{1, 2, 3, 4, 5, 6, 7});
}

TEST_CASE("tap program: members lie a spacing apart, with other taps between them") {
    const auto p = engine::bundle_taps(at({0, 1, 5, 10, 12, 15}), 5, 0);
    CHECK(p.counts == std::array<index_t, 3>{1, 0, 2});
    CHECK(p.offsets == std::vector<index_t>{0, 1, 12});
    CHECK(p.taps == std::vector<double>{1, 3, 4, 6, 2, 5});
}

TEST_CASE("tap program: without a spacing all taps are single; none make an empty program") {
    const auto p = engine::bundle_taps(at({-2, -1, 0, 1}), 0, -2);
    CHECK(p.counts == std::array<index_t, 3>{0, 0, 4});
    CHECK(p.offsets == std::vector<index_t>{0, 1, 2, 3});
    CHECK_FALSE(p.is_empty());
    CHECK(engine::bundle_taps<double>({}, 1, 0).is_empty());
}

TEST_CASE("tap program: every tap is in one bundle, whatever is missing") {
    std::mt19937 random(1);
    for (int round = 0; round < 300; ++round) {
        std::vector<index_t> offsets;
        for (index_t o = -9; o < 40; ++o) {
            if (random() % 4 != 0) offsets.push_back(o);
        }
        const auto spacing = static_cast<index_t>(1 + random() % 7);
        const auto given = at(offsets);
        const auto found = unbundled(engine::bundle_taps(given, spacing, -9), spacing);
        REQUIRE(found.size() == given.size());
        for (const auto& [offset, value] : given) CHECK(found.at(offset + 9) == value);
    }
}
