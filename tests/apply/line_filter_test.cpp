#include "apply/line_filter.hpp"

#include <doctest/doctest.h>

namespace noble::testing {
namespace {

using files::line_layout;
using files::sample_buffer;

const op decimator = down(2) * conv(sequence{1, 10});

// What the filters make of the samples, `block` at a time, one filter after another.
std::vector<std::vector<double>> filtered(const line_layout& layout, index_t parts,
                                          const std::vector<double>& samples, std::size_t block) {
    auto filters = files::filters_of<double>({.length = layout.length}, decimator, layout, parts);
    std::vector<std::vector<double>> results;
    for (auto& filter : filters) {
        sample_buffer<double> out;
        for (std::size_t i = 0; i < samples.size(); i += block) {
            const auto count = std::min(block, samples.size() - i);
            filter(std::span(samples).subspan(i, count), out);
        }
        filter.finish(out);
        results.emplace_back(out.all().begin(), out.all().end());
        CHECK(filter.outputs() * filter.channels().count == static_cast<index_t>(out.all().size()));
    }
    return results;
}

TEST_CASE("line filter: begins anew with each line, wherever blocks end") {
    const std::vector<double> samples{1, 2, 3, 4, 5, 6};
    for (const std::size_t block : {1, 2, 4, 6}) {
        CHECK(filtered({2, 3, 1}, 1, samples, block) ==
              std::vector<std::vector<double>>{{1, 3 + 20, 4, 6 + 50}});
    }
}

TEST_CASE("line filter: each takes its own channels, and all of them together take all") {
    const std::vector<double> frames{1, 10, 100, 2, 20, 200, 3, 30, 300};
    const line_layout layout{1, 3, 3};
    for (const std::size_t block : {3, 6, 9}) {
        CHECK(filtered(layout, 1, frames, block) ==
              std::vector<std::vector<double>>{{1, 10, 100, 23, 230, 2300}});
        CHECK(filtered(layout, 2, frames, block) ==
              std::vector<std::vector<double>>{{1, 23}, {10, 100, 230, 2300}});
        CHECK(filtered(layout, 3, frames, block) ==
              std::vector<std::vector<double>>{{1, 23}, {10, 230}, {100, 2300}});
    }
    CHECK(filtered({1, 2, 2}, 2, {1, 5, 2, 6}, 2) == std::vector<std::vector<double>>{{1}, {5}});
}

}  // namespace
}  // namespace noble::testing
