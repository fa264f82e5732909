#include "algebra/proof/decision/decide.hpp"

#include <algorithm>

#include "algebra/canonical/integer_form.hpp"
#include "algebra/proof/decision/proof_text.hpp"
#include "base/checked.hpp"
#include "noble/canonical.hpp"

namespace noble {
namespace {

// The columns of a kernel (its responses to unit samples), read off the transposed form without
// stretching it: column m is row m mod M, its outputs shifted by L·⌊m/M⌋.
template <class Scalar>
class columns {
 public:
    explicit columns(const canonical<Scalar>& form) : form_(transpose(form)) {
        for (const auto& t : form_.taps()) {
            if (occupied_.empty() || occupied_.back() != t.row) occupied_.push_back(t.row);
        }
    }

    // The least m ≥ from whose column is not zero.
    [[nodiscard]] std::optional<index_t> next(index_t from) const {
        if (occupied_.empty()) return {};
        const index_t period = form_.outputs();
        const index_t start = from - from % period;
        const auto place = std::ranges::lower_bound(occupied_, from % period);
        if (place != occupied_.end()) return checked::add(start, *place);
        return checked::add(checked::add(start, period), occupied_.front());
    }

    [[nodiscard]] std::span<const periodic_tap<Scalar>> at(index_t m) const {
        return form_.row(m % form_.outputs());
    }
    [[nodiscard]] index_t shift(index_t m) const {
        return checked::mul(form_.inputs(), m / form_.outputs());
    }
    /// Column m at output n.
    [[nodiscard]] Scalar value(index_t m, index_t n) const {
        const auto taps = at(m);
        const index_t offset = n - shift(m);
        const auto tap = std::ranges::lower_bound(taps, offset, {}, &periodic_tap<Scalar>::offset);
        if (tap == taps.end() || tap->offset != offset) return {};
        return tap->value;
    }

 private:
    canonical<Scalar> form_;
    std::vector<index_t> occupied_;
};

// The output nearest to 0 at which columns m of a and b differ.
template <class Scalar>
std::optional<index_t> nearest_difference(const columns<Scalar>& a, const columns<Scalar>& b,
                                          index_t m) {
    std::optional<index_t> best;
    const auto consider = [&](index_t n) {
        if (!best || is_nearer(n, *best)) best = n;
    };
    const auto left = a.at(m);
    const auto right = b.at(m);
    const index_t left_shift = a.shift(m);
    const index_t right_shift = b.shift(m);
    auto x = left.begin();
    auto y = right.begin();
    while (x != left.end() || y != right.end()) {
        const bool has_x = x != left.end();
        const bool has_y = y != right.end();
        const index_t nx = has_x ? checked::add(x->offset, left_shift) : 0;
        const index_t ny = has_y ? checked::add(y->offset, right_shift) : 0;
        if (!has_y || (has_x && nx < ny)) {
            consider(nx);
            ++x;
        } else if (!has_x || ny < nx) {
            consider(ny);
            ++y;
        } else {
            if (x->value != y->value) consider(nx);
            ++x;
            ++y;
        }
    }
    return best;
}

// Two different kernels of one rate differ in a column before M_a + M_b: sequences with periods p
// and q that agree on p + q − gcd(p, q) terms are equal (Fine and Wilf, 1965).
template <class Scalar, class Shown>
witness first_difference(const canonical<Scalar>& a, const canonical<Scalar>& b,
                         const Shown& shown) {
    const columns<Scalar> left(a);
    const columns<Scalar> right(b);
    for (index_t m = 0;; ++m) {
        const auto x = left.next(m);
        const auto y = right.next(m);
        m = x && y ? std::min(*x, *y) : (x ? *x : y.value());
        if (const auto n = nearest_difference(left, right, m)) {
            return {m, *n, shown(left.value(m, *n)), shown(right.value(m, *n))};
        }
    }
}

std::optional<witness> difference_in_numbers(const op& a, const op& b) {
    const auto left = canonical_form<exact>(a);
    const auto right = canonical_form<exact>(b);
    if (left == right) return {};
    return first_difference(left, right, [](const exact& c) { return polynomial(c); });
}

std::optional<witness> difference_for_all_taps(const op& a, const op& b) {
    const numbering unknowns(a, b);
    auto left = integer_form_of(a, unknowns);
    auto right = integer_form_of(b, unknowns);
    unite_denominators(left, right);
    if (left.form == right.form) return {};
    return first_difference(left.form, right.form, [&](const numbered_polynomial& p) {
        return unknowns.unscaled(p, left.denominator);
    });
}

}  // namespace

proof decide(const op& a, const op& b) {
    proof p{verdict::refuted, a.rate(), b.rate(), {}, {}, {}};
    add_unknowns(a, p.unknowns);
    add_unknowns(b, p.unknowns);
    if (a.rate() != b.rate()) return p;
    decide_same_rate(p, a, b, difference_in_numbers, difference_for_all_taps);
    return p;
}

}  // namespace noble
