// Words applied to sequences, letter by letter; the span follows the `full` window.
#include <algorithm>
#include <ranges>
#include <span>
#include <vector>

#include "algebra/words/natural_window.hpp"
#include "base/checked.hpp"
#include "noble/op.hpp"

namespace noble {
namespace {

struct application {
    const sequence& x;

    sequence operator()(const node::identity& /*a*/) const { return x; }
    sequence operator()(const node::delay& a) const { return x.shifted(a.d); }
    sequence operator()(const node::scale& a) const { return a.c * x; }
    sequence operator()(const node::conv& a) const { return convolve(a.q, x); }

    sequence operator()(const node::down& a) const {
        const auto span = full_interval(op(a), {x.first(), x.last() + 1});
        return rebuilt(span.begin, span.end - 1, [&](index_t m) -> std::optional<index_t> {
            const index_t moved = checked::sub(m, a.p);
            if (checked::floor_mod(moved, a.k) != 0) return {};
            return checked::floor_div(moved, a.k);
        });
    }

    // Spans kf + p … kl + p.
    sequence operator()(const node::up& a) const {
        const auto place = [&](index_t m) { return checked::add(checked::mul(a.k, m), a.p); };
        return rebuilt(place(x.first()), place(x.last()),
                       [&](index_t m) -> std::optional<index_t> { return place(m); });
    }

    sequence operator()(const node::product& a) const {
        sequence result = x;
        for (const auto& factor : a.factors | std::views::reverse) result = factor(result);
        return result;
    }

    sequence operator()(const node::sum& a) const {
        std::vector<sequence> images;
        images.reserve(a.terms.size());
        for (const auto& term : a.terms) images.push_back(term(x));
        return total(images);
    }

 private:
    // Added in pairs, so that n terms of n taps cost n log n.
    static sequence total(std::span<const sequence> terms) {
        if (terms.size() == 1) return terms.front();
        const std::size_t half = terms.size() / 2;
        return total(terms.first(half)) + total(terms.subspan(half));
    }

    // The taps of x at their new places; those without one are dropped.
    template <class Place>
    [[nodiscard]] sequence rebuilt(index_t first, index_t last, const Place& place) const {
        return std::visit(
            [&](const auto& taps) -> sequence {
                std::decay_t<decltype(taps)> moved;
                for (const auto& t : taps) {
                    if (const auto n = place(t.index)) moved.push_back({*n, t.value});
                }
                return {first, last, std::move(moved)};
            },
            x.storage());
    }
};

}  // namespace

sequence op::operator()(const sequence& x) const { return std::visit(application{x}, root()); }

}  // namespace noble
