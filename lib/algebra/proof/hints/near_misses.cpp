// Near misses: what two different words have in common.
#include "noble/near_misses.hpp"

#include <algorithm>

#include "algebra/proof/hints/aligned.hpp"
#include "algebra/proof/hints/changed_letter.hpp"
#include "algebra/proof/hints/mapped_letters.hpp"
#include "algebra/proof/hints/near_miss_search.hpp"
#include "noble/error.hpp"
#include "noble/support.hpp"

namespace noble {
namespace {

constexpr std::size_t most_pairs = 64;

// "equal up to a reversal, a delay and a scale"
std::string up_to(const std::string& image, const alignment& by) {
    std::vector<std::string> parts;
    if (!image.empty()) parts.push_back(image);
    if (by.output != 0 && by.input != 0) {
        parts.emplace_back("delays of input and output");
    } else if (by.output != 0) {
        parts.emplace_back("a delay");
    } else if (by.input != 0) {
        parts.emplace_back("a delay of the input (a phase)");
    }
    if (by.scale != exact(1)) parts.emplace_back("a scale");
    std::string text = "equal up to ";
    for (std::size_t i = 0; i < parts.size(); ++i) {
        text += (i == 0 ? "" : i + 1 < parts.size() ? ", " : " and ") + parts[i];
    }
    return text;
}

side_text aligned_text(const side_text& image, const alignment& by) {
    return [=](const std::string& text) {
        std::string product;
        if (by.scale != exact(1)) product += to_string(scale(by.scale)) + " * ";
        if (by.output != 0) product += to_string(delay(by.output)) + " * ";
        const bool alone = product.empty() && by.input == 0;
        product += alone ? image(text) : as_factor(image(text));
        return by.input == 0 ? product : product + " * " + to_string(delay(by.input));
    };
}

std::string conjugated(const std::string& text) { return "conj(" + text + ")"; }
std::string transposed(const std::string& text) { return as_operand(text) + ".T"; }
std::string adjoint(const std::string& text) { return as_operand(text) + ".H"; }

template <class Scalar>
class image_search {
 public:
    image_search(const op& a, const op& b, near_miss_search& search)
        : a_(a),
          left_(canonical_form<Scalar>(a)),
          right_(canonical_form<Scalar>(b)),
          search_(search) {}

    // The first that holds: each includes those before it where the word is its own image.
    void run() {
        const auto backwards = mirrored(left_);
        (void)(up_to_delays("", left_, unchanged) ||
               up_to_delays("a conjugate", conj(left_), conjugated) ||
               up_to_delays("a reversal", backwards, reversed()) ||
               up_to_delays("a conjugate, a reversal", conj(backwards), reversed_conjugate()));
    }

 private:
    bool up_to_delays(const std::string& image, const canonical<Scalar>& form,
                      const side_text& text) {
        const auto by = aligned(form, right_);
        return by && search_.propose(up_to(image, *by), aligned_text(text, *by), unchanged);
    }

    // Of a convolution the mirror image is the transpose.
    [[nodiscard]] bool is_convolution() const {
        return left_.outputs() == 1 && left_.inputs() == 1;
    }
    [[nodiscard]] side_text reversed() const {
        return is_convolution() ? side_text(transposed) : replaced_by(noble::mirrored(a_));
    }
    [[nodiscard]] side_text reversed_conjugate() const {
        return is_convolution() ? side_text(adjoint) : replaced_by(conj(noble::mirrored(a_)));
    }

    const op& a_;
    canonical<Scalar> left_;
    canonical<Scalar> right_;
    near_miss_search& search_;
};

void up_to_image_and_delays(const op& a, const op& b, near_miss_search& search) {
    if (!search.means().afford(a, b)) return;
    if (a.is_numeric() && b.is_numeric()) {
        image_search<exact>(a, b, search).run();
    } else {
        image_search<polynomial>(a, b, search).run();
    }
}

bool is_zero(const op& a) { return !a.support(); }

// Nothing is learnt where both sides vanish there.
void on_even_samples(const op& a, const op& b, near_miss_search& search) {
    const auto after = [](const std::string& text) { return "down(2) * " + as_factor(text); };
    const auto before = [](const std::string& text) { return as_factor(text) + " * up(2)"; };
    if (search.means().equal(down(2) * a, down(2) * b)) {
        if (is_zero(down(2) * a)) return;
        (void)search.propose("equal on the even output samples", after, after);
    } else if (search.means().equal(a * up(2), b * up(2)) && !is_zero(a * up(2))) {
        (void)search.propose("equal on signals that live on the even samples", before, before);
    }
}

void with_fractions(const op& a, const op& b, near_miss_search& search) {
    const op left = decimals_as_fractions(a);
    const op right = decimals_as_fractions(b);
    if (same_word(left, a) && same_word(right, b)) return;
    (void)search.propose("equal if every decimal is read as n/10^k", replaced_by(left),
                         replaced_by(right));
}

// One letter changed on one side.
void with_changed_letter(const op& a, const op& b, near_miss_search& search,
                         const replacements& change, const std::string& claim) {
    for (const auto& e : changed_letters(a, change)) {
        if (e.word.rate() != b.rate() || !search.means().equal(e.word, b)) continue;
        if (search.propose(claim + e.change, replaced_by(e.word), unchanged)) return;
    }
    for (const auto& e : changed_letters(b, change)) {
        if (e.word.rate() != a.rate() || !search.means().equal(a, e.word)) continue;
        if (search.propose(claim + e.change, unchanged, replaced_by(e.word))) return;
    }
}

// ↓k·conv(q) ≠ conv(q)·↓k: one of the kernels should be dilated, or one was dilated on the wrong
// side and both should change.
void noble_identity(const op& a, const op& b, near_miss_search& search) {
    const auto change = dilations(a, b);
    std::vector<changed_letter> lefts = changed_letters(a, change);
    std::vector<changed_letter> rights = changed_letters(b, change);
    const auto attempt = [&](const op& left, const op& right, const side_text& l,
                             const side_text& r) {
        return search.means().equal(left, right) &&
               search.propose("equal as a noble identity", l, r);
    };
    for (const auto& r : rights) {
        if (attempt(a, r.word, unchanged, replaced_by(r.word))) return;
    }
    for (const auto& l : lefts) {
        if (attempt(l.word, b, replaced_by(l.word), unchanged)) return;
    }
    if (lefts.size() * rights.size() > most_pairs) return;
    for (const auto& l : lefts) {
        for (const auto& r : rights) {
            if (attempt(l.word, r.word, replaced_by(l.word), replaced_by(r.word))) return;
        }
    }
}

}  // namespace

void find_near_misses(const op& a, const op& b, near_miss_search& search) {
    if (a.rate() != b.rate()) return;
    const auto phase = [](const op& x, const op& y, near_miss_search& s) {
        with_changed_letter(x, y, s, other_phases, "equal up to a phase, with ");
    };
    using step = void (*)(const op&, const op&, near_miss_search&);
    for (const step find : {step(up_to_image_and_delays), step(noble_identity),
                            step(on_even_samples), step(with_fractions), step(phase)}) {
        try {
            find(a, b, search);
        } catch (const limit_error&) {
            continue;  // too large for a hint
        }
    }
}

std::vector<std::string> near_misses(const op& a, const op& b) {
    const vocabulary words;
    near_miss_search search({a, to_string(a)}, {b, to_string(b)}, words);
    find_near_misses(a, b, search);
    try {
        with_changed_letter(a, b, search, exchanged, "equal with ");
    } catch (const limit_error&) {
        return std::move(search).hints();
    }
    return std::move(search).hints();
}

}  // namespace noble
