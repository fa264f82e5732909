#include "kernels/kernel_cases.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

/// Single taps of several phases: `shared` offsets at which all have one, and some of each phase.
template <class Real>
void phases_agree(const kernels::table<Real>& table, std::mt19937& random, index_t phases,
                  index_t shared, index_t count, kernels::store how, bool at_start) {
    constexpr index_t most_offset = 40;
    const auto small = [&] { return static_cast<Real>(static_cast<int>(random() % 19) - 9); };
    const auto offset = [&] { return static_cast<index_t>(random() % (most_offset + 1)); };
    std::vector<index_t> offsets;
    std::vector<Real> taps;
    for (index_t g = 0; g < shared; ++g) offsets.push_back(offset());
    for (index_t t = 0; t < shared * phases; ++t) taps.push_back(small());
    std::vector<std::vector<index_t>> other_offsets(static_cast<std::size_t>(phases));
    std::vector<std::vector<Real>> other_taps(other_offsets.size());
    std::vector<kernels::tap_groups<Real>> others;
    for (std::size_t r = 0; r < other_offsets.size(); ++r) {
        for (std::size_t g = 0; g < random() % 3; ++g) {
            other_offsets[r].push_back(offset());
            other_taps[r].push_back(small());
        }
        const auto n = static_cast<index_t>(other_taps[r].size());
        others.push_back({{0, 0, n}, other_offsets[r].data(), other_taps[r].data()});
    }
    const index_t length = std::max(count, table.width) + most_offset;
    const fenced<Real> x(length, at_start);
    const fenced<Real> y(phases * count, at_start);
    fill(random, x.data(), length);
    fill(random, y.data(), phases * count);
    std::vector<Real> wanted(y.data(), y.data() + phases * count);
    for (index_t n = 0; n < phases * count; ++n) {
        const auto r = static_cast<std::size_t>(n % phases);
        const Real* const in = x.data() + n / phases;
        Real sum = how == kernels::store::add ? wanted[static_cast<std::size_t>(n)] : Real{};
        for (std::size_t g = 0; g < offsets.size(); ++g) {
            sum += taps[static_cast<std::size_t>(phases) * g + r] * in[offsets[g]];
        }
        for (std::size_t g = 0; g < other_taps[r].size(); ++g) {
            sum += other_taps[r][g] * in[other_offsets[r][g]];
        }
        wanted[static_cast<std::size_t>(n)] = sum;
    }
    table.flow_up({phases, shared, offsets.data(), taps.data(), others.data()}, x.data(), y.data(),
                  count, how);
    CHECK(std::equal(wanted.begin(), wanted.end(), y.data()));
}

}  // namespace

TEST_CASE(
    "interpolators: the phases behind up(L) give the sums of their formula, within their memory") {
    with_every_table([](const auto& table, std::mt19937& random) {
        for (const auto how : stores) {
            for (const index_t phases : {2, 3, 4, 8}) {
                for (const index_t shared : {0, 1, 5}) {
                    for (index_t count = 0; count <= 20 * table.width + 1; count += 1 + count / 9) {
                        phases_agree(table, random, phases, shared, count, how, false);
                        phases_agree(table, random, phases, shared, count, how, true);
                    }
                }
            }
        }
    });
}
