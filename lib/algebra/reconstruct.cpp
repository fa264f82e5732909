#include "noble/reconstruct.hpp"

#include <algorithm>
#include <numeric>

#include "algebra/checked.hpp"
#include "algebra/proof_cost.hpp"
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
    std::string text = "  at the frequencies j/" + std::to_string(term.denominator) + ":\n";
    for (std::size_t r = 0; r < term.kernels.size(); ++r) {
        text += "    outputs " + std::to_string(term.denominator) + "n" +
                (r == 0 ? "" : " + " + std::to_string(r)) + ": " +
                to_string(simplify(conv(term.kernels[r]))) + "\n";
    }
    return text;
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
           std::to_string(d) + ", scale " + to_string(c) +
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
    return r;
}

std::string to_string(const reconstruction& r) {
    if (r.perfect) return perfect_text(r);
    std::string text =
        "not perfect reconstruction\ndistortion: " + to_string(simplify(conv(r.distortion))) + "\n";
    if (r.is_alias_free()) return text + "no alias terms\n";
    text += "alias terms that remain:\n";
    for (const auto& term : r.aliases) text += line(term);
    return text;
}

std::ostream& operator<<(std::ostream& out, const reconstruction& r) { return out << to_string(r); }

}  // namespace noble
