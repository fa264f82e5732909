#include "noble/binding.hpp"

#include <set>
#include <string>
#include <vector>

#include "noble/error.hpp"

namespace noble {
namespace {

// All words of an expression.
struct word_lister {
    std::vector<op> operator()(const op& a) const { return {a}; }
    std::vector<op> operator()(const op2d& a) const {
        std::vector<op> words;
        for (const auto& term : a.terms()) words.insert(words.end(), {term.rows, term.cols});
        return words;
    }
    std::vector<op> operator()(const bank& a) const { return a.words(); }
};

// Collects the kernels with unknown taps as they print: q:5, h:3@1.
void collect_unknown(const op& a, std::set<std::string>& names) {
    if (a.is_numeric()) return;
    if (const auto* kernel = std::get_if<node::conv>(&a.root())) {
        names.insert(to_string(kernel->q));
    } else if (const auto* product = std::get_if<node::product>(&a.root())) {
        for (const auto& factor : product->factors) collect_unknown(factor, names);
    } else if (const auto* sum = std::get_if<node::sum>(&a.root())) {
        for (const auto& term : sum->terms) collect_unknown(term, names);
    }
}

// The map of an expression, not transposed.
struct map_binder {
    const std::array<index_t, 2>& n;
    const binding& how;

    linear_map operator()(const op& a) const {
        return a.on(n[0], how.windows[0], how.boundaries[0]);
    }
    linear_map operator()(const op2d& a) const {
        return a.on(n[0], n[1], how.windows[0], how.windows[1], how.boundaries[0],
                    how.boundaries[1]);
    }
    linear_map operator()(const bank& a) const {
        return a.on(n[0], how.windows[0], how.boundaries[0]);
    }
};

}  // namespace

std::size_t axes_of(const expression& a) { return std::holds_alternative<op2d>(a) ? 2 : 1; }

linear_map map_of(const expression& a, const std::array<index_t, 2>& n, const binding& how) {
    const linear_map map = std::visit(map_binder{n, how}, a);
    return how.transpose ? map.T() : map;
}

void require_known_taps(const expression& a) {
    std::set<std::string> names;
    for (const auto& word : std::visit(word_lister{}, a)) collect_unknown(word, names);
    if (names.empty()) return;
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    throw argument_error("taps without values: " + list +
                         "; numbers are needed here, as in conv([1 2 1])");
}

}  // namespace noble
