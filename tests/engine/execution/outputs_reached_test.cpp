#include "engine/execution/outputs_reached.hpp"

#include <doctest/doctest.h>

#include "base/checked.hpp"
#include "noble/op.hpp"

using namespace noble;
using engine::merged;
using engine::outputs_reached;

TEST_CASE("outputs reached: intervals that touch or overlap become one, empty ones none") {
    CHECK(merged({{5, 9}, {1, 3}, {3, 4}, {8, 12}, {20, 20}}) ==
          std::vector<interval>{{1, 4}, {5, 12}});
    CHECK(merged({}).empty());
}

TEST_CASE("outputs reached: all that read a sample, and no other end") {
    for (const op& word : {conv(taps{1, 2, 3}), down(3) * conv(taps{1, 2, 3, 4}) * up(2), up(5, 2),
                           down(4, 1), delay(40) + identity()}) {
        const auto form = rounded<double>(canonical_form<exact>(word));
        for (index_t n = 1; n <= 7; ++n) {
            const auto parts = outputs_reached(form, n);
            const auto reads = [&](index_t i) {
                const index_t j = checked::floor_div(i, form.outputs());
                for (const auto& t : form.row(i - j * form.outputs())) {
                    const index_t m = form.inputs() * j + t.offset;
                    if (m >= 0 && m < n) return true;
                }
                return false;
            };
            for (index_t i = -60; i < 60; ++i) {
                bool is_in = false;
                for (const auto& p : parts) is_in = is_in || (i >= p.begin && i < p.end);
                if (reads(i)) CHECK(is_in);
            }
            for (const auto& p : parts) {
                CHECK(reads(p.begin));
                CHECK(reads(p.end - 1));
            }
        }
    }
}
