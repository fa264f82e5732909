// Words in the cells of notebooks: small pictures, quickly, or text.
#include <algorithm>

#include "algebra/proof/decision/proof_cost.hpp"
#include "noble/error.hpp"
#include "noble/plot.hpp"
#include "plot/drawing/brief.hpp"
#include "plot/drawing/text.hpp"

namespace noble {
namespace {

constexpr std::size_t most_bytes = 100'000;
constexpr double most_products = 2e7;  // of coefficients, to make a canonical form
constexpr double most_taps = 3e4;
constexpr double most_unknown_taps = 2e3;  // their polynomials are slow
constexpr double most_entries = 1e6;       // of a matrix that is drawn

bool is_quick(const proof_cost& cost) {
    return cost.products <= most_products && cost.terms <= most_taps;
}

bool is_quick(const op& a) {
    const proof_cost cost = cost_of(a);
    return is_quick(cost) && (a.is_numeric() || cost.terms <= most_unknown_taps) &&
           a.rate().outputs <= 100'000 && a.rate().inputs <= 100'000;
}

// What draws, with its full set of pictures first; text where nothing is small enough.
template <class Draw>
std::string first_small(const std::string& text, const std::vector<std::vector<picture>>& choices,
                        const Draw& draw) {
    for (const auto& what : choices) {
        try {
            std::string svg = draw(what);
            if (svg.size() < most_bytes) return svg;
        } catch (const error&) {
            continue;  // what cannot be drawn is written
        }
    }
    constexpr double longest = 4000;
    return "<pre>" + drawing::escaped(drawing::fitted(text, longest, 10)) + "</pre>";
}

// With the most telling pictures that apply.
template <class Word>
std::string drawn(const Word& a, const std::string& text, bool quick,
                  const std::vector<picture>& all) {
    if (!quick) return first_small(text, {}, [](const auto&) { return std::string(); });
    return first_small(text, {all, {all.front()}}, [&](const std::vector<picture>& what) {
        plot_options options;
        options.pictures = what;
        return plot(a, options);
    });
}

}  // namespace

std::string to_html(const op& a) {
    const std::vector all = a.is_numeric()
                                ? std::vector{picture::stems, picture::response, picture::matrix}
                                : std::vector{picture::matrix};
    return drawn(a, brief(a), is_quick(a), all);
}

std::string to_html(const op2d& a) {
    const bool quick = std::ranges::all_of(a.terms(), [](const auto& t) {
        return is_quick(t.rows) && is_quick(t.cols) &&
               cost_of(t.rows).terms * cost_of(t.cols).terms <= most_taps;
    });
    return drawn(a, drawing::brief(a), quick, {picture::stems, picture::matrix});
}

std::string to_html(const bank& a) {
    const bool quick = a.words().size() <= 64 && std::ranges::all_of(a.words(), [](const op& word) {
                           return is_quick(word);
                       });
    return drawn(a, drawing::brief(a), quick, {picture::diagram, picture::matrix});
}

std::string to_html(const sequence& q) {
    const bool quick = q.is_numeric() && static_cast<double>(q.count()) <= most_taps;
    return drawn(q, brief(conv(q)), quick, {picture::stems, picture::response});
}

std::string to_html(const linear_map& a) {
    const double entries = static_cast<double>(a.rows()) * static_cast<double>(a.cols());
    const auto* bound = std::get_if<map_node::bound_word>(&a.root());
    const bool quick = entries <= most_entries && (bound == nullptr || is_quick(bound->word));
    const std::string size = std::to_string(a.rows()) + " × " + std::to_string(a.cols());
    const std::string text =
        bound == nullptr ? size + " map" : size + " map of " + brief(bound->word);
    if (!quick) return first_small(text, {}, [](const auto&) { return std::string(); });
    return first_small(text, {{picture::matrix}}, [&](const auto&) { return plot(a); });
}

}  // namespace noble
