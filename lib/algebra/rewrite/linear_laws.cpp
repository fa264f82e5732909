// Scales, the identity, and sums as factors.
#include "algebra/rewrite/rules.hpp"

namespace noble::rewriting {
namespace {

maybe scale_scale(const node::scale& a, const node::scale& b) { return scale(a.c * b.c); }
maybe scale_conv(const node::scale& c, const node::conv& a) { return conv(c.c * a.q); }
maybe conv_scale(const node::conv& a, const node::scale& c) { return conv(c.c * a.q); }
maybe scale_delay(const node::scale& c, const node::delay& d) {
    return conv(sequence(d.d, d.d, tap_list<exact>{{d.d, c.c}}));
}
maybe delay_scale(const node::delay& d, const node::scale& c) { return scale_delay(c, d); }

bool is_identity(const op& a) { return std::holds_alternative<node::identity>(a.root()); }
bool is_scale(const op& a) { return std::holds_alternative<node::scale>(a.root()); }

maybe drop_identity(std::span<const op> pair) {
    if (is_identity(pair[0])) return pair[1];
    return is_identity(pair[1]) ? maybe(pair[0]) : maybe{};
}

maybe scale_first(std::span<const op> pair) {
    if (is_scale(pair[0]) || !is_scale(pair[1])) return {};
    return pair[1] * pair[0];
}

// A·(B + C) = A·B + A·C, the ring's law for linear operators.
maybe spread_left(std::span<const op> pair) {
    const auto* s = std::get_if<node::sum>(&pair[1].root());
    if (s == nullptr) return {};
    std::vector<op> terms;
    for (const auto& term : s->terms) terms.push_back(pair[0] * term);
    return sum_of(terms);
}

maybe spread_right(std::span<const op> pair) {
    const auto* s = std::get_if<node::sum>(&pair[0].root());
    if (s == nullptr) return {};
    std::vector<op> terms;
    for (const auto& term : s->terms) terms.push_back(term * pair[1]);
    return sum_of(terms);
}

}  // namespace

std::vector<product_law> linear_laws() {
    return {
        {"identity", 2, drop_identity},    law("scale-scale", &scale_scale),
        law("scale-conv", &scale_conv),    law("scale-conv", &conv_scale),
        law("scale-delay", &scale_delay),  law("scale-delay", &delay_scale),
        {"scale-commute", 2, scale_first}, {"distributive", 2, spread_left},
        {"distributive", 2, spread_right},
    };
}

}  // namespace noble::rewriting
