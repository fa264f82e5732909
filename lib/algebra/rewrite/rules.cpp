#include "algebra/rewrite/rules.hpp"

#include "noble/error.hpp"

namespace noble::rewriting {
namespace {

template <class Law>
std::vector<Law> joined(std::vector<std::vector<Law>> parts) {
    std::vector<Law> all;
    for (auto& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

using letters = std::vector<op>;

// What a law makes of its words; nothing where an index would leave 64 bits, or a kernel the
// memory.
template <class Law, class Words>
auto applied(const Law& law, const Words& words) -> decltype(law.apply(words)) {
    try {
        return law.apply(words);
    } catch (const limit_error&) {
        return {};
    }
}

void of_product(const letters& factors, const std::function<bool(const rewritten&)>& visit) {
    for (std::size_t i = 0; i + 1 < factors.size(); ++i) {
        for (const auto& law : product_laws()) {
            if (i + law.width > factors.size()) continue;
            const auto with = applied(law, std::span(factors).subspan(i, law.width));
            if (with && visit({law.name, spliced(factors, i, law.width, *with)})) return;
        }
    }
}

void inside(const op& a, std::vector<rewritten>& found);

template <class Rebuild>
void of_parts(const letters& parts, const Rebuild& rebuild, std::vector<rewritten>& found) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::vector<rewritten> here;
        inside(parts[i], here);
        for (auto& r : here) {
            letters changed = parts;
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

op spliced(const std::vector<op>& factors, std::size_t first, std::size_t width, const op& with) {
    const auto begin = factors.begin() + static_cast<std::ptrdiff_t>(first);
    std::vector<op> parts(factors.begin(), begin);
    parts.push_back(with);
    parts.insert(parts.end(), begin + static_cast<std::ptrdiff_t>(width), factors.end());
    return product_of(parts);
}

std::span<const product_law> product_laws() {
    static const auto table =
        joined<product_law>({linear_laws(), resampling_laws(), kernel_laws()});
    return table;
}

std::span<const word_law> word_laws() {
    static const auto table = joined<word_law>({letter_laws(), sum_laws()});
    return table;
}

void at_root(const op& a, const std::function<bool(const rewritten&)>& visit) {
    if (const auto* product = std::get_if<node::product>(&a.root())) {
        of_product(product->factors, visit);
        return;
    }
    for (const auto& law : word_laws()) {
        for (const auto& word : applied(law, a)) {
            if (visit({law.name, word})) return;
        }
    }
}

std::vector<rewritten> neighbours(const op& a) {
    std::vector<rewritten> found;
    inside(a, found);
    return found;
}

}  // namespace noble::rewriting
