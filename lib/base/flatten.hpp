// Products and sums are flat: (AB)C and A(BC) are one list of factors.
#pragma once

#include <variant>
#include <vector>

namespace noble {

/// The parts, those that are themselves a `Node` replaced by their own, which `list` points to.
template <class Node, class Part>
std::vector<Part> flattened(const std::vector<Part>& parts, std::vector<Part> Node::*list) {
    std::vector<Part> flat;
    for (const auto& part : parts) {
        if (const auto* inner = std::get_if<Node>(&part.root())) {
            flat.insert(flat.end(), (inner->*list).begin(), (inner->*list).end());
        } else {
            flat.push_back(part);
        }
    }
    return flat;
}

}  // namespace noble
