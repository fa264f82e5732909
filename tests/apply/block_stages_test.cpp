#include "apply/block_stages.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <string>

namespace noble::testing {
namespace {

using files::block_stages;

// Blocks 0 … last through two parts, each noted by whoever comes after it.
struct recorder {
    std::size_t last;
    std::size_t slots;
    std::atomic<std::size_t> done_read{0};
    std::array<std::atomic<std::size_t>, 2> done_parts{};
    std::vector<std::size_t> written{};
    std::atomic<bool> in_order{true};

    void run(std::size_t threads) {
        std::vector<block_stages::block_work> parts;
        for (std::size_t part = 0; part < 2; ++part) {
            parts.emplace_back([this, part](std::size_t block) {
                if (block >= done_read || done_parts.at(part)++ != block) in_order = false;
            });
        }
        block_stages stages(
            [this](std::size_t block) {
                if (block >= written.size() + slots) in_order = false;
                ++done_read;
                return block < last;
            },
            std::move(parts),
            [this](std::size_t block) {
                if (block >= done_parts[0] || block >= done_parts[1]) in_order = false;
                written.push_back(block);
            },
            slots);
        stages.run(threads);
    }
};

TEST_CASE("stages: every block passes every stage once, in order, with any number of threads") {
    for (const std::size_t threads : {1, 2, 3, 9}) {
        recorder r{.last = 100, .slots = 4};
        r.run(threads);
        CHECK(r.in_order);
        std::vector<std::size_t> expected(101);
        for (std::size_t i = 0; i < expected.size(); ++i) expected[i] = i;
        CHECK(r.written == expected);
    }
}

TEST_CASE("stages: the first failure by turns is thrown, and what came before it is written") {
    for (const std::size_t threads : {1, 2, 4}) {
        std::vector<std::size_t> written;
        block_stages stages(
            [](std::size_t block) {
                if (block == 7) throw std::runtime_error("read 7");
                return true;
            },
            {[](std::size_t block) {
                if (block == 5) throw std::runtime_error("part 5");
            }},
            [&](std::size_t block) { written.push_back(block); }, 4);
        CHECK_THROWS_WITH(stages.run(threads), "part 5");
        CHECK(written == std::vector<std::size_t>{0, 1, 2, 3, 4});
    }
}

}  // namespace
}  // namespace noble::testing
