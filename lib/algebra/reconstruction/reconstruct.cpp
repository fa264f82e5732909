#include "noble/reconstruct.hpp"

#include <gmpxx.h>

#include <algorithm>

#include "algebra/proof/decision/proof_cost.hpp"
#include "algebra/proof/hints/mapped_letters.hpp"
#include "algebra/reconstruction/aliases.hpp"
#include "noble/canonical.hpp"
#include "noble/error.hpp"
#include "noble/explain.hpp"

namespace noble {
namespace {

// |re| + |im|: the magnitude of a real number, a bound on that of a complex one.
rational size_of(const exact& a) { return abs(a.re()) + abs(a.im()); }

rational total_size(const sequence& q) {
    rational sum = 0;
    for (const auto& t : q.taps<exact>()) sum += size_of(t.value);
    return sum;
}

std::optional<nearest_delay_and_scale> nearest_of(const phase_kernels& g,
                                                  const sequence& distortion) {
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

}  // namespace

reconstruction reconstruct(const bank& analysis, const bank& synthesis) {
    const op total = product_of_banks(analysis, synthesis);
    require_feasible(cost_of(total));
    const auto g = kernels_of(canonical_form<polynomial>(total));
    reconstruction r;
    r.total = simplify(total);
    r.period = static_cast<index_t>(g.size());
    r.distortion = part_at_frequencies(g, 1).front();
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

}  // namespace noble
