// Near misses: what two different words have in common, each claim decided by the canonical form.
#include "algebra/near_misses.hpp"

#include <array>

#include "algebra/changed_letter.hpp"
#include "algebra/mapped_letters.hpp"
#include "noble/canonical.hpp"
#include "noble/error.hpp"
#include "noble/prove.hpp"

namespace noble {
namespace {

using hint = std::optional<std::string>;

const char* const conjugate_text = "equal up to a conjugate: conj(left) == right";
const char* const mirror_text =
    "equal up to a reversal: the kernels are each other's mirror images";
const char* const decimals_text =
    "equal if every decimal is read as n/10^k: write 1/10 for 0.1, and so on";

std::string after(const op& first, const std::string& side) {
    return to_string(first) + " * " + side;
}

std::optional<index_t> integer(const rational& q) {
    if (q.get_den() != 1 || !q.get_num().fits_slong_p()) return {};
    return q.get_num().get_si();
}

// A delay moves the support: at the output by whole samples, at the input by L/M each.
hint up_to_delay(const op& a, const op& b, decider& d) {
    const auto left = a.support();
    const auto right = b.support();
    if (!left || !right) return {};
    const rational gap = right->first - left->first;
    if (const auto n = integer(gap); n && d.equal(delay(*n) * a, b)) {
        return "equal up to a delay: " + after(delay(*n), "left") + " == right";
    }
    const rational per_sample = ratio(mpz_class(a.rate().outputs), mpz_class(a.rate().inputs));
    if (const auto n = integer(gap / per_sample); n && d.equal(a * delay(*n), b)) {
        return "equal up to a delay of the input (a phase): left * " + to_string(delay(*n)) +
               " == right";
    }
    return {};
}

polynomial first_tap(const op& a) {
    return std::visit(
        [](const auto& form) {
            return form.is_zero() ? polynomial() : polynomial(form.taps().front().value);
        },
        canonical_form(a));
}

// b = c·a for the c that the first taps suggest.
hint up_to_scale(const op& a, const op& b, decider& d) {
    const polynomial left = first_tap(a);
    const polynomial right = first_tap(b);
    if (left.is_zero() || right.is_zero()) return {};
    const auto& x = *left.terms().begin();
    const auto& y = *right.terms().begin();
    if (x.first != y.first) return {};
    // y/x = y·conj(x)/|x|²
    const rational size = x.second.re() * x.second.re() + x.second.im() * x.second.im();
    const exact c = y.second * conj(x.second) * exact(rational(1 / size));
    if (!d.equal(c * a, b)) return {};
    return "equal up to a scale: " + after(scale(c), "left") + " == right";
}

hint up_to_conjugate(const op& a, const op& b, decider& d) {
    if (!d.equal(conj(a), b)) return {};
    return conjugate_text;
}

hint up_to_reversal(const op& a, const op& b, decider& d) {
    if (!d.equal(mirrored(a), b)) return {};
    return mirror_text;
}

hint on_even_samples(const op& a, const op& b, decider& d) {
    if (d.equal(down(2) * a, down(2) * b)) {
        return "equal on the even output samples: down(2) * left == down(2) * right";
    }
    if (d.equal(a * up(2), b * up(2))) {
        return "equal on signals that live on the even samples: left * up(2) == right * up(2)";
    }
    return {};
}

hint with_fractions(const op& a, const op& b, decider& d) {
    if (!d.equal(decimals_as_fractions(a), decimals_as_fractions(b))) return {};
    return decimals_text;
}

hint up_for_down(const op& a, const op& b, decider& d) {
    for (const auto& e : changed_letters(a, exchanged)) {
        if (d.equal(e.word, b)) {
            return "equal with " + e.what + " on the left: are up and down exchanged?";
        }
    }
    for (const auto& e : changed_letters(b, exchanged)) {
        if (d.equal(a, e.word)) {
            return "equal with " + e.what + " on the right: are up and down exchanged?";
        }
    }
    return {};
}

hint up_to_phase(const op& a, const op& b, decider& d) {
    for (const auto& e : changed_letters(a, other_phases)) {
        if (d.equal(e.word, b)) return "equal up to a phase: with " + e.what + " on the left";
    }
    for (const auto& e : changed_letters(b, other_phases)) {
        if (d.equal(a, e.word)) return "equal up to a phase: with " + e.what + " on the right";
    }
    return {};
}

op2d on_both_axes(const op2d& a, op (*f)(const op&)) {
    std::vector<op2d::term> terms;
    for (const auto& t : a.terms()) terms.push_back({f(t.rows), f(t.cols)});
    return op2d(std::move(terms));
}

using test = hint (*)(const op&, const op&, decider&);

// A hint is a courtesy: what cannot be decided is not claimed.
void attempt(test t, const op& a, const op& b, decider& d, std::vector<std::string>& hints) {
    try {
        if (auto text = t(a, b, d)) hints.push_back(std::move(*text));
    } catch (const limit_error&) {
        return;
    }
}

}  // namespace

decider::decider(const op& a, const op& b) {
    // A product of polynomials takes many times as long as one of numbers.
    const bool numeric = a.is_numeric() && b.is_numeric();
    auto proof = cost_of(a);
    proof += cost_of(b);
    budget_ = (numeric ? 10 : 3) * proof.products + (numeric ? 2e5 : 1e4);
}

bool decider::equal(const op& a, const op& b) {
    if (a.rate() != b.rate()) return false;
    auto cost = cost_of(a);
    cost += cost_of(b);
    if (cost.products > budget_ || cost.bytes > static_cast<double>(memory_limit())) return false;
    budget_ -= cost.products + static_cast<double>(a.size() + b.size());
    return a == b;
}

std::vector<std::string> similarities(const op& a, const op& b) {
    constexpr std::array<test, 7> tests{up_to_delay,    up_to_scale,     up_to_conjugate,
                                        up_to_reversal, on_even_samples, with_fractions,
                                        up_to_phase};
    std::vector<std::string> hints;
    if (a.rate() != b.rate()) return hints;
    decider d(a, b);
    for (const auto& t : tests) attempt(t, a, b, d, hints);
    return hints;
}

std::vector<std::string> near_misses(const op& a, const op& b) {
    auto hints = similarities(a, b);
    decider d(a, b);
    attempt(up_for_down, a, b, d, hints);
    return hints;
}

std::vector<std::string> near_misses(const op2d& a, const op2d& b) {
    struct candidate {
        std::string text;
        op2d left;
        op2d right;
    };
    std::vector<std::string> hints;
    try {
        for (const auto& c : {candidate{conjugate_text, conj(a), b},
                              candidate{mirror_text, on_both_axes(a, mirrored), b},
                              candidate{decimals_text, on_both_axes(a, decimals_as_fractions),
                                        on_both_axes(b, decimals_as_fractions)}}) {
            if (decide(c.left, c.right).holds()) hints.push_back(c.text);
        }
    } catch (const limit_error&) {
        return hints;
    }
    return hints;
}

}  // namespace noble
