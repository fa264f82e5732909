#include "algebra/words/natural_window.hpp"

#include <algorithm>
#include <ranges>

#include "base/checked.hpp"

namespace noble {
namespace {

using checked::add;
using checked::ceil_div;
using checked::floor_div;
using checked::mul;
using checked::sub;

enum class rule : std::uint8_t { full, valid };

interval pass(const op& word, interval in, rule r);

interval shifted(interval in, index_t d) { return {add(in.begin, d), add(in.end, d)}; }

struct passage {
    interval in;
    rule r = rule::full;

    interval operator()(const node::identity& /*a*/) const { return in; }
    interval operator()(const node::scale& /*a*/) const { return in; }
    interval operator()(const node::delay& a) const { return shifted(in, a.d); }

    // [⌈(a−p)/k⌉, ⌈(b−p)/k⌉)
    interval operator()(const node::down& a) const {
        return {ceil_div(sub(in.begin, a.p), a.k), ceil_div(sub(in.end, a.p), a.k)};
    }

    // [k(a+⌊p/k⌋), k(b+⌊p/k⌋))
    interval operator()(const node::up& a) const {
        const auto moved = shifted(in, floor_div(a.p, a.k));
        return {mul(a.k, moved.begin), mul(a.k, moved.end)};
    }

    // full [a+f, b+l), valid [a+l, b+f)
    interval operator()(const node::conv& a) const {
        const index_t f = a.q.first();
        const index_t l = a.q.last();
        return r == rule::full ? interval{add(in.begin, f), add(in.end, l)}
                               : interval{add(in.begin, l), add(in.end, f)};
    }

    interval operator()(const node::product& a) const {
        interval result = in;
        for (const auto& factor : a.factors | std::views::reverse) result = pass(factor, result, r);
        return result;
    }

    // The hull (full) or the intersection (valid) of the terms.
    interval operator()(const node::sum& a) const {
        interval result = pass(a.terms.front(), in, r);
        for (const auto& term : a.terms | std::views::drop(1)) {
            const interval next = pass(term, in, r);
            const bool hull = r == rule::full;
            result.begin =
                hull ? std::min(result.begin, next.begin) : std::max(result.begin, next.begin);
            result.end = hull ? std::max(result.end, next.end) : std::min(result.end, next.end);
        }
        return result;
    }
};

interval pass(const op& word, interval in, rule r) {
    return std::visit(passage{in, r}, word.root());
}

}  // namespace

interval full_interval(const op& word, interval in) { return pass(word, in, rule::full); }

interval valid_interval(const op& word, interval in) { return pass(word, in, rule::valid); }

}  // namespace noble
