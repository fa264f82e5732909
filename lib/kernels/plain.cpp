// The plain twin of every kernel: one sum after another, no intrinsics. Tests hold the others
// against it, and it runs where there is no other.
#include <algorithm>
#include <cstddef>

#include "kernels/fourier.hpp"
#include "kernels/pcm.hpp"
#include "kernels/spectrum.hpp"

namespace noble::kernels {
namespace {

constexpr index_t width = 4;

template <class Real>
Real sum_at(const tap_groups<Real>& groups, const Real* x, index_t unit, index_t step) {
    Real sum = 0;
    const Real* tap = groups.taps;
    const index_t* offset = groups.offsets;
    for (std::size_t kind = 0; kind < 3; ++kind) {
        const index_t in_group = index_t{4} >> kind;
        for (index_t g = 0; g < groups.counts[kind]; ++g, ++offset) {
            for (index_t p = 0; p < in_group; ++p) sum += *tap++ * x[unit * *offset + step * p];
        }
    }
    return sum;
}

template <class Real>
void put(Real& y, Real sum, store how) {
    y = how == store::add ? sum + y : sum;
}

template <class Real>
void flow(const tap_groups<Real>& groups, const Real* x, index_t unit, Real* y, index_t count,
          store how) {
    for (index_t i = 0; i < count; ++i) put(y[i], sum_at(groups, x + i, unit, width), how);
}

template <class Real>
void flow_up(const phase_taps<Real>& taps, const Real* x, Real* y, index_t count, store how) {
    for (index_t i = 0; i < count; ++i) {
        for (index_t r = 0; r < taps.phases; ++r) {
            Real sum = 0;
            for (index_t g = 0; g < taps.shared; ++g) {
                sum += taps.taps[taps.phases * g + r] * x[i + taps.offsets[g]];
            }
            const tap_groups<Real>& others = taps.others[r];
            for (index_t g = 0; g < others.counts[2]; ++g) {
                sum += others.taps[g] * x[i + others.offsets[g]];
            }
            put(y[taps.phases * i + r], sum, how);
        }
    }
}

template <class Real>
Real sum_of_element(const neighbour_taps<Real>& of, index_t e, const Real* x, index_t unit) {
    Real sum = 0;
    for (index_t t = 0; t < of.steps; ++t) {
        const index_t at = width * t + e;
        const bool is_tap = of.has_tap == nullptr || of.has_tap[at] != 0;  // all bits are a NaN
        if (is_tap) sum += of.taps[at] * x[unit * t + of.places[e]];
    }
    return sum;
}

template <class Real>
void neighbours(const neighbour_taps<Real>& of, const Real* x, Real* y, strides by, index_t count,
                store how) {
    for (index_t j = 0; j < count; ++j) {
        for (index_t e = 0; e < of.outputs; ++e) {
            put(y[by.out * j + e], sum_of_element(of, e, x + by.in * j, by.unit), how);
        }
    }
}

template <class Real>
void lanes(const tap_groups<Real>& groups, const Real* x, Real* y, strides by, index_t count,
           store how, wanted_soon /*soon*/) {
    for (index_t j = 0; j < count; ++j) {
        for (index_t lane = 0; lane < width; ++lane) {
            put(y[by.out * j + lane], sum_at(groups, x + by.in * j + lane, by.unit, by.in), how);
        }
    }
}

template <class Real>
void into_lanes(const Real* from, index_t distance, index_t words, index_t length, Real* to) {
    for (index_t m = 0; m < length; ++m) {
        for (index_t i = 0; i < width; ++i) {
            to[m * width + i] = from[i / words * distance + m * words + i % words];
        }
    }
}

template <class Real>
void out_of_lanes(const Real* from, index_t distance, index_t words, index_t length, Real* to,
                  store /*how*/) {
    for (index_t m = 0; m < length; ++m) {
        for (index_t i = 0; i < width; ++i) {
            to[i / words * distance + m * words + i % words] = from[m * width + i];
        }
    }
}

// What fourier.hpp takes for a vector.
template <class Real>
struct four {
    using value_type = Real;
    static constexpr std::size_t size = width;
    Real v[width];

    static four load_unaligned(const Real* p) { return {{p[0], p[1], p[2], p[3]}}; }
    static four broadcast(Real a) { return {{a, a, a, a}}; }
    void store_unaligned(Real* p) const { std::copy(v, v + width, p); }
    template <class F>
    static four each(const F& f) {
        return {{f(0), f(1), f(2), f(3)}};
    }
    friend four operator+(const four& a, const four& b) {
        return each([&](int i) { return a.v[i] + b.v[i]; });
    }
    friend four operator-(const four& a, const four& b) {
        return each([&](int i) { return a.v[i] - b.v[i]; });
    }
    friend four operator*(const four& a, const four& b) {
        return each([&](int i) { return a.v[i] * b.v[i]; });
    }
    friend four operator-(const four& a) {
        return each([&](int i) { return -a.v[i]; });
    }
    friend four fma(const four& a, const four& b, const four& c) { return a * b + c; }
    friend four fms(const four& a, const four& b, const four& c) { return a * b - c; }
};

struct plain_turn {
    template <class Real>
    static void square(const Real* from, Real* to) {
        into_lanes(from, width, 1, width, to);
    }
};

template <class Real>
Real energy(const Real* x, index_t count) {
    Real sum = 0;
    for (index_t i = 0; i < count; ++i) sum += x[i] * x[i];
    return sum;
}

template <class Real>
constexpr table<Real> functions{width,
                                flow<Real>,
                                flow_up<Real>,
                                neighbours<Real>,
                                lanes<Real>,
                                into_lanes<Real>,
                                out_of_lanes<Real>,
                                forward<four<Real>, plain_turn>,
                                inverse<four<Real>, plain_turn>,
                                multiply<four<Real>, false>,
                                multiply<four<Real>, true>,
                                pick<four<Real>>,
                                place<four<Real>>,
                                interleave<four<Real>>,
                                energy<Real>,
                                to_int16<four<Real>>,
                                to_int32<four<Real>>,
                                from_int16<four<Real>>};

}  // namespace

template <>
const table<float>& plain() {
    return functions<float>;
}

template <>
const table<double>& plain() {
    return functions<double>;
}

}  // namespace noble::kernels
