#include "algebra/reconstruction/aliases.hpp"

#include <gmpxx.h>

#include <algorithm>

#include "base/checked.hpp"

namespace noble {
namespace {

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

}  // namespace

phase_kernels kernels_of(const canonical<polynomial>& form) {
    require_memory(form.outputs(), sizeof(sequence) + sizeof(tap_list<polynomial>),
                   "the kernels of a filter bank, one for each phase");
    std::vector<tap_list<polynomial>> taps(static_cast<std::size_t>(form.outputs()));
    for (const auto& t : form.taps()) {
        taps[static_cast<std::size_t>(t.row)].push_back({checked::sub(t.row, t.offset), t.value});
    }
    phase_kernels result;
    for (auto& list : taps) {
        std::ranges::reverse(list);
        const index_t first = list.empty() ? 0 : list.front().index;
        const index_t last = list.empty() ? 0 : list.back().index;
        result.emplace_back(first, last, std::move(list));
    }
    return result;
}

phase_kernels part_at_frequencies(const phase_kernels& g, index_t d) {
    const auto M = static_cast<index_t>(g.size());
    std::vector<index_t> weights;
    for (index_t r = 0; r < d; ++r) weights.push_back(ramanujan_sum(d, r));
    phase_kernels parts;
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

std::vector<alias_term> aliases_of(const phase_kernels& g) {
    const auto M = static_cast<index_t>(g.size());
    std::vector<alias_term> found;
    for (index_t d = 2; d <= M; ++d) {
        if (M % d != 0) continue;
        alias_term term{d, part_at_frequencies(g, d)};
        const auto is_zero = [](const sequence& q) { return q.count() == 0; };
        if (!std::ranges::all_of(term.kernels, is_zero)) found.push_back(std::move(term));
    }
    return found;
}

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

}  // namespace noble
