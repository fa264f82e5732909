// Every instruction set's kernels against a sum written out here, and the plain twin likewise. Data
// lie at the end of a mapped page, before one that must not be read.
#include "kernels/kernels.hpp"

#include <doctest/doctest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <complex>
#include <cstdint>
#include <limits>
#include <random>
#include <stdexcept>
#include <vector>

#include "kernels/instruction_set.hpp"

using namespace noble;

namespace {

/// `count` reals that end where readable memory ends, and begin where it begins if `at_start`.
template <class Real>
class fenced {
 public:
    explicit fenced(index_t count, bool at_start = false)
        : page_(static_cast<std::size_t>(sysconf(_SC_PAGESIZE))),
          bytes_(static_cast<std::size_t>(count) * sizeof(Real)),
          inner_((bytes_ + page_ - 1) / page_ * page_) {
        void* all =
            mmap(nullptr, inner_ + 2 * page_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (all == MAP_FAILED) throw std::runtime_error("mmap");
        base_ = static_cast<char*>(all);
        if (inner_ > 0 && mprotect(base_ + page_, inner_, PROT_READ | PROT_WRITE) != 0) {
            throw std::runtime_error("mprotect");
        }
        data_ = reinterpret_cast<Real*>(base_ + page_ + (at_start ? 0 : inner_ - bytes_));
    }
    fenced(const fenced&) = delete;
    fenced& operator=(const fenced&) = delete;
    ~fenced() { munmap(base_, inner_ + 2 * page_); }

    [[nodiscard]] Real* data() const { return data_; }

 private:
    std::size_t page_;
    std::size_t bytes_;
    std::size_t inner_;
    char* base_ = nullptr;
    Real* data_ = nullptr;
};

/// Random groups of 4, 2 and 1 taps, members `step` apart, of small integers: sums are exact.
template <class Real>
struct random_groups {
    random_groups(std::mt19937& random, index_t step, index_t most_offset) {
        for (std::size_t kind = 0; kind < 3; ++kind) {
            const index_t size = index_t{4} >> kind;
            counts[kind] = static_cast<index_t>(random() % 4);
            for (index_t g = 0; g < counts[kind]; ++g) {
                offsets.push_back(static_cast<index_t>(random()) % (most_offset + 1));
                for (index_t p = 0; p < size; ++p) {
                    taps.push_back(static_cast<Real>(static_cast<int>(random() % 19) - 9));
                    places.push_back(offsets.back() + step * p);
                    farthest = std::max(farthest, places.back());
                }
            }
        }
    }
    [[nodiscard]] kernels::tap_groups<Real> view() const {
        return {counts, offsets.data(), taps.data()};
    }
    std::array<index_t, 3> counts{};
    std::vector<index_t> offsets;
    std::vector<Real> taps;
    std::vector<index_t> places;  ///< of each tap
    index_t farthest = 0;
};

template <class Real>
void fill(std::mt19937& random, Real* data, index_t count) {
    for (index_t i = 0; i < count; ++i) {
        data[i] = static_cast<Real>(static_cast<int>(random() % 201) - 100);
    }
}

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

template <class Real>
Real all_bits() {
    if constexpr (sizeof(Real) == 4)
        return std::bit_cast<Real>(~std::uint32_t{0});
    else
        return std::bit_cast<Real>(~std::uint64_t{0});
}

/// A vector of outputs of each of `count` periods; where not all steps are full, some elements have
/// no tap. What no tap reads is NaN.
template <class Real>
void neighbours_agree(const kernels::table<Real>& table, std::mt19937& random, index_t steps,
                      bool is_full, index_t last_place, index_t outputs, index_t count,
                      kernels::store how) {
    constexpr index_t unit = 2;
    constexpr index_t period = 5;
    const index_t width = table.width;
    std::vector<Real> taps(static_cast<std::size_t>(steps * width));
    std::vector<Real> has_tap;
    fill(random, taps.data(), steps * width);
    std::vector<std::int32_t> places;
    for (index_t e = 0; e < width; ++e) {
        const index_t place = static_cast<index_t>(random()) % (last_place + 1);
        places.push_back(static_cast<std::int32_t>(e == 0 ? last_place : place));
    }
    const index_t spread = width * (count == 0 ? 0 : 3);  // of outputs: whole vectors
    const index_t length =
        count == 0 ? 0 : period * (count - 1) + unit * std::max<index_t>(steps - 1, 0) + 2 * width;
    const fenced<Real> x(length);
    const index_t extent = count == 0 ? 0 : spread * (count - 1) + width;
    std::fill(x.data(), x.data() + length, std::numeric_limits<Real>::quiet_NaN());
    const fenced<Real> y((extent + 63) / 64 * 64);  // begins at a vector of memory
    fill(random, y.data(), extent);
    std::vector<Real> wanted(y.data(), y.data() + extent);
    std::vector<bool> is_read(taps.size());
    for (index_t t = 0; t < steps; ++t) {
        for (index_t e = 0; e < width; ++e) {
            const bool reads = is_full || random() % 2 == 0;
            if (!is_full) has_tap.push_back(reads ? all_bits<Real>() : Real{});
            is_read[static_cast<std::size_t>(t * width + e)] = reads;
        }
    }
    const auto for_each_product = [&](const auto& f) {
        for (index_t n = 0; n < count * outputs * steps; ++n) {
            const index_t t = n % steps;
            const index_t e = n / steps % outputs;
            const index_t j = n / steps / outputs;
            const auto tap = static_cast<std::size_t>(t * width + e);
            const index_t place = period * j + unit * t + places[static_cast<std::size_t>(e)];
            if (is_read[tap]) f(spread * j + e, taps[tap], x.data()[place]);
        }
    };
    for_each_product([&](index_t, Real, Real& in) { fill(random, &in, 1); });
    for (index_t n = 0; how != kernels::store::add && n < count * outputs; ++n) {
        wanted[static_cast<std::size_t>(spread * (n / outputs) + n % outputs)] = 0;
    }
    for_each_product(
        [&](index_t at, Real tap, Real in) { wanted[static_cast<std::size_t>(at)] += tap * in; });
    if (outputs < width && how == kernels::store::stream) how = kernels::store::replace;
    table.neighbours({steps, taps.data(), is_full ? nullptr : has_tap.data(), places.data(),
                      last_place, outputs},
                     x.data(), y.data(), {unit, period, spread}, count, how);
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

template <class Real>
void lanes_move(const kernels::table<Real>& table, std::mt19937& random, index_t words,
                index_t length, index_t gap, kernels::store how) {
    const index_t width = table.width;
    const index_t signals = width / words;
    const index_t distance = (length + gap) * words;
    const index_t extent = distance * (signals - 1) + length * words;
    const fenced<Real> from(extent);
    const fenced<Real> lanes(length * width);
    const fenced<Real> back(extent);
    fill(random, from.data(), extent);
    fill(random, back.data(), extent);
    std::vector<Real> wanted(back.data(), back.data() + extent);
    table.into_lanes(from.data(), distance, words, length, lanes.data());
    table.out_of_lanes(lanes.data(), distance, words, length, back.data(), how);
    bool all = true;
    for (index_t l = 0; l < signals; ++l) {
        for (index_t m = 0; m < length; ++m) {
            for (index_t w = 0; w < words; ++w) {
                const index_t place = l * distance + m * words + w;
                all = all && lanes.data()[m * width + l * words + w] == from.data()[place];
                wanted[static_cast<std::size_t>(place)] = from.data()[place];
            }
        }
    }
    CHECK(all);
    CHECK(std::equal(wanted.begin(), wanted.end(), back.data()));
}

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

// x·2^(bits−1) to nearest, ties to even, saturated, left-justified.
template <class Stored>
Stored pcm_of(double x, int bits) {
    const double full = std::ldexp(1.0, bits - 1);
    const double value = std::clamp(std::nearbyint(x * full), -full, full - 1);
    const int spare = std::numeric_limits<Stored>::digits + 1 - bits;
    return static_cast<Stored>(static_cast<std::int64_t>(value) * (std::int64_t{1} << spare));
}

template <class Real>
void pcm_converts(const kernels::table<Real>& table, std::mt19937& random, index_t count) {
    const fenced<Real> x(count);
    const fenced<std::int16_t> narrow(count);
    const fenced<std::int32_t> wide(count);
    const fenced<Real> back(count);
    std::uniform_int_distribution<int> halves(-66000, 66000);  // of a step: ties are among them
    index_t clipped = 0;
    for (index_t i = 0; i < count; ++i) {
        x.data()[i] = static_cast<Real>(halves(random)) * Real{0x1p-16};
        const double steps = std::nearbyint(static_cast<double>(x.data()[i]) * 0x1p15);
        clipped += steps < -0x1p15 || steps > 0x1p15 - 1 ? 1 : 0;
    }
    const auto counts = table.to_int16(x.data(), count, narrow.data());
    CHECK(counts.clipped == clipped);
    CHECK(counts.nan == 0);
    table.from_int16(narrow.data(), count, back.data());
    bool all = true;
    for (index_t i = 0; i < count; ++i) {
        const auto wanted = pcm_of<std::int16_t>(x.data()[i], 16);
        all = all && narrow.data()[i] == wanted && back.data()[i] == wanted * Real{0x1p-15};
    }
    for (const int bits : {8, 20, 24, 32}) {
        table.to_int32(x.data(), count, bits, wide.data());
        for (index_t i = 0; i < count; ++i) {
            all = all && wide.data()[i] == pcm_of<std::int32_t>(x.data()[i], bits);
        }
    }
    CHECK(all);
    if (count == 0) return;
    x.data()[count / 2] = std::numeric_limits<Real>::quiet_NaN();
    CHECK(table.to_int16(x.data(), count, narrow.data()).nan == 1);
    CHECK(table.to_int32(x.data(), count, 24, wide.data()).nan == 1);
}

template <class Real>
void all_agree(instruction_set set) {
    CAPTURE(to_string(set));
    CAPTURE(sizeof(Real));
    const auto& table = engine::kernels_of<Real>(set);
    std::mt19937 random(42);
    for (const auto how : {kernels::store::replace, kernels::store::add, kernels::store::stream}) {
        for (const index_t phases : {2, 3, 4, 8}) {
            for (const index_t shared : {0, 1, 5}) {
                for (index_t count = 0; count <= 20 * table.width + 1; count += 1 + count / 9) {
                    phases_agree(table, random, phases, shared, count, how, false);
                    phases_agree(table, random, phases, shared, count, how, true);
                }
            }
        }
        for (index_t count = 0; count <= 20; ++count) {
            for (const index_t steps : {0, 5, 35}) {
                for (const index_t outputs : {index_t{1}, table.width / 2 + 1, table.width}) {
                    for (const index_t last :
                         {index_t{0}, table.width - 1, table.width + 1, 2 * table.width - 1}) {
                        neighbours_agree(table, random, steps, true, last, outputs, count, how);
                        neighbours_agree(table, random, steps, false, last, outputs, count, how);
                    }
                }
            }
        }
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
    for (const auto how : {kernels::store::replace, kernels::store::add}) {
        for (const index_t vectors : {0, 1, 7}) {
            spectra_multiply(table, random, vectors, how, false);
            spectra_multiply(table, random, vectors, how, true);
        }
    }
    for (const index_t step : {1, 2, 3, 4, 8}) {
        for (const index_t count : {0, 1, 5, 16, 67}) samples_move(table, random, step, count);
    }
    for (const index_t count : {0, 1, 7, 16, 67, 5000}) pcm_converts(table, random, count);
    for (index_t length = 1; length <= 40; ++length) {
        for (const index_t words : {1, 2}) {
            // The last gap is one that lets every signal begin alike within a vector.
            for (const index_t gap : {index_t{0}, index_t{1}, index_t{5}, -length & 15}) {
                lanes_move(table, random, words, length, gap, kernels::store::replace);
                lanes_move(table, random, words, length, gap, kernels::store::stream);
            }
        }
    }
}

}  // namespace

TEST_CASE("kernels: every instruction set sums and moves as the formulas say, within its memory") {
    for (const auto set : instruction_sets()) {
        all_agree<float>(set);
        all_agree<double>(set);
    }
}
