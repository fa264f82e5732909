// Proofs for finite maps in words: which rows differ, and whether the edges are to blame.
#include <ostream>

#include "algebra/proof/decision/proof_text.hpp"
#include "finite/map_shape.hpp"
#include "noble/prove_map.hpp"

namespace noble {
namespace {

constexpr std::size_t most_runs_shown = 12;

// A row of a map on several axes by the indices of its output.
std::string row_name(const linear_map& a, index_t i) {
    if (a.out_shape().size() != 2) return std::to_string(i);
    const index_t width = a.out_shape()[1];
    return "(" + std::to_string(i / width) + ", " + std::to_string(i % width) + ")";
}

// Consecutive rows.
struct run {
    index_t first = 0;
    index_t last = 0;
};

std::vector<run> runs_of(const std::vector<index_t>& rows) {
    std::vector<run> runs;
    for (const index_t i : rows) {
        if (!runs.empty() && runs.back().last + 1 == i) {
            runs.back().last = i;
        } else {
            runs.push_back({i, i});
        }
    }
    return runs;
}

// The runs between the given ones.
std::vector<run> others(const std::vector<run>& runs, index_t rows) {
    std::vector<run> rest;
    index_t next = 0;
    for (const auto& r : runs) {
        if (r.first > next) rest.push_back({next, r.first - 1});
        next = r.last + 1;
    }
    if (next < rows) rest.push_back({next, rows - 1});
    return rest;
}

std::string run_text(const linear_map& a, const run& r) {
    if (r.first == r.last) return row_name(a, r.first);
    return row_name(a, r.first) + (r.last == r.first + 1 ? ", " : " … ") + row_name(a, r.last);
}

// 0 … 2, 7, 13 … 15
std::string runs_text(const linear_map& a, const std::vector<run>& runs) {
    std::string text;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        text += i == 0 ? "" : ", ";
        if (i == most_runs_shown) return text + "…";
        text += run_text(a, runs[i]);
    }
    return text;
}

std::string counted(const char* which, const linear_map& a, const run& r) {
    const index_t count = r.last - r.first + 1;
    const std::string start = std::string("the ") + which;
    return count == 1 ? start + " (" + run_text(a, r) + ")"
                      : start + " " + std::to_string(count) + " (" + run_text(a, r) + ")";
}

// "the first 3 (0 … 2) and the last 2 (8, 9)" where the rows lie at both ends.
std::string differing_text(const linear_map& a, const std::vector<run>& runs) {
    const bool first = runs.front().first == 0;
    const bool last = runs.back().last == a.rows() - 1;
    if (first && last && runs.size() == 1) return "all";
    if (first && runs.size() == 1) return counted("first", a, runs.front());
    if (last && runs.size() == 1) return counted("last", a, runs.back());
    if (first && last && runs.size() == 2) {
        return counted("first", a, runs.front()) + " and " + counted("last", a, runs.back());
    }
    return runs_text(a, runs);
}

std::string rows_text(const map_proof& p) {
    const auto runs = runs_of(p.rows);
    const auto rest = others(runs, p.left.rows());
    return std::to_string(p.rows.size()) + " of " + std::to_string(p.left.rows()) +
           " rows differ: " + differing_text(p.left, runs) +
           (rest.empty() ? "" : "; rows that agree: " + runs_text(p.left, rest));
}

std::string window_text(const map_proof& p) {
    const auto* a = std::get_if<map_node::bound_word>(&p.left.root());
    const auto* b = std::get_if<map_node::bound_word>(&p.right.root());
    if (a == nullptr || b == nullptr || a->outputs.begin == b->outputs.begin) return "";
    return "\nthe first row of the left is output " + std::to_string(a->outputs.begin) +
           ", of the right output " + std::to_string(b->outputs.begin);
}

std::string interior_text(const map_proof& p) {
    if (!p.interior_rows) return "";
    const std::string inside = std::to_string(*p.interior_rows);
    if (p.where == place::everywhere) {
        return "\nnot only at the edges: of the " + inside +
               " rows that read no sample outside the signal, " +
               std::to_string(p.interior_rows_that_differ) +
               (p.interior_rows_that_differ == 1 ? " differs" : " differ");
    }
    if (*p.interior_rows == 0) {
        return "\nevery row reads samples outside the signal: it is too short to have an interior";
    }
    return "\nonly at the edges: the " + inside +
           " rows that read no sample outside the signal agree";
}

// Of the signal that a map is bound to.
index_t samples(const linear_map& a) {
    const auto* word = std::get_if<map_node::bound_word>(&a.root());
    return word != nullptr ? word->n : a.cols();
}

// Why equal words make maps that differ.
std::string blame_text(const map_proof& p) {
    if (p.difference) return "the boundary and the windows alone make the difference";
    const index_t left = samples(p.left);
    const index_t right = samples(p.right);
    if (left != right) {
        return "here they are bound to " + std::to_string(left) + " and to " +
               std::to_string(right) + " samples";
    }
    return "their windows alone make the difference; --window same keeps the same outputs of both";
}

// The words decide what the boundary and the window may be blamed for.
std::string words_text(const map_proof& p) {
    if (!p.same_words) return "";
    if (*p.same_words) {
        return p.holds() ? "" : "\nthe words are equal on endless signals: " + blame_text(p);
    }
    if (p.holds()) return "\nthe words differ on endless signals: this holds of these samples only";
    if (p.difference && p.where == place::edges) {
        return "\nthe words differ on endless signals: a longer signal and window show it inside "
               "too";
    }
    return "";
}

}  // namespace

std::string to_string(const map_proof& p) {
    if (p.holds()) {
        return "proved: equal matrices, " + std::to_string(p.left.rows()) + " x " +
               std::to_string(p.left.cols()) + ", " +
               (p.left.rows() == 0 || p.left.cols() == 0 ? "which are empty: nothing is compared"
                                                         : scope_text(p.unknowns)) +
               words_text(p) + window_text(p);
    }
    if (!p.difference) {
        return "refuted: the left is " + shape_text(p.left) + ", the right " + shape_text(p.right) +
               window_text(p) + words_text(p);
    }
    const auto& d = *p.difference;
    return "refuted: in row " + row_name(p.left, d.row) + " " +
           values_text(d.left, d.right, "column " + std::to_string(d.col)) + "\n" + rows_text(p) +
           interior_text(p) + words_text(p) + window_text(p);
}

std::ostream& operator<<(std::ostream& out, const map_proof& p) { return out << to_string(p); }

}  // namespace noble
