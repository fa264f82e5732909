#include "maps/map_repr.hpp"

#include "values/numbers.hpp"

namespace noble::python {
namespace {

std::string quoted(const std::string& text) { return py::repr(py::str(text)); }

std::string joined(const std::vector<linear_map>& maps, const std::string& between) {
    std::string text;
    for (const auto& a : maps) text += (text.empty() ? "" : between) + map_repr(a);
    return text;
}

std::string on_samples(const op& word, index_t n, const interval& outputs) {
    return "noble.parse(" + quoted(to_string(word)) + ").on(" + std::to_string(n) + ", (" +
           std::to_string(outputs.begin) + ", " + std::to_string(outputs.count()) + ")";
}

// The rows of a block map of `width` maps to a row.
std::string grid(const std::vector<linear_map>& maps, std::size_t width) {
    std::string text;
    for (std::size_t i = 0; i < maps.size(); i += width) {
        const auto begin = maps.begin() + static_cast<std::ptrdiff_t>(i);
        const std::vector<linear_map> row(begin, begin + static_cast<std::ptrdiff_t>(width));
        text += (text.empty() ? "[" : ", [") + joined(row, ", ") + "]";
    }
    return text;
}

struct printer {
    const linear_map& map;

    std::string operator()(const map_node::bound_word& a) const {
        return on_samples(a.word, a.n, a.outputs) +
               (a.boundary == boundary::zero ? "" : ", " + quoted(to_string(a.boundary))) + ")" +
               (a.transposed ? ".T" : "");
    }
    std::string operator()(const map_node::product& a) const {
        return "(" + joined(a.factors, " @ ") + ")";
    }
    std::string operator()(const map_node::sum& a) const {
        return "(" + joined(a.terms, " + ") + ")";
    }
    // A complex scale is a word, which says it exactly; Python's complex would round it.
    std::string operator()(const map_node::scaled& a) const {
        const std::string inner = map_repr(a.map.front());
        if (a.c.is_real()) return "(" + std::string(py::repr(to_python(a.c))) + " * " + inner + ")";
        return "(" + on_samples(scale(a.c), map.rows(), {0, map.rows()}) + ") @ " + inner + ")";
    }
    std::string operator()(const map_node::block& a) const {
        return "noble.block([" + grid(a.maps, a.width) + "])";
    }
    std::string operator()(const map_node::block_diag& a) const {
        return "noble.block_diag([" + joined(a.maps, ", ") + "])";
    }
    std::string operator()(const map_node::kron& a) const {
        std::string text = map_repr(a.maps.back());
        for (auto i = a.maps.size() - 1; i-- > 0;) {
            text = "noble.kron(" + map_repr(a.maps[i]) + ", " + text + ")";
        }
        return text;
    }
    std::string operator()(const map_node::custom& /*a*/) const {
        return "<" + to_string(map) + ">";
    }
};

}  // namespace

std::string map_repr(const linear_map& a) { return std::visit(printer{a}, a.root()); }

}  // namespace noble::python
