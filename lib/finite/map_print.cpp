// One line about a finite map, for people and error messages.
#include <ostream>

#include "algebra/print/brief.hpp"
#include "noble/linear_map.hpp"

namespace noble {
namespace {

std::string joined(const std::vector<linear_map>& maps, const std::string& between) {
    std::string text;
    for (const auto& map : maps) text += (text.empty() ? "" : between) + to_string(map);
    return text;
}

struct description {
    std::string operator()(const map_node::bound_word& a) const {
        const std::string text = "[" + brief(a.word) + " on " + std::to_string(a.n) +
                                 " samples, outputs " + std::to_string(a.outputs.begin) + ":" +
                                 std::to_string(a.outputs.count()) + ", boundary " +
                                 to_string(a.boundary) + "]";
        return a.transposed ? text + ".T" : text;
    }
    std::string operator()(const map_node::product& a) const { return joined(a.factors, " * "); }
    std::string operator()(const map_node::sum& a) const {
        return "(" + joined(a.terms, " + ") + ")";
    }
    std::string operator()(const map_node::scaled& a) const {
        return "(" + to_string(a.c) + ") * " + to_string(a.map.front());
    }
    std::string operator()(const map_node::block& a) const {
        return "block(" + joined(a.maps, ", ") + "; " + std::to_string(a.width) + " wide)";
    }
    std::string operator()(const map_node::block_diag& a) const {
        return "block_diag(" + joined(a.maps, ", ") + ")";
    }
    std::string operator()(const map_node::kron& a) const {
        return "kron(" + joined(a.maps, ", ") + ")";
    }
    std::string operator()(const map_node::custom& a) const {
        return "custom(" + std::to_string(a.rows) + " x " + std::to_string(a.cols) + ")";
    }
};

}  // namespace

std::string to_string(const linear_map& a) { return std::visit(description{}, a.root()); }

std::ostream& operator<<(std::ostream& out, const linear_map& a) { return out << to_string(a); }

}  // namespace noble
