#include "algebra/rewrite/normal_form.hpp"

#include <algorithm>
#include <numeric>

#include "algebra/checked.hpp"
#include "noble/canonical.hpp"

namespace noble::rewriting {
namespace {

// n and Mn − Lm of coprime L, M name each pair (n, m) modulo (L, M) once, so every kernel of that
// period is h[n, m] = q[Mn − Lm]: the word ↓M·conv(q)·↑L.
template <class Scalar>
sequence kernel_of(const canonical<Scalar>& form) {
    tap_list<Scalar> taps;
    for (const auto& t : form.taps()) {
        const index_t place = checked::sub(checked::mul(form.inputs(), t.row),
                                           checked::mul(form.outputs(), t.offset));
        taps.push_back({place, t.value});
    }
    std::ranges::sort(taps, {}, &tap<Scalar>::index);
    if (taps.empty()) return {};
    const index_t first = taps.front().index;
    const index_t last = taps.back().index;
    return {first, last, std::move(taps)};
}

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

op word_of(index_t L, index_t M, const sequence& q) {
    if (q.count() == 0) return zero(L, M);
    if (const auto c = single_number(q)) return of_one_tap(L, M, q.first(), *c);
    if (L == 1 && M == 1) return conv(q);
    if (M == 1) return interpolator(q, L);
    if (L == 1) return decimator(q, M);
    return down(M) * conv(q) * up(L);
}

}  // namespace

std::optional<op> normal_form(const op& a) {
    return std::visit(
        [](const auto& form) -> std::optional<op> {
            if (std::gcd(form.outputs(), form.inputs()) != 1) return {};
            return word_of(form.outputs(), form.inputs(), kernel_of(form));
        },
        canonical_form(a));
}

}  // namespace noble::rewriting
