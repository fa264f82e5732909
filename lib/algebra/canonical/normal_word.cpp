#include "algebra/canonical/normal_word.hpp"

#include <algorithm>
#include <optional>

#include "algebra/numbers/modular_inverse.hpp"
#include "base/checked.hpp"

namespace noble {
namespace {

// The number c of a kernel of one tap c, if no unknown occurs in it.
std::optional<exact> single_number(const sequence& q) {
    if (q.count() != 1 || !q[q.first()].is_number()) return {};
    return q[q.first()].number();
}

// Two letters; 0 in front of ↓M·↑L would be a third.
op zero(index_t L, index_t M) {
    if (L == 1 && M == 1) return scale(0);
    if (M == 1) return exact(0) * up(L);
    if (L == 1) return exact(0) * down(M);
    return down(checked::mul(2, M), 1) * up(checked::mul(2, L));
}

op moved_sample(index_t L, index_t M, index_t t) {
    if (L == 1 && M == 1) return t == 0 ? identity() : delay(t);
    if (M == 1) return up(L, t);
    if (L == 1) return down(M, checked::neg(t));
    return down(M, checked::neg(t)) * up(L);
}

op of_one_tap(index_t L, index_t M, index_t t, const exact& c) {
    if (c == exact(1)) return moved_sample(L, M, t);
    if (L != 1 || M != 1) return c * moved_sample(L, M, t);
    return t == 0 ? scale(c) : conv(sequence(t, t, tap_list<exact>{{t, c}}));
}

// Whether all taps stand at the indices t ≡ q.first() modulo k.
bool is_dilated(const sequence& q, index_t k) {
    return std::visit(
        [&](const auto& taps) {
            return std::ranges::all_of(taps, [&](const auto& t) {
                return checked::floor_mod(checked::sub(t.index, q.first()), k) == 0;
            });
        },
        q.storage());
}

// conv(up(k, p)(r))·↑k = ↑(k, p)·conv(r)
op interpolator(const sequence& q, index_t k) {
    if (!is_dilated(q, k)) return conv(q) * up(k);
    const index_t p = checked::floor_mod(q.first(), k);
    return up(k, p) * conv(down(k, p)(q));
}

// ↓k·conv(up(k, −p)(r)) = conv(r)·↓(k, p)
op decimator(const sequence& q, index_t k) {
    if (!is_dilated(q, k)) return down(k) * conv(q);
    const index_t p = checked::floor_mod(checked::neg(q.first()), k);
    return conv(down(k, -p)(q)) * down(k, p);
}

// ↑(L, a)·conv(r)·↓(M, b) is the kernel q of ↓M·conv(q)·↑L that stands at t ≡ Ma − Lb mod LM.
op resampler_at_low_rate(index_t L, index_t M, const sequence& q) {
    const index_t t = checked::floor_mod(q.first(), L);
    const index_t a = checked::floor_mod(checked::mul(t, modular_inverse(M, L)), L);
    const index_t turns = checked::sub(checked::mul(M, a), q.first()) / L;
    const index_t b = checked::floor_mod(turns, M);
    const index_t phase = checked::sub(checked::mul(M, a), checked::mul(L, b));
    return up(L, a) * conv(down(checked::mul(L, M), phase)(q)) * down(M, b);
}

// Taps that all stand on one phase run where they are fewest apart.
op resampler(index_t L, index_t M, const sequence& q) {
    const bool by_input = is_dilated(q, L);
    const bool by_output = is_dilated(q, M);
    if (by_input && by_output) return resampler_at_low_rate(L, M, q);
    if (by_input) return down(M) * interpolator(q, L);
    return by_output ? decimator(q, M) * up(L) : down(M) * conv(q) * up(L);
}

// From the first tap that is not zero to the last.
sequence trimmed(const sequence& q) {
    return std::visit(
        [](const auto& taps) -> sequence {
            if (taps.empty()) return {};
            return {taps.front().index, taps.back().index, taps};
        },
        q.storage());
}

}  // namespace

op normal_word(index_t L, index_t M, const sequence& kernel) {
    const sequence q = trimmed(kernel);
    if (q.count() == 0) return zero(L, M);
    if (const auto c = single_number(q)) return of_one_tap(L, M, q.first(), *c);
    if (L == 1 && M == 1) return conv(q);
    if (M == 1) return interpolator(q, L);
    if (L == 1) return decimator(q, M);
    return resampler(L, M, q);
}

}  // namespace noble
