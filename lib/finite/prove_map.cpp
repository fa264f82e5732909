#include "noble/prove_map.hpp"

#include <algorithm>

#include "algebra/proof/decision/proof_cost.hpp"
#include "algebra/proof/decision/proof_text.hpp"
#include "noble/error.hpp"
#include "noble/matrix.hpp"

namespace noble {
namespace {

void add_words(const linear_map& a, std::vector<std::string>& names) {
    std::visit(
        [&](const auto& x) {
            using node_type = std::decay_t<decltype(x)>;
            if constexpr (std::is_same_v<node_type, map_node::bound_word>) {
                add_unknowns(x.word, names);
            } else if constexpr (std::is_same_v<node_type, map_node::product>) {
                for (const auto& part : x.factors) add_words(part, names);
            } else if constexpr (std::is_same_v<node_type, map_node::sum>) {
                for (const auto& part : x.terms) add_words(part, names);
            } else if constexpr (std::is_same_v<node_type, map_node::scaled>) {
                for (const auto& part : x.map) add_words(part, names);
            } else if constexpr (!std::is_same_v<node_type, map_node::custom>) {
                for (const auto& part : x.maps) add_words(part, names);
            }
        },
        a.root());
}

template <class Scalar>
struct row_cursor {
    const csr<Scalar>& matrix;
    std::size_t at;
    std::size_t end;

    row_cursor(const csr<Scalar>& m, index_t i)
        : matrix(m),
          at(static_cast<std::size_t>(m.row_begin[static_cast<std::size_t>(i)])),
          end(static_cast<std::size_t>(m.row_begin[static_cast<std::size_t>(i) + 1])) {}
    [[nodiscard]] bool done() const { return at == end; }
    [[nodiscard]] index_t column() const { return matrix.columns[at]; }
    [[nodiscard]] polynomial value() const { return polynomial(matrix.values[at]); }
};

template <class Scalar>
std::optional<matrix_entry> difference_in_row(const csr<Scalar>& a, const csr<Scalar>& b,
                                              index_t i) {
    row_cursor<Scalar> x(a, i);
    row_cursor<Scalar> y(b, i);
    while (!x.done() || !y.done()) {
        if (y.done() || (!x.done() && x.column() < y.column())) {
            return matrix_entry{i, x.column(), x.value(), {}};
        }
        if (x.done() || y.column() < x.column()) return matrix_entry{i, y.column(), {}, y.value()};
        if (a.values[x.at] != b.values[y.at]) {
            return matrix_entry{i, x.column(), x.value(), y.value()};
        }
        ++x.at;
        ++y.at;
    }
    return {};
}

template <class Scalar>
void compare(map_proof& p) {
    const auto a = sparse_matrix<Scalar>(p.left);
    const auto b = sparse_matrix<Scalar>(p.right);
    for (index_t i = 0; i < a.rows; ++i) {
        if (auto entry = difference_in_row(a, b, i)) {
            p.rows.push_back(i);
            if (!p.difference) p.difference = std::move(entry);
        }
    }
}

// The rows that read no sample outside of the signal on either side, and which of them differ.
void find_interior(map_proof& p) {
    const auto left = rows_at_edges(p.left);
    const auto right = rows_at_edges(p.right);
    if (!left || !right) return;
    p.interior_rows = 0;
    p.where = place::edges;
    for (std::size_t i = 0; i < left->size(); ++i) {
        if ((*left)[i] || (*right)[i]) continue;
        ++*p.interior_rows;
        if (!std::ranges::binary_search(p.rows, static_cast<index_t>(i))) continue;
        ++p.interior_rows_that_differ;
        p.where = place::everywhere;
    }
}

// What a map does on endless signals, row 0 at index 0; nothing for maps of several axes or
// channels.
struct endless_word {
    std::optional<op> operator()(const map_node::bound_word& a) const {
        const op word = delay(-a.outputs.begin) * a.word;
        return a.transposed ? word.T() : word;
    }
    std::optional<op> operator()(const map_node::product& a) const {
        return combined(a.factors, product_of);
    }
    std::optional<op> operator()(const map_node::sum& a) const { return combined(a.terms, sum_of); }
    std::optional<op> operator()(const map_node::scaled& a) const {
        const auto word = std::visit(*this, a.map.front().root());
        return word ? std::optional(a.c * *word) : std::nullopt;
    }
    template <class Other>
    std::optional<op> operator()(const Other& /*a*/) const {
        return {};
    }

    [[nodiscard]] std::optional<op> combined(const std::vector<linear_map>& maps,
                                             op (*combine)(const std::vector<op>&)) const {
        std::vector<op> words;
        for (const auto& map : maps) {
            const auto word = std::visit(*this, map.root());
            if (!word) return {};
            words.push_back(*word);
        }
        return combine(words);
    }
};

std::optional<bool> same_operator(const op& a, const op& b) {
    constexpr double most_products = 1e7;  // well under a second
    auto cost = cost_of(a);
    cost += cost_of(b);
    if (cost.products > most_products) return {};
    return decide(a, b).holds();
}

// The words as they are written where each map is a word.
std::optional<bool> same_words(const linear_map& a, const linear_map& b) {
    try {
        const auto* left = std::get_if<map_node::bound_word>(&a.root());
        const auto* right = std::get_if<map_node::bound_word>(&b.root());
        if (left != nullptr && right != nullptr && left->transposed == right->transposed) {
            return same_operator(left->word, right->word);
        }
        const auto x = std::visit(endless_word{}, a.root());
        const auto y = std::visit(endless_word{}, b.root());
        return x && y ? same_operator(*x, *y) : std::nullopt;
    } catch (const error&) {
        return {};  // sums of different rates, or too large
    }
}

}  // namespace

map_proof prove(const linear_map& a, const linear_map& b) {
    map_proof p{verdict::refuted, a, b, {}, {}, place::unknown, {}, 0, same_words(a, b), {}};
    add_words(a, p.unknowns);
    add_words(b, p.unknowns);
    if (a.out_shape() != b.out_shape() || a.in_shape() != b.in_shape()) return p;
    const bool numeric = p.unknowns.empty();
    if (numeric) {
        compare<exact>(p);
    } else {
        compare<polynomial>(p);
    }
    if (p.difference) {
        find_interior(p);
    } else {
        p.answer = numeric ? verdict::proved_for_all_signals : verdict::proved_for_all_taps;
    }
    return p;
}

}  // namespace noble
