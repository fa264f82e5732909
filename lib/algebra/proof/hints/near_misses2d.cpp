// Near misses of words on two axes: delays and scales of one separable term along each axis.
#include <array>

#include "algebra/proof/hints/aligned.hpp"
#include "algebra/proof/hints/mapped_letters.hpp"
#include "algebra/proof/hints/near_miss_search.hpp"
#include "noble/error.hpp"
#include "noble/near_misses.hpp"

namespace noble {
namespace {

op2d on_both_axes(const op2d& a, op (*f)(const op&)) {
    std::vector<op2d::term> terms;
    for (const auto& t : a.terms()) terms.push_back({f(t.rows), f(t.cols)});
    return op2d(std::move(terms));
}

std::optional<alignment> aligned(const op& a, const op& b) {
    if (a.is_numeric() && b.is_numeric()) {
        return noble::aligned(canonical_form<exact>(a), canonical_form<exact>(b));
    }
    return noble::aligned(canonical_form<polynomial>(a), canonical_form<polynomial>(b));
}

// kron(delay(1), id) * …; nothing where neither axis is delayed.
std::string delays(index_t rows, index_t cols) {
    if (rows == 0 && cols == 0) return "";
    const auto letter = [](index_t d) { return d == 0 ? "id" : to_string(delay(d)); };
    return "kron(" + letter(rows) + ", " + letter(cols) + ")";
}

void up_to_delays(const op2d& a, const op2d& b, near_miss_search& search) {
    if (a.terms().size() != 1 || b.terms().size() != 1 || !search.means().afford(a, b)) return;
    const auto rows = aligned(a.terms().front().rows, b.terms().front().rows);
    const auto cols = aligned(a.terms().front().cols, b.terms().front().cols);
    if (!rows || !cols) return;
    const exact c = rows->scale * cols->scale;
    const std::string after = delays(rows->output, cols->output);
    const std::string before = delays(rows->input, cols->input);
    const std::string gap = after.empty() && before.empty() ? "a scale"
                            : c == exact(1)                 ? "delays along the axes"
                                                            : "delays along the axes and a scale";
    const auto left = [=](const std::string& text) {
        return (c == exact(1) ? "" : to_string(scale(c)) + " * ") +
               (after.empty() ? "" : after + " * ") + as_factor(text) +
               (before.empty() ? "" : " * " + before);
    };
    (void)search.propose("equal up to " + gap, left, unchanged);
}

}  // namespace

void find_near_misses(const op2d& a, const op2d& b, near_miss_search& search) {
    try {
        up_to_delays(a, b, search);
        (void)search.propose(
            "equal up to a conjugate", [](const std::string& text) { return "conj(" + text + ")"; },
            unchanged);
        (void)search.propose("equal up to a reversal", replaced_by(on_both_axes(a, mirrored)),
                             unchanged);
        const op2d left = on_both_axes(a, decimals_as_fractions);
        const op2d right = on_both_axes(b, decimals_as_fractions);
        if (same_word(left, a) && same_word(right, b)) return;
        (void)search.propose("equal if every decimal is read as n/10^k", replaced_by(left),
                             replaced_by(right));
    } catch (const limit_error&) {
        return;  // too large for a hint
    }
}

std::vector<std::string> near_misses(const op2d& a, const op2d& b) {
    const vocabulary words;
    near_miss_search search({a, to_string(a)}, {b, to_string(b)}, words);
    find_near_misses(a, b, search);
    return std::move(search).hints();
}

}  // namespace noble
