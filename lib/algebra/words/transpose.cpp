// Transpose and conjugate of words, pushed to the letters.
#include <algorithm>

#include "algebra/words/letters.hpp"
#include "noble/op.hpp"

namespace noble {
namespace {

std::vector<op> mapped(const std::vector<op>& parts, op (*f)(const op&)) {
    std::vector<op> images;
    images.reserve(parts.size());
    std::ranges::transform(parts, std::back_inserter(images), f);
    return images;
}

op transposed(const op& a) { return a.T(); }

op transpose(const node::identity& /*a*/) { return identity(); }
op transpose(const node::delay& a) { return delay(-a.d); }
op transpose(const node::scale& a) { return scale(a.c); }
op transpose(const node::down& a) { return up(a.k, a.p); }
op transpose(const node::up& a) { return down(a.k, a.p); }
op transpose(const node::conv& a) { return conv(a.q.reversed()); }
op transpose(const node::sum& a) { return sum_of(mapped(a.terms, transposed)); }

// (A₁A₂…)ᵀ = …A₂ᵀA₁ᵀ
op transpose(const node::product& a) {
    auto factors = mapped(a.factors, transposed);
    std::ranges::reverse(factors);
    return product_of(factors);
}

struct conjugate {
    op operator()(const node::scale& a) const { return scale(conj(a.c)); }
    op operator()(const node::conv& a) const { return conv(conj(a.q)); }
    template <class RealLetter>
    op operator()(const RealLetter& a) const {
        return op(a);
    }
};

}  // namespace

op op::T() const {
    return std::visit([](const auto& a) { return transpose(a); }, root());
}

op op::H() const { return conj(*this).T(); }

op conj(const op& a) { return with_letters(a, conjugate{}); }

}  // namespace noble
