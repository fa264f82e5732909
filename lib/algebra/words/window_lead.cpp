#include "algebra/words/window_lead.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <ranges>

#include "base/checked.hpp"

namespace noble::engine {
namespace {

// How much ⌈a/k⌉ exceeds a/k at most.
rational rounding(index_t k) { return ratio(mpz_class(k - 1), mpz_class(k)); }

rational pass(const op& word, const rational& in, bool is_full);

/// The ends of the intervals of design's windows (algebra/natural_window.hpp), not rounded.
struct passage {
    rational in;
    bool is_full;

    rational operator()(const node::identity& /*a*/) const { return in; }
    rational operator()(const node::scale& /*a*/) const { return in; }
    rational operator()(const node::delay& a) const { return in + rational(a.d); }
    rational operator()(const node::down& a) const {
        return (in - rational(a.p)) / rational(a.k) + rounding(a.k);
    }
    rational operator()(const node::up& a) const {
        return rational(a.k) * (in + rational(checked::floor_div(a.p, a.k)));
    }
    rational operator()(const node::conv& a) const {
        return in + rational(is_full ? a.q.last() : a.q.first());
    }
    rational operator()(const node::product& a) const {
        rational result = in;
        for (const auto& f : a.factors | std::views::reverse) result = pass(f, result, is_full);
        return result;
    }
    rational operator()(const node::sum& a) const {
        rational result = pass(a.terms.front(), in, is_full);
        for (const auto& term : a.terms | std::views::drop(1)) {
            const rational next = pass(term, in, is_full);
            if ((next > result) == is_full) result = next;
        }
        return result;
    }
};

rational pass(const op& word, const rational& in, bool is_full) {
    return std::visit(passage{in, is_full}, word.root());
}

}  // namespace

rational window_lead(const op& word, window::kind kind) {
    if (kind == window::kind::same) return rounding(word.rate().inputs);
    return pass(word, 0, kind == window::kind::full);
}

}  // namespace noble::engine
