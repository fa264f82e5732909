#include "noble/prove_map.hpp"

#include <algorithm>
#include <ostream>

#include "algebra/proof_text.hpp"
#include "noble/matrix.hpp"

namespace noble {
namespace {

constexpr std::size_t most_runs_shown = 12;

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
struct row_view {
    const csr<Scalar>& matrix;
    std::size_t at;
    std::size_t end;

    row_view(const csr<Scalar>& m, index_t i)
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
    row_view<Scalar> x(a, i);
    row_view<Scalar> y(b, i);
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

place place_of(const map_proof& p) {
    const auto left = rows_at_edges(p.left);
    const auto right = rows_at_edges(p.right);
    if (!left || !right) return place::unknown;
    const bool all = std::ranges::all_of(p.rows, [&](index_t i) {
        return (*left)[static_cast<std::size_t>(i)] || (*right)[static_cast<std::size_t>(i)];
    });
    return all ? place::edges : place::everywhere;
}

std::string shape(const linear_map& a) {
    return std::to_string(a.rows()) + " x " + std::to_string(a.cols());
}

// A row of a map on several axes by the indices of its output.
std::string row_name(const linear_map& a, index_t i) {
    if (a.out_shape().size() != 2) return std::to_string(i);
    const index_t width = a.out_shape()[1];
    return "(" + std::to_string(i / width) + ", " + std::to_string(i % width) + ")";
}

// 0 … 2, 7, 13 … 15
std::string rows_text(const map_proof& p) {
    std::string text;
    std::size_t runs = 0;
    for (std::size_t i = 0; i < p.rows.size(); ++runs) {
        std::size_t j = i;
        while (j + 1 < p.rows.size() && p.rows[j + 1] == p.rows[j] + 1) ++j;
        text += i == 0 ? "" : ", ";
        if (runs == most_runs_shown) return text + "…";
        text += row_name(p.left, p.rows[i]);
        if (j > i) text += (j == i + 1 ? ", " : " … ") + row_name(p.left, p.rows[j]);
        i = j + 1;
    }
    return text;
}

std::string window_text(const map_proof& p) {
    const auto* a = std::get_if<map_node::bound_word>(&p.left.root());
    const auto* b = std::get_if<map_node::bound_word>(&p.right.root());
    if (a == nullptr || b == nullptr || a->outputs.begin == b->outputs.begin) return "";
    return "\nthe first row of the left is output " + std::to_string(a->outputs.begin) +
           ", of the right output " + std::to_string(b->outputs.begin);
}

std::string edges_text(const map_proof& p) {
    if (p.where == place::edges) {
        return "\nonly at the edges: each of these rows reads samples outside the signal";
    }
    if (p.where == place::everywhere) {
        return "\nnot only at the edges: some of these rows read no sample outside the signal";
    }
    return "";
}

}  // namespace

map_proof prove(const linear_map& a, const linear_map& b) {
    map_proof p{verdict::refuted, a, b, {}, {}, place::unknown, {}};
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
        p.where = place_of(p);
    } else {
        p.answer = numeric ? verdict::proved_for_all_signals : verdict::proved_for_all_taps;
    }
    return p;
}

std::string to_string(const map_proof& p) {
    if (p.holds())
        return "proved: equal matrices, " + shape(p.left) + ", " + scope_text(p.unknowns) +
               window_text(p);
    if (!p.difference) {
        return "refuted: the left is " + shape(p.left) + ", the right " + shape(p.right) +
               window_text(p);
    }
    const auto& d = *p.difference;
    return "refuted: in row " + row_name(p.left, d.row) + " " +
           values_text(d.left, d.right, "column " + std::to_string(d.col)) + "\n" +
           std::to_string(p.rows.size()) + " of " + std::to_string(p.left.rows()) +
           " rows differ: " + rows_text(p) + edges_text(p) + window_text(p);
}

std::ostream& operator<<(std::ostream& out, const map_proof& p) { return out << to_string(p); }

}  // namespace noble
