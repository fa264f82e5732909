// ↓ and ↑ among themselves, and delays through them.
#include <numeric>

#include "algebra/rewrite/rules.hpp"
#include "base/checked.hpp"

namespace noble::rewriting {
namespace {

using checked::add;
using checked::mul;
using checked::sub;

maybe down_down(const node::down& a, const node::down& b) {
    return down(mul(a.k, b.k), add(mul(b.k, a.p), b.p));
}

maybe up_up(const node::up& a, const node::up& b) {
    return up(mul(a.k, b.k), add(mul(a.k, b.p), a.p));
}

op without_trivial(const op& left, const op& right) {
    if (left.rate() == rate{}) return right;
    return right.rate() == rate{} ? left : left * right;
}

// y[n] = x[m] where an + p = bm + r, so (a/g)n − (b/g)m = (r − p)/g for g = gcd(a, b); where g does
// not divide r − p there is no such pair.
maybe no_meeting(const node::down& a, const node::up& b) {
    const index_t g = std::gcd(a.k, b.k);
    const bool both = a.k != g && b.k != g;
    if (both || checked::floor_mod(sub(b.p, a.p), g) == 0) return {};
    return exact(0) * without_trivial(down(a.k / g), up(b.k / g));
}

maybe same_factor(const node::down& a, const node::up& b) {
    return a == node::down{b.k, b.p} ? maybe(identity()) : maybe{};
}

maybe whole_turns(const node::down& a, const node::up& b) {
    const index_t t = sub(b.p, a.p);
    if (a.k != b.k || t == 0 || checked::floor_mod(t, a.k) != 0) return {};
    return delay(t / a.k);
}

maybe common_factor(const node::down& a, const node::up& b) {
    const index_t g = std::gcd(a.k, b.k);
    const index_t t = sub(b.p, a.p);
    if (a.k == b.k || g == 1 || checked::floor_mod(t, g) != 0) return {};
    if (a.k == g) return up(b.k / g, t / g);
    const index_t p = checked::neg(t / g);
    return b.k == g ? down(a.k / g, p) : down(a.k / g, p) * up(b.k / g);
}

maybe coprime_swap(const node::up& a, const node::down& b) {
    if (std::gcd(a.k, b.k) != 1 || (a.p == 0 && b.p == 0)) return {};
    return down(b.k, sub(mul(a.k, b.p), mul(b.k, a.p))) * up(a.k);
}

maybe plain_swap(const node::up& a, const node::down& b) {
    if (std::gcd(a.k, b.k) != 1 || a.p != 0 || b.p != 0) return {};
    return op(b) * op(a);
}

maybe plain_swap_back(const node::down& a, const node::up& b) {
    if (std::gcd(a.k, b.k) != 1 || a.p != 0 || b.p != 0) return {};
    return op(b) * op(a);
}

// ↑(a, p)·↓(b, r) with 0 ≤ p < a
maybe turned_back(const node::up& a, const node::down& b) {
    const index_t turns = checked::floor_div(a.p, a.k);
    if (turns == 0) return {};
    return up(a.k, sub(a.p, mul(a.k, turns))) * down(b.k, sub(b.p, mul(b.k, turns)));
}

maybe phase_of_down(const node::down& a, const node::delay& d) { return down(a.k, sub(a.p, d.d)); }

maybe delay_into_down(const node::delay& d, const node::down& a) {
    return down(a.k, sub(a.p, mul(a.k, d.d)));
}

maybe phase_of_up(const node::delay& d, const node::up& a) { return up(a.k, add(a.p, d.d)); }

maybe delay_into_up(const node::up& a, const node::delay& d) {
    return up(a.k, add(a.p, mul(a.k, d.d)));
}

maybe past_down(const node::down& a, const node::delay& d) {
    if (checked::floor_mod(d.d, a.k) != 0) return {};
    return delay(d.d / a.k) * op(a);
}

maybe back_past_down(const node::delay& d, const node::down& a) {
    return op(a) * delay(mul(a.k, d.d));
}

maybe past_up(const node::delay& d, const node::up& a) {
    if (checked::floor_mod(d.d, a.k) != 0) return {};
    return op(a) * delay(d.d / a.k);
}

maybe back_past_up(const node::up& a, const node::delay& d) { return delay(mul(a.k, d.d)) * op(a); }

maybe delay_delay(const node::delay& a, const node::delay& b) { return delay(add(a.d, b.d)); }

}  // namespace

std::vector<product_law> resampling_laws() {
    return {
        law("down-down", &down_down),
        law("up-up", &up_up),
        law("down-up", &same_factor),
        law("down-up-turns", &whole_turns),
        law("down-up-zero", &no_meeting),
        law("down-up-common-factor", &common_factor),
        law("down-up-commute", &plain_swap),
        law("down-up-commute", &plain_swap_back),
        law("down-up-commute-phases", &coprime_swap),
        law("comb-period", &turned_back),
        law("delay-delay", &delay_delay),
        law("down-delay", &past_down),
        law("down-delay", &back_past_down),
        law("up-delay", &past_up),
        law("up-delay", &back_past_up),
        law("down-phase", &phase_of_down),
        law("down-delay-phase", &delay_into_down),
        law("up-phase", &phase_of_up),
        law("up-delay-phase", &delay_into_up),
    };
}

}  // namespace noble::rewriting
