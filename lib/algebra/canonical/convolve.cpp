// Sums and convolutions of sequences, by their forms.
#include <algorithm>
#include <array>

#include "base/checked.hpp"
#include "noble/canonical.hpp"
#include "noble/sequence.hpp"

namespace noble {
namespace {

// A sequence is the kernel of a convolution: a form of period (1, 1) with c[o] = q[−o].
template <class Scalar>
canonical<Scalar> as_form(const sequence& q) {
    auto kernel = q.taps<Scalar>();
    std::vector<periodic_tap<Scalar>> taps;
    taps.reserve(kernel.size());
    for (auto t = kernel.rbegin(); t != kernel.rend(); ++t) {
        taps.push_back({0, checked::neg(t->index), std::move(t->value)});
    }
    return {1, 1, std::move(taps)};
}

template <class Scalar>
sequence from_form(index_t first, index_t last, const canonical<Scalar>& form) {
    tap_list<Scalar> taps;
    for (const auto& t : form.taps()) taps.push_back({checked::neg(t.offset), t.value});
    std::ranges::reverse(taps);
    return {first, last, std::move(taps)};
}

template <class Scalar>
sequence sum_as(index_t first, index_t last, const sequence& a, const sequence& b) {
    const std::array forms{as_form<Scalar>(a), as_form<Scalar>(b)};
    return from_form(first, last, add<Scalar>(forms));
}

template <class Scalar>
sequence product_as(index_t first, index_t last, const sequence& a, const sequence& b) {
    return from_form(first, last, multiply(as_form<Scalar>(a), as_form<Scalar>(b)));
}

}  // namespace

sequence operator+(const sequence& a, const sequence& b) {
    const index_t first = std::min(a.first(), b.first());
    const index_t last = std::max(a.last(), b.last());
    return a.is_numeric() && b.is_numeric() ? sum_as<exact>(first, last, a, b)
                                            : sum_as<polynomial>(first, last, a, b);
}

sequence convolve(const sequence& a, const sequence& b) {
    const index_t first = checked::add(a.first(), b.first());
    const index_t last = checked::add(a.last(), b.last());
    return a.is_numeric() && b.is_numeric() ? product_as<exact>(first, last, a, b)
                                            : product_as<polynomial>(first, last, a, b);
}

}  // namespace noble
