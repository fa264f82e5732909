#include "algebra/words/natural_window.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <ranges>

#include "base/checked.hpp"

namespace noble {
namespace {

// A begin of `full` passes as an end of `valid` does: by the first tap, to the least of the terms
// of a sum. The other two pass by the last tap, to the greatest.
enum class passes : std::uint8_t { first, last };

// An index as it is, or a bound for all indices, not rounded: how far ⌈a/k⌉ may exceed a/k.
index_t plus(index_t a, index_t b) { return checked::add(a, b); }
rational plus(const rational& a, index_t b) { return a + rational(b); }
index_t minus(index_t a, index_t b) { return checked::sub(a, b); }
rational minus(const rational& a, index_t b) { return a - rational(b); }
index_t times(index_t k, index_t a) { return checked::mul(k, a); }
rational times(index_t k, const rational& a) { return rational(k) * a; }
rational rounding(index_t k) { return ratio(mpz_class(k - 1), mpz_class(k)); }
index_t ceil_div(index_t a, index_t k) { return checked::ceil_div(a, k); }
rational ceil_div(const rational& a, index_t k) { return a / rational(k) + rounding(k); }

// A bound from below: ⌈a/k⌉ is a/k or more.
struct least {
    rational index;
    friend bool operator>(const least& a, const least& b) { return a.index > b.index; }
};
least plus(const least& a, index_t b) { return {a.index + rational(b)}; }
least minus(const least& a, index_t b) { return {a.index - rational(b)}; }
least times(index_t k, const least& a) { return {rational(k) * a.index}; }
least ceil_div(const least& a, index_t k) { return {a.index / rational(k)}; }

template <class Index>
Index pass(const op& word, const Index& end, passes by);

// One end of an interval.
template <class Index>
struct passage {
    Index end;
    passes by;

    Index operator()(const node::identity& /*a*/) const { return end; }
    Index operator()(const node::scale& /*a*/) const { return end; }
    Index operator()(const node::delay& a) const { return plus(end, a.d); }
    // ⌈(a−p)/k⌉
    Index operator()(const node::down& a) const { return ceil_div(minus(end, a.p), a.k); }
    // k(a+⌊p/k⌋)
    Index operator()(const node::up& a) const {
        return times(a.k, plus(end, checked::floor_div(a.p, a.k)));
    }
    // full [a+f, b+l), valid [a+l, b+f)
    Index operator()(const node::conv& a) const {
        return plus(end, by == passes::last ? a.q.last() : a.q.first());
    }
    Index operator()(const node::product& a) const {
        Index result = end;
        for (const auto& f : a.factors | std::views::reverse) result = pass(f, result, by);
        return result;
    }
    // The hull (full) or the intersection (valid) of the terms.
    Index operator()(const node::sum& a) const {
        Index result = pass(a.terms.front(), end, by);
        for (const auto& term : a.terms | std::views::drop(1)) {
            const Index next = pass(term, end, by);
            if ((next > result) == (by == passes::last)) result = next;
        }
        return result;
    }
};

template <class Index>
Index pass(const op& word, const Index& end, passes by) {
    return std::visit(passage<Index>{end, by}, word.root());
}

passes end_of(window::kind kind) {
    return kind == window::kind::full ? passes::last : passes::first;
}

}  // namespace

interval full_interval(const op& word, interval in) {
    return {pass(word, in.begin, passes::first), pass(word, in.end, passes::last)};
}

interval valid_interval(const op& word, interval in) {
    return {pass(word, in.begin, passes::last), pass(word, in.end, passes::first)};
}

rational window_lead(const op& word, window::kind kind) {
    if (kind == window::kind::same) return rounding(word.rate().inputs);
    return pass(word, rational(0), end_of(kind));
}

rational window_lag(const op& word, window::kind kind) {
    if (kind == window::kind::same) return 0;
    return -pass(word, least{0}, end_of(kind)).index;
}

}  // namespace noble
