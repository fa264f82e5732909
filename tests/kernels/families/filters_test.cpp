#include "kernels/kernel_cases.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

template <class Real>
void flow_agrees(const kernels::table<Real>& table, std::mt19937& random, index_t unit,
                 index_t count, kernels::store how, bool at_start) {
    const index_t width = table.width;
    if (width % unit != 0) return;  // groups are width/unit apart
    const random_groups<Real> groups(random, width / unit, 40);
    const index_t length = std::max(count, width) + unit * groups.farthest;
    const fenced<Real> x(length, at_start);
    const fenced<Real> y(count, at_start);
    fill(random, x.data(), length);
    fill(random, y.data(), count);
    std::vector<Real> wanted(y.data(), y.data() + count);
    for (index_t i = 0; i < count; ++i) {
        Real sum = how == kernels::store::add ? wanted[static_cast<std::size_t>(i)] : Real{};
        for (std::size_t t = 0; t < groups.taps.size(); ++t) {
            sum += groups.taps[t] * x.data()[i + unit * groups.places[t]];
        }
        wanted[static_cast<std::size_t>(i)] = sum;
    }
    table.flow(groups.view(), x.data(), unit, y.data(), count, how);
    CHECK(std::equal(wanted.begin(), wanted.end(), y.data()));
}

template <class Real>
void lanes_agree(const kernels::table<Real>& table, std::mt19937& random, index_t period,
                 index_t spread, index_t count, kernels::store how) {
    const index_t width = table.width;
    const random_groups<Real> groups(random, period, 30);
    const index_t length = width * (period * (count - 1) + groups.farthest + 1);
    const index_t outputs = count == 0 ? 0 : width * (spread * (count - 1) + 1);
    const fenced<Real> x(count == 0 ? 0 : length);
    const fenced<Real> y(outputs);
    fill(random, x.data(), count == 0 ? 0 : length);
    fill(random, y.data(), outputs);
    std::vector<Real> wanted(y.data(), y.data() + outputs);
    for (index_t j = 0; j < count; ++j) {
        for (index_t lane = 0; lane < width; ++lane) {
            Real& place = wanted[static_cast<std::size_t>(width * spread * j + lane)];
            Real sum = how == kernels::store::add ? place : Real{};
            for (std::size_t t = 0; t < groups.taps.size(); ++t) {
                sum += groups.taps[t] * x.data()[width * (period * j + groups.places[t]) + lane];
            }
            place = sum;
        }
    }
    table.lanes(groups.view(), x.data(), y.data(), {width, period * width, spread * width}, count,
                how, {x.data(), width * period * count * static_cast<index_t>(sizeof(Real))});
    CHECK(std::equal(wanted.begin(), wanted.end(), y.data()));
}

}  // namespace

TEST_CASE("filters: flow and lanes give the sums of their formulas, within their memory") {
    with_every_table([](const auto& table, std::mt19937& random) {
        for (const auto how : stores) {
            for (index_t count = 0; count <= 4 * table.width + 1; ++count) {
                for (const index_t unit : {1, 2}) {
                    flow_agrees(table, random, unit, count, how, false);
                    flow_agrees(table, random, unit, count, how, true);
                }
            }
            for (const index_t blocks : {7, 8, 9, 15, 16, 17, 31, 32, 33, 50}) {
                for (const index_t more : {-1, 0, 1}) {
                    flow_agrees(table, random, 1, blocks * table.width + more, how, false);
                    flow_agrees(table, random, 2, blocks * table.width + more, how, false);
                }
            }
        }
        for (const auto how : {kernels::store::replace, kernels::store::add}) {
            for (index_t count = 0; count <= 40; ++count) {
                for (const index_t period : {1, 2, 3, 7}) {
                    lanes_agree(table, random, period, 1, count, how);
                    lanes_agree(table, random, period, 3, count, how);
                }
            }
        }
    });
}
