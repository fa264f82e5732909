// The canonical form of each letter, and of products and sums of words.
#include <functional>

#include "algebra/canonical/factor_order.hpp"
#include "algebra/canonical/integer_form.hpp"
#include "base/checked.hpp"
#include "noble/canonical.hpp"

namespace noble {
namespace {

using form = canonical<exact>;

form single(index_t outputs, index_t inputs, index_t row, index_t offset, const exact& value) {
    return {outputs, inputs, {{row, offset, value}}};
}

struct form_of {
    form operator()(const node::identity& /*a*/) const { return single(1, 1, 0, 0, 1); }
    form operator()(const node::delay& a) const { return single(1, 1, 0, -a.d, 1); }
    form operator()(const node::scale& a) const { return single(1, 1, 0, 0, a.c); }
    form operator()(const node::down& a) const { return single(1, a.k, 0, a.p, 1); }
    // y[kn + p] = x[n]; with p = k·w + r this is row r, reading x[j − w].
    form operator()(const node::up& a) const {
        const index_t w = checked::floor_div(a.p, a.k);
        return single(a.k, 1, a.p - w * a.k, -w, 1);
    }
    form operator()(const node::conv& a) const {
        if (!a.q.is_numeric()) (void)a.q.taps<exact>();  // throws, and says which tap is unknown
        const auto& kernel = std::get<tap_list<exact>>(a.q.storage());
        std::vector<periodic_tap<exact>> taps;
        taps.reserve(kernel.size());
        for (auto t = kernel.rbegin(); t != kernel.rend(); ++t) {
            taps.push_back({0, -t->index, t->value});
        }
        return {1, 1, std::move(taps)};
    }
    form operator()(const node::product& a) const {
        return form_of_factors<form>(
            a.factors, of, [](const form& x, const form& y) { return reduce(multiply(x, y)); });
    }
    form operator()(const node::sum& a) const {
        std::vector<form> forms;
        forms.reserve(a.terms.size());
        for (const auto& term : a.terms) forms.push_back(of(term));
        return reduce(add<exact>(forms));
    }

    static form of(const op& a) { return std::visit(form_of{}, a.root()); }
};

template <class Scalar>
std::size_t hash_of(const canonical<Scalar>& a) {
    std::size_t h = std::hash<index_t>()(a.outputs()) * 31 + std::hash<index_t>()(a.inputs());
    for (const auto& t : a.taps()) {
        h = h * 31 + std::hash<index_t>()(t.row);
        h = h * 31 + std::hash<index_t>()(t.offset);
        h = h * 31 + hash_value(t.value);
    }
    return h;
}

}  // namespace

template <>
canonical<exact> canonical_form(const op& a) {
    return form_of::of(a);
}

template <>
canonical<polynomial> canonical_form(const op& a) {
    const numbering unknowns(a, a);
    const auto fraction = integer_form_of(a, unknowns);
    std::vector<periodic_tap<polynomial>> taps;
    taps.reserve(fraction.form.taps().size());
    for (const auto& t : fraction.form.taps()) {
        taps.push_back({t.row, t.offset, unknowns.unscaled(t.value, fraction.denominator)});
    }
    return {fraction.outputs(), fraction.inputs(), std::move(taps)};
}

std::variant<canonical<exact>, canonical<polynomial>> canonical_form(const op& a) {
    if (a.is_numeric()) return canonical_form<exact>(a);
    return canonical_form<polynomial>(a);
}

bool operator==(const op& a, const op& b) {
    if (a.rate() != b.rate()) return false;
    if (same_word(a, b)) return true;
    if (a.is_numeric() && b.is_numeric())
        return canonical_form<exact>(a) == canonical_form<exact>(b);
    const numbering unknowns(a, b);
    auto left = integer_form_of(a, unknowns);
    auto right = integer_form_of(b, unknowns);
    unite_denominators(left, right);
    return left.form == right.form;
}

std::size_t hash_value(const op& a) {
    // Unknown taps may cancel, so hash what equality compares: polynomials.
    if (!a.is_numeric()) return hash_of(canonical_form<polynomial>(a));
    return hash_of(canonical_form<exact>(a));
}

}  // namespace noble
