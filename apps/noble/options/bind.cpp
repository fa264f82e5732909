#include "options/bind.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

#include "noble/error.hpp"
#include "options/numbers.hpp"

namespace noble::app {
namespace {

template <class T>
std::array<T, 2> both(const std::string& option, const std::vector<T>& values, std::size_t axes) {
    if (values.size() > axes) {
        throw argument_error(option + ": " + std::to_string(values.size()) + " values for a word " +
                             "on " + std::to_string(axes) + (axes == 1 ? " axis" : " axes"));
    }
    return {values.front(), values.back()};
}

template <class Read>
auto read_parts(const std::string& text, const Read& read) {
    std::vector<decltype(read(text))> values;
    for (const auto& part : parts_of(text)) values.push_back(read(part));
    return values;
}

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

std::optional<rate> rate_of_bank(const bank& a) {
    const rate first = a.at(0, 0).rate();
    for (index_t output = 1; output < a.outputs(); ++output) {
        if (a.at(output, 0).rate() != first) return std::nullopt;
    }
    return first;
}

}  // namespace

expression read_expression(const std::string& text) {
    return parse_expression(text, standard_vocabulary());
}

std::size_t axes_of(const expression& a) { return std::holds_alternative<op2d>(a) ? 2 : 1; }

linear_map map_of(const expression& a, const extents& n, const binding_options& options) {
    const std::size_t axes = axes_of(a);
    const auto size = both("-n", n, axes);
    const auto windows = both("--window", read_parts(options.window, window_from), axes);
    const auto rules = both("--boundary", read_parts(options.boundary, boundary_from), axes);
    const linear_map map = [&] {
        if (const auto* word = std::get_if<op2d>(&a)) {
            return word->on(size[0], size[1], windows[0], windows[1], rules[0], rules[1]);
        }
        if (const auto* word = std::get_if<bank>(&a))
            return word->on(size[0], windows[0], rules[0]);
        return std::get<op>(a).on(size[0], windows[0], rules[0]);
    }();
    return options.transpose ? map.T() : map;
}

bound_word bind_word(const op& a, const extents& n, const binding_options& options) {
    const window which = both("--window", read_parts(options.window, window_from), 1)[0];
    const boundary rule = both("--boundary", read_parts(options.boundary, boundary_from), 1)[0];
    if (!options.transpose) return {a, which, rule};
    const index_t size = both("-n", n, 1)[0];
    return {a.T() * delay(which.of(a, size).begin), window(0, size), rule};
}

std::optional<rate> rate_of(const expression& a) {
    if (const auto* word = std::get_if<op2d>(&a)) return word->terms().front().rows.rate();
    if (const auto* word = std::get_if<bank>(&a)) return rate_of_bank(*word);
    return std::get<op>(a).rate();
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

}  // namespace noble::app
