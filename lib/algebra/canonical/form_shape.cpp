#include "algebra/canonical/form_shape.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "algebra/canonical/factor_order.hpp"
#include "base/checked.hpp"

namespace noble {
namespace {

bool has_imaginary_parts(const exact& c) { return !c.is_real(); }

bool has_imaginary_parts(const polynomial& p) {
    return std::ranges::any_of(p.terms(), [](const auto& term) { return !term.second.is_real(); });
}

struct shaper {
    form_shape operator()(const node::identity& /*a*/) const { return {}; }
    form_shape operator()(const node::delay& a) const { return shape_of_resampler(1, 1, -a.d); }
    form_shape operator()(const node::scale& a) const {
        form_shape shape;
        shape.parts = a.c.is_real() ? 1 : 2;
        return shape;
    }
    form_shape operator()(const node::down& a) const { return shape_of_resampler(1, a.k, a.p); }
    form_shape operator()(const node::up& a) const {
        return shape_of_resampler(a.k, 1, -checked::floor_div(a.p, a.k));
    }
    form_shape operator()(const node::conv& a) const { return shape_of(a.q); }
    form_shape operator()(const node::product& a) const {
        return form_of_factors<form_shape>(
            a.factors, [](const op& factor) { return shape_of(factor); }, shape_of_product);
    }
    form_shape operator()(const node::sum& a) const {
        std::vector<form_shape> parts;
        parts.reserve(a.terms.size());
        for (const auto& term : a.terms) parts.push_back(shape_of(term));
        return shape_of_sum(parts);
    }
};

}  // namespace

form_shape shape_of(const op& word) { return std::visit(shaper{}, word.root()); }

form_shape shape_of(const sequence& q) {
    form_shape shape;
    shape.taps = static_cast<double>(q.count());
    shape.span = static_cast<double>(q.length());
    shape.low = -static_cast<double>(q.last());
    shape.high = -static_cast<double>(q.first());
    const bool is_complex = std::visit(
        [](const auto& taps) {
            return std::ranges::any_of(taps,
                                       [](const auto& t) { return has_imaginary_parts(t.value); });
        },
        q.storage());
    shape.parts = is_complex ? 2 : 1;
    return shape;
}

form_shape shape_of_resampler(index_t outputs, index_t inputs, index_t offset) {
    form_shape shape{outputs, inputs};
    shape.low = shape.high = static_cast<double>(offset);
    return shape;
}

double meetings(const form_shape& a, const form_shape& b) {
    return a.taps * b.taps / static_cast<double>(std::gcd(a.inputs(), b.outputs()));
}

// Each tap of a meets α of b's L rows; taps of a row that fall together add up.
form_shape shape_of_product(const form_shape& a, const form_shape& b) {
    const index_t common = std::gcd(a.inputs(), b.outputs());
    const index_t alpha = b.outputs() / common;
    const index_t beta = a.inputs() / common;
    form_shape c{checked::mul(alpha, a.outputs()), checked::mul(beta, b.inputs())};
    const auto rows = static_cast<double>(b.outputs());
    const auto step = static_cast<double>(b.inputs());
    const double far = a.high + static_cast<double>(alpha - 1) * static_cast<double>(a.inputs());
    c.span = step * std::ceil((a.span - 1) / rows) + b.span;
    c.low = step * std::floor(a.low / rows) + b.low;
    c.high = step * std::floor(far / rows) + b.high;
    c.taps = std::min(meetings(a, b), static_cast<double>(c.outputs()) * c.span);
    c.parts = std::max(a.parts, b.parts);
    return c;
}

// Each part is stretched to the common period, and all taps are put together.
form_shape shape_of_sum(const std::vector<form_shape>& parts) {
    form_shape c = parts.front();
    for (const auto& a : parts) c.period_out = checked::lcm(c.outputs(), a.outputs());
    c.period_in = checked::mul(c.outputs() / parts.front().outputs(), parts.front().inputs());
    c.taps = 0;
    for (const auto& a : parts) {
        const index_t periods = c.outputs() / a.outputs();
        const auto times = static_cast<double>(periods);
        c.taps += times * a.taps;
        c.low = std::min(c.low, a.low);
        c.high = std::max(c.high, a.high + (times - 1) * static_cast<double>(a.inputs()));
        c.parts = std::max(c.parts, a.parts);
    }
    c.span = c.high - c.low + 1;
    return c;
}

}  // namespace noble
