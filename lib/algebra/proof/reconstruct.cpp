#include "noble/reconstruct.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "algebra/proof/hints/mapped_letters.hpp"
#include "algebra/proof/proof_cost.hpp"
#include "algebra/proof/proof_text.hpp"
#include "base/checked.hpp"
#include "noble/canonical.hpp"
#include "noble/error.hpp"
#include "noble/explain.hpp"

namespace noble {
namespace {

using kernels = std::vector<sequence>;

// g_r[t] = c_r[r − t]: the input n − t of output n ≡ r.
kernels kernels_of(const canonical<polynomial>& form) {
    require_memory(form.outputs(), sizeof(sequence) + sizeof(tap_list<polynomial>),
                   "the kernels of a filter bank, one for each phase");
    std::vector<tap_list<polynomial>> taps(static_cast<std::size_t>(form.outputs()));
    for (const auto& t : form.taps()) {
        taps[static_cast<std::size_t>(t.row)].push_back({checked::sub(t.row, t.offset), t.value});
    }
    kernels result;
    for (auto& list : taps) {
        std::ranges::reverse(list);
        const index_t first = list.empty() ? 0 : list.front().index;
        const index_t last = list.empty() ? 0 : list.back().index;
        result.emplace_back(first, last, std::move(list));
    }
    return result;
}

sequence trimmed(const sequence& q) {
    auto taps = q.taps<polynomial>();
    if (taps.empty()) return {};
    const index_t first = taps.front().index;
    const index_t last = taps.back().index;
    return {first, last, std::move(taps)};
}

int moebius(index_t n) {
    int sign = 1;
    for (index_t p = 2; p <= n; ++p) {
        if (n % p != 0) continue;
        n /= p;
        if (n % p == 0) return 0;
        sign = -sign;
    }
    return sign;
}

// Ramanujan's sum Σ e^(2πi·jr/d) over the j prime to d: Σ μ(d/g)·g over the g that divide d and r.
index_t ramanujan_sum(index_t d, index_t r) {
    index_t sum = 0;
    for (index_t g = 1; g <= d; ++g) {
        if (d % g == 0 && r % g == 0) sum += moebius(d / g) * g;
    }
    return sum;
}

// The part of g at the frequencies of denominator d: Σₛ c_d(r − s)·g_s / M, of period d in r.
kernels component(const kernels& g, index_t d) {
    const auto M = static_cast<index_t>(g.size());
    std::vector<index_t> weights;
    for (index_t r = 0; r < d; ++r) weights.push_back(ramanujan_sum(d, r));
    kernels parts;
    for (index_t r = 0; r < d; ++r) {
        std::vector<op> terms;
        for (index_t s = 0; s < M; ++s) {
            const index_t c = weights[static_cast<std::size_t>(checked::floor_mod(r - s, d))];
            terms.push_back(
                conv(exact(rational(c) / rational(M)) * g[static_cast<std::size_t>(s)]));
        }
        parts.push_back(trimmed(sum_of(terms)(sequence{1})));
    }
    return parts;
}

std::vector<alias_term> aliases_of(const kernels& g) {
    const auto M = static_cast<index_t>(g.size());
    std::vector<alias_term> found;
    for (index_t d = 2; d <= M; ++d) {
        if (M % d != 0) continue;
        alias_term term{d, component(g, d)};
        const auto is_zero = [](const sequence& q) { return q.count() == 0; };
        if (!std::ranges::all_of(term.kernels, is_zero)) found.push_back(std::move(term));
    }
    return found;
}

// |re| + |im|: the magnitude of a real number, a bound on that of a complex one.
rational size_of(const exact& a) { return abs(a.re()) + abs(a.im()); }

rational total_size(const sequence& q) {
    rational sum = 0;
    for (const auto& t : q.taps<exact>()) sum += size_of(t.value);
    return sum;
}

std::optional<nearest_delay_and_scale> nearest_of(const kernels& g, const sequence& distortion) {
    const auto numeric = [](const sequence& q) { return q.is_numeric(); };
    if (!std::ranges::all_of(g, numeric) || distortion.count() == 0) return {};
    const auto taps = distortion.taps<exact>();
    const auto greatest =
        std::ranges::max_element(taps, {}, [](const tap<exact>& t) { return size_of(t.value); });
    nearest_delay_and_scale found{greatest->index, greatest->value, 0, 0};
    found.distortion_error = total_size(distortion) - size_of(greatest->value);
    for (const auto& kernel : g) {
        const rational size = total_size(kernel + exact(-1) * distortion);
        found.alias_error = std::max(found.alias_error, size);
    }
    return found;
}

bank with_fractions(const bank& a) {
    std::vector<op> words;
    for (const auto& word : a.words()) words.push_back(decimals_as_fractions(word));
    return {a.outputs(), a.inputs(), std::move(words)};
}

std::vector<std::string> hints_for(const bank& analysis, const bank& synthesis) {
    const bank column = with_fractions(analysis);
    const bank row = with_fractions(synthesis);
    if (same_word(column, analysis) && same_word(row, synthesis)) return {};
    if (!reconstruct(column, row).perfect) return {};
    return {"perfect reconstruction if every decimal is read as n/10^k: noble bank '" +
            to_string(column) + "' '" + to_string(row) + "'"};
}

op product_of_banks(const bank& analysis, const bank& synthesis) {
    if (analysis.inputs() != 1 || synthesis.outputs() != 1 ||
        analysis.outputs() != synthesis.inputs()) {
        throw shape_error("reconstruction takes a column and a row of as many words; these are " +
                          std::to_string(analysis.outputs()) + " x " +
                          std::to_string(analysis.inputs()) + " and " +
                          std::to_string(synthesis.outputs()) + " x " +
                          std::to_string(synthesis.inputs()));
    }
    op total = (synthesis * analysis).at(0, 0);
    if (total.rate() != rate{}) {
        throw rate_error("the bank has rate " + to_string(total.rate()) +
                         "; only rate 1 can reconstruct");
    }
    return total;
}

std::string line(const alias_term& term) {
    if (const auto a = term.of_minus_z()) {
        return "  at -z: y[n] = sum of a[t] * (-1)^(n-t) * x[n-t], a = " + to_string(*a) + "\n";
    }
    std::string text = "  at the frequencies j/" + std::to_string(term.denominator) +
                       ", j prime to " + std::to_string(term.denominator) + ", added up:\n";
    for (std::size_t r = 0; r < term.kernels.size(); ++r) {
        text += "    outputs " + std::to_string(term.denominator) + "n" +
                (r == 0 ? "" : " + " + std::to_string(r)) + ": " +
                to_string(simplify(conv(term.kernels[r]))) + "\n";
    }
    return text;
}

// For filters H_k, ↓M, ↑M, F_k; see the header.
constexpr const char* definition =
    "  (A_l(z) * X(z * W^-l), l = 1 ... M-1, with A_l(z) = 1/M * sum over k of F_k(z) * H_k(z * "
    "W^-l)\n   and W = exp(2 pi i/M), lies at the frequency l/M; column: down(M) * H_k, row: F_k * "
    "up(M))\n";

std::string aliases_text(const std::vector<alias_term>& aliases) {
    std::string text = "alias terms that remain:\n";
    for (const auto& term : aliases) text += line(term);
    return text + definition;
}

// Of a long fraction the decimal too; 1 + 7.1e-17 where it is near an integer other than 0.
std::string with_decimal(const rational& q) {
    std::string text = to_string(q);
    constexpr std::size_t readable = 12;
    if (text.size() <= readable || text.find('/') == std::string::npos) return text;
    const double whole = std::round(nearest<double>(q));
    const rational rest = q - rational(whole);
    if (whole == 0 || abs(rest) > rational(1, 1000)) return text + ", about " + about(q);
    return text + ", about " + about(rational(whole)) + (sgn(rest) < 0 ? " - " : " + ") +
           about(abs(rest));
}

std::string with_decimal(const exact& c) {
    return c.is_real() ? with_decimal(c.re()) : to_string(c);
}

std::string nearest_text(const nearest_delay_and_scale& a) {
    return "nearest: delay " + std::to_string(a.delay) + ", scale " + with_decimal(a.scale) +
           "\n  for |x[n]| <= 1 the rest of the distortion is at most " +
           with_decimal(a.distortion_error) + "\n  and the alias terms together are at most " +
           with_decimal(a.alias_error) + "\n";
}

// `2 * delay(1)`; with unknown taps the word of one tap.
std::string as_scaled_delay(const reconstruction& r) {
    const auto& [d, c] = *r.perfect;
    if (!c.is_number() || c == polynomial(1)) return to_string(r.total);
    return to_string(d == 0 ? scale(c.number()) : c.number() * delay(d));
}

std::string perfect_text(const reconstruction& r) {
    const auto& [d, c] = *r.perfect;
    return "perfect reconstruction: row * column == " + as_scaled_delay(r) + "\n  delay " +
           std::to_string(d) + ", scale " +
           (c.is_number() ? with_decimal(c.number()) : to_string(c)) +
           (c.is_number() ? "" : " (for all taps where that is not 0)") + "\n";
}

}  // namespace

op alias_term::word() const {
    std::vector<op> terms;
    for (index_t r = 0; r < denominator; ++r) {
        const auto& q = kernels[static_cast<std::size_t>(r)];
        if (q.count() != 0) terms.push_back(up(denominator, r) * down(denominator, r) * conv(q));
    }
    return terms.empty() ? scale(0) : sum_of(terms);
}

// At even n the kernel is k₀ and at odd n −k₀: (−1)ⁿ·k₀[t] = (−1)^(n−t)·(−1)ᵗ·k₀[t].
std::optional<sequence> alias_term::of_minus_z() const {
    if (denominator != 2) return {};
    auto taps = kernels[0].taps<polynomial>();
    for (auto& t : taps) {
        if (checked::floor_mod(t.index, 2) == 1) t.value = -t.value;
    }
    return sequence(kernels[0].first(), kernels[0].last(), std::move(taps));
}

reconstruction reconstruct(const bank& analysis, const bank& synthesis) {
    const op total = product_of_banks(analysis, synthesis);
    require_feasible(cost_of(total));
    const auto g = kernels_of(canonical_form<polynomial>(total));
    reconstruction r;
    r.total = simplify(total);
    r.period = static_cast<index_t>(g.size());
    r.distortion = component(g, 1).front();
    r.aliases = aliases_of(g);
    if (r.aliases.empty() && r.distortion.count() == 1) {
        const index_t d = r.distortion.first();
        r.perfect = delay_and_scale{d, r.distortion[d]};
    }
    if (r.perfect) return r;
    r.nearest = nearest_of(g, r.distortion);
    r.hints = hints_for(analysis, synthesis);
    return r;
}

std::string to_string(const reconstruction& r) {
    if (r.perfect) return perfect_text(r);
    std::string text = "not perfect reconstruction\n";
    if (r.nearest) text += nearest_text(*r.nearest);
    for (const auto& hint : r.hints) text += hint + "\n";
    text += "distortion: " + to_string(simplify(conv(r.distortion))) + "\n";
    return text + (r.is_alias_free() ? "no alias terms\n" : aliases_text(r.aliases));
}

std::ostream& operator<<(std::ostream& out, const reconstruction& r) { return out << to_string(r); }

}  // namespace noble
