#include "algebra/proof/hints/aligned.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <vector>

#include "base/checked.hpp"

namespace noble {
namespace {

constexpr index_t most_phases = 32;
constexpr std::size_t most_taps_for_phases = 20'000;

// The kernel with h[n, m] at another place; row r of the period holds h[r, o].
template <class Scalar, class Place>
canonical<Scalar> moved(const canonical<Scalar>& a, const Place& place) {
    std::vector<periodic_tap<Scalar>> taps;
    taps.reserve(a.taps().size());
    for (const auto& t : a.taps()) {
        const auto [n, m] = place(t.row, t.offset);
        const index_t j = checked::floor_div(n, a.outputs());
        taps.push_back(
            {n - a.outputs() * j, checked::sub(m, checked::mul(a.inputs(), j)), t.value});
    }
    return {a.outputs(), a.inputs(), std::move(taps)};
}

struct position {
    index_t n = 0;
    index_t m = 0;
};

// delay(s) · a · delay(e)
template <class Scalar>
canonical<Scalar> delayed(const canonical<Scalar>& a, index_t s, index_t e) {
    return moved(a, [&](index_t n, index_t m) {
        return position{checked::add(n, s), checked::sub(m, e)};
    });
}

// The least n·M − m·L: the start of the support in units of 1/M.
template <class Scalar>
index_t start_of(const canonical<Scalar>& a) {
    const auto at = [&](const auto& t) {
        return checked::sub(checked::mul(t.row, a.inputs()), checked::mul(t.offset, a.outputs()));
    };
    index_t least = at(a.taps().front());
    for (const auto& t : a.taps()) least = std::min(least, at(t));
    return least;
}

// The c with c·x = y that their first terms suggest: y/x = y·conj(x)/|x|².
std::optional<exact> quotient(const polynomial& y, const polynomial& x) {
    const auto& a = *x.terms().begin();
    const auto& b = *y.terms().begin();
    if (a.first != b.first) return {};
    const rational size = a.second.re() * a.second.re() + a.second.im() * a.second.im();
    return b.second * conj(a.second) * exact(rational(1 / size));
}

template <class Scalar>
std::optional<exact> scale_between(const canonical<Scalar>& a, const canonical<Scalar>& b) {
    const auto c = quotient(polynomial(b.taps().front().value), polynomial(a.taps().front().value));
    if (!c) return {};
    const auto agrees = [&](const auto& x, const auto& y) {
        return x.row == y.row && x.offset == y.offset && Scalar(*c) * x.value == y.value;
    };
    return std::ranges::equal(a.taps(), b.taps(), agrees) ? c : std::nullopt;
}

// The delays s of the output and e of the input with s·M + e·L = gap. Those of e beyond a period
// repeat: a · delay(M) = delay(L) · a.
std::vector<alignment> delays(index_t gap, index_t L, index_t M, bool phases) {
    std::vector<alignment> found;
    if (gap % M == 0) found.push_back({gap / M, 0});
    if (gap % L == 0) found.push_back({0, gap / L});
    for (index_t e = 1; phases && e < std::min(M, most_phases); ++e) {
        const index_t rest = checked::sub(gap, checked::mul(e, L));
        if (rest % M == 0) found.push_back({rest / M, e});
    }
    return found;
}

}  // namespace

template <class Scalar>
std::optional<alignment> aligned(const canonical<Scalar>& a, const canonical<Scalar>& b) {
    const bool alike = a.outputs() == b.outputs() && a.inputs() == b.inputs() &&
                       a.taps().size() == b.taps().size();
    if (!alike || a.is_zero()) return {};
    const index_t gap = checked::sub(start_of(b), start_of(a));
    const bool few = a.taps().size() <= most_taps_for_phases;
    for (auto candidate : delays(gap, a.outputs(), a.inputs(), few)) {
        const auto c = scale_between(delayed(a, candidate.output, candidate.input), b);
        if (!c) continue;
        candidate.scale = *c;
        return candidate;
    }
    return {};
}

template <class Scalar>
canonical<Scalar> mirrored(const canonical<Scalar>& a) {
    return moved(a, [](index_t n, index_t m) { return position{-n, checked::neg(m)}; });
}

template std::optional<alignment> aligned(const canonical<exact>&, const canonical<exact>&);
template std::optional<alignment> aligned(const canonical<polynomial>&,
                                          const canonical<polynomial>&);
template canonical<exact> mirrored(const canonical<exact>&);
template canonical<polynomial> mirrored(const canonical<polynomial>&);

}  // namespace noble
