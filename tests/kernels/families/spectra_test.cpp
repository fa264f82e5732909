#include <cmath>
#include <complex>
#include <limits>

#include "kernels/kernel_cases.hpp"

using namespace noble;
using namespace noble::testing;

namespace {

/// Products of spectra and samples that lie apart, small integers: exact.
template <class Real>
void spectra_multiply(const kernels::table<Real>& table, std::mt19937& random, index_t vectors,
                      kernels::store how, bool conjugate) {
    const index_t count = vectors * table.width;
    const fenced<Real> parts[] = {fenced<Real>(count), fenced<Real>(count), fenced<Real>(count),
                                  fenced<Real>(count), fenced<Real>(count), fenced<Real>(count)};
    for (const auto& part : parts) fill(random, part.data(), count);
    std::vector<std::complex<Real>> wanted;
    for (index_t k = 0; k < count; ++k) {
        const auto at = [&](int part) { return parts[part].data()[k]; };
        const std::complex<Real> before(at(4), at(5));
        wanted.push_back((how == kernels::store::add ? before : std::complex<Real>{}) +
                         std::complex<Real>(at(0), at(1)) *
                             std::complex<Real>(at(2), conjugate ? -at(3) : at(3)));
    }
    const auto multiply = conjugate ? table.multiply_conjugate : table.multiply;
    multiply({parts[0].data(), parts[1].data()}, {parts[2].data(), parts[3].data()},
             {parts[4].data(), parts[5].data()}, count, how);
    bool all = true;
    for (index_t k = 0; k < count; ++k) {
        const auto& w = wanted[static_cast<std::size_t>(k)];
        all = all && parts[4].data()[k] == w.real() && parts[5].data()[k] == w.imag();
    }
    CHECK(all);
}

template <class Real>
void samples_move(const kernels::table<Real>& table, std::mt19937& random, index_t step,
                  index_t count) {
    const index_t extent = count == 0 ? 0 : step * (count - 1) + 1;
    const fenced<Real> apart(extent);
    const fenced<Real> picked(count);
    const fenced<Real> placed(extent);
    const fenced<Real> both(2 * count);
    fill(random, apart.data(), extent);
    fill(random, placed.data(), extent);
    std::vector<Real> wanted(placed.data(), placed.data() + extent);
    table.pick(apart.data(), step, picked.data(), count);
    table.place(picked.data(), placed.data(), step, count);
    table.interleave(picked.data(), picked.data(), both.data(), count);
    Real energy = 0;
    bool all = true;
    for (index_t i = 0; i < count; ++i) {
        const Real value = apart.data()[step * i];
        wanted[static_cast<std::size_t>(step * i)] = value;
        all = all && picked.data()[i] == value && both.data()[2 * i] == value &&
              both.data()[2 * i + 1] == value;
        energy += value * value;
    }
    CHECK(all);
    CHECK(std::equal(wanted.begin(), wanted.end(), placed.data()));
    CHECK(table.energy(picked.data(), count) == energy);
    if (count == 0) return;
    picked.data()[count / 2] = std::numeric_limits<Real>::quiet_NaN();
    CHECK(std::isnan(table.energy(picked.data(), count)));
    picked.data()[count / 2] = std::numeric_limits<Real>::infinity();
    CHECK_FALSE(std::isfinite(table.energy(picked.data(), count)));
}

}  // namespace

TEST_CASE("spectra: products, samples apart and energies are those of their formulas") {
    with_every_table([](const auto& table, std::mt19937& random) {
        for (const auto how : {kernels::store::replace, kernels::store::add}) {
            for (const index_t vectors : {0, 1, 7}) {
                spectra_multiply(table, random, vectors, how, false);
                spectra_multiply(table, random, vectors, how, true);
            }
        }
        for (const index_t step : {1, 2, 3, 4, 8}) {
            for (const index_t count : {0, 1, 5, 16, 67}) samples_move(table, random, step, count);
        }
    });
}
