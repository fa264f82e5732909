#include "engine/streaming/tail.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <ranges>

#include "engine/streaming/rational_bounds.hpp"
#include "noble/support.hpp"

namespace noble::engine {
namespace {

// The latest trace n − m·L/M of inputs m that take the latest way through every letter so far, and
// the indices first + step·t, t ∈ ℤ, where these ways arrive. No other way is as late, so nothing
// cancels what arrives. Where none takes them all, or several may be as late, `lag` is a bound.
struct latest_way {
    rational lag = 0;
    mpz_class first = 0;
    mpz_class step = 1;
    bool is_taken = true;
};

using some_way = std::optional<latest_way>;  ///< nothing through a zero operator

some_way pass(const op& word, const latest_way& in);

latest_way moved(latest_way way, index_t d) {
    way.lag += rational(d);
    way.first += d;
    return way;
}

// Those of the indices that are k·n + p: t ≡ (p − first)/step modulo k.
latest_way kept(latest_way way, index_t k, index_t p) {
    way.lag = (way.lag - rational(p)) / rational(k);
    const mpz_class common = gcd(way.step, mpz_class(k));
    const mpz_class period = k / common;
    const mpz_class own_step = way.step / common;
    mpz_class ahead = p - way.first;
    way.is_taken = way.is_taken && ahead % common == 0;
    ahead /= common;
    mpz_class inverse = 0;
    if (period > 1) mpz_invert(inverse.get_mpz_t(), own_step.get_mpz_t(), period.get_mpz_t());
    const mpz_class t = ahead * inverse % period;
    way.first = (way.first + way.step * t - p) / k;
    way.step = own_step;
    return way;
}

struct passage {
    const latest_way& in;

    some_way operator()(const node::identity& /*a*/) const { return in; }
    some_way operator()(const node::scale& a) const {
        return a.c.is_zero() ? some_way{} : some_way{in};
    }
    some_way operator()(const node::delay& a) const { return moved(in, a.d); }
    some_way operator()(const node::down& a) const { return kept(in, a.k, a.p); }
    some_way operator()(const node::up& a) const {
        const mpz_class k = a.k;
        return moved({in.lag * k, in.first * k, in.step * k, in.is_taken}, a.p);
    }
    some_way operator()(const node::conv& a) const {
        const auto last = [](const auto& taps) -> std::optional<index_t> {
            if (taps.empty()) return {};
            return taps.back().index;
        };
        const auto at = std::visit(last, a.q.storage());
        return at ? some_way{moved(in, *at)} : some_way{};
    }
    some_way operator()(const node::product& a) const {
        some_way way = in;
        for (const auto& factor : a.factors | std::views::reverse) {
            if (way) way = pass(factor, *way);
        }
        return way;
    }
    some_way operator()(const node::sum& a) const {
        some_way latest;
        for (const auto& term : a.terms) {
            some_way way = pass(term, in);
            if (!way || (latest && way->lag < latest->lag)) continue;
            if (latest && way->lag == latest->lag) way->is_taken = false;
            latest = std::move(way);
        }
        return latest;
    }
};

some_way pass(const op& word, const latest_way& in) { return std::visit(passage{in}, word.root()); }

}  // namespace

index_t tail_of(const op& word) {
    const some_way latest = pass(word, {});
    if (!latest) return 0;
    if (latest->is_taken) return std::max<index_t>(0, ceil_of(latest->lag));
    const auto s = word.support();
    return s ? std::max<index_t>(0, ceil_of(s->last)) : 0;
}

}  // namespace noble::engine
