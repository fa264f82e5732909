#include "algebra/rewrite/rules.hpp"

#include <algorithm>

#include "algebra/words/parts.hpp"
#include "noble/error.hpp"

namespace noble::rewriting {
namespace {

using words = std::vector<op>;

const std::vector<rule>& search_rules() {
    static const auto rules = rules_for(rewrite_purpose::search);
    return rules;
}

// What a rule makes of its words; nothing where an index would leave 64 bits, or a kernel the
// memory.
words applied(const rule& r, std::span<const op> factors) {
    try {
        return r.rewrite->apply(factors);
    } catch (const limit_error&) {
        return {};
    }
}

void inside(const op& a, std::vector<rewritten>& found);

template <class Rebuild>
void of_parts(const words& parts, const Rebuild& rebuild, std::vector<rewritten>& found) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::vector<rewritten> here;
        inside(parts[i], here);
        for (auto& r : here) {
            words changed = parts;
            changed[i] = r.word;
            found.push_back({r.law, rebuild(changed)});
        }
    }
}

void inside(const op& a, std::vector<rewritten>& found) {
    at_root(a, [&](const rewritten& r) {
        found.push_back(r);
        return false;
    });
    if (const auto* product = std::get_if<node::product>(&a.root())) {
        of_parts(product->factors, product_of, found);
    } else if (const auto* sum = std::get_if<node::sum>(&a.root())) {
        of_parts(sum->terms, sum_of, found);
    }
}

}  // namespace

std::vector<rule> rules_for(rewrite_purpose purpose) {
    std::vector<rule> rules;
    for (const auto& group : law_groups()) {
        for (const auto& law : group.laws) {
            for (const auto& r : law.rewrites) {
                const bool serves = r.purpose == purpose || r.purpose == rewrite_purpose::any;
                if (serves) rules.push_back({law.name, &r});
            }
        }
    }
    std::ranges::stable_sort(rules, {}, [](const rule& r) { return r.rewrite->place; });
    return rules;
}

op spliced(const std::vector<op>& factors, std::size_t first, std::size_t width, const op& with) {
    const auto begin = factors.begin() + static_cast<std::ptrdiff_t>(first);
    std::vector<op> parts(factors.begin(), begin);
    parts.push_back(with);
    parts.insert(parts.end(), begin + static_cast<std::ptrdiff_t>(width), factors.end());
    return product_of(parts);
}

// A letter, or a sum, is rewritten where it is the whole, a product by two factors or more.
void at_root(const op& a, const std::function<bool(const rewritten&)>& visit) {
    const words factors = factors_of(a);
    const bool is_product = factors.size() > 1;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        for (const auto& r : search_rules()) {
            const std::size_t width = r.rewrite->width;
            if ((width > 1) != is_product || i + width > factors.size()) continue;
            for (const auto& with : applied(r, std::span(factors).subspan(i, width))) {
                if (visit({r.law, spliced(factors, i, width, with)})) return;
            }
        }
    }
}

std::vector<rewritten> neighbours(const op& a) {
    std::vector<rewritten> found;
    inside(a, found);
    return found;
}

}  // namespace noble::rewriting
