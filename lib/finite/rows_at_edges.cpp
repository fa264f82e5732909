#include <algorithm>

#include "base/checked.hpp"
#include "noble/canonical.hpp"
#include "noble/prove_map.hpp"

namespace noble {
namespace {

using rows = std::vector<bool>;
using some_rows = std::optional<rows>;

some_rows either(const some_rows& a, const some_rows& b) {
    if (!a || !b || a->size() != b->size()) return {};
    rows result = *a;
    for (std::size_t i = 0; i < result.size(); ++i) result[i] = result[i] || (*b)[i];
    return result;
}

// Output n = L·j + r reads x[M·j + o] for the offsets o of row r.
template <class Scalar>
rows reaching_out(const canonical<Scalar>& form, const map_node::bound_word& a) {
    rows result;
    for (index_t n = a.outputs.begin; n < a.outputs.end; ++n) {
        const index_t j = checked::floor_div(n, form.outputs());
        const auto taps = form.row(n - j * form.outputs());
        const auto outside = [&](index_t o) {
            const index_t m = checked::add(checked::mul(form.inputs(), j), o);
            return m < 0 || m >= a.n;
        };
        result.push_back(!taps.empty() &&
                         (outside(taps.front().offset) || outside(taps.back().offset)));
    }
    return result;
}

struct edge_finder {
    some_rows operator()(const map_node::bound_word& a) const {
        if (a.transposed) return {};
        return std::visit([&](const auto& form) { return reaching_out(form, a); },
                          canonical_form(a.word));
    }
    some_rows operator()(const map_node::sum& a) const {
        some_rows result = rows_at_edges(a.terms.front());
        for (const auto& term : a.terms) result = either(result, rows_at_edges(term));
        return result;
    }
    some_rows operator()(const map_node::scaled& a) const { return rows_at_edges(a.map.front()); }
    some_rows operator()(const map_node::block& a) const {
        rows result;
        for (std::size_t i = 0; i < a.maps.size(); i += a.width) {
            some_rows here = rows_at_edges(a.maps[i]);
            for (std::size_t j = 1; j < a.width; ++j) {
                here = either(here, rows_at_edges(a.maps[i + j]));
            }
            if (!here) return {};
            result.insert(result.end(), here->begin(), here->end());
        }
        return result;
    }
    some_rows operator()(const map_node::block_diag& a) const {
        rows result;
        for (const auto& map : a.maps) {
            const some_rows here = rows_at_edges(map);
            if (!here) return {};
            result.insert(result.end(), here->begin(), here->end());
        }
        return result;
    }
    some_rows operator()(const map_node::kron& a) const {
        rows result{false};
        for (const auto& map : a.maps) {
            const some_rows axis = rows_at_edges(map);
            if (!axis) return {};
            rows next;
            for (const bool outer : result) {
                for (const bool inner : *axis) next.push_back(outer || inner);
            }
            result = std::move(next);
        }
        return result;
    }
    some_rows operator()(const map_node::product& /*a*/) const { return {}; }
    some_rows operator()(const map_node::custom& /*a*/) const { return {}; }
};

}  // namespace

std::optional<std::vector<bool>> rows_at_edges(const linear_map& a) {
    require_memory(a.rows(), 1, "a mark for each row");
    return std::visit(edge_finder{}, a.root());
}

}  // namespace noble
