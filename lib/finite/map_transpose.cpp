// Transpose and conjugate of finite maps, pushed to the leaves.
#include <algorithm>
#include <ranges>

#include "noble/linear_map.hpp"

namespace noble {
namespace {

template <class F>
std::vector<linear_map> mapped(const std::vector<linear_map>& maps, const F& f) {
    std::vector<linear_map> images;
    images.reserve(maps.size());
    std::ranges::transform(maps, std::back_inserter(images), f);
    return images;
}

constexpr auto turned = [](const linear_map& a) { return a.T(); };
constexpr auto conjugated = [](const linear_map& a) { return conj(a); };

map_node::any transpose(map_node::bound_word a) {
    a.transposed = !a.transposed;
    return a;
}

map_node::any transpose(const map_node::product& a) {
    auto factors = mapped(a.factors, turned);
    std::ranges::reverse(factors);
    return map_node::product{std::move(factors)};
}

map_node::any transpose(const map_node::sum& a) { return map_node::sum{mapped(a.terms, turned)}; }

map_node::any transpose(const map_node::scaled& a) {
    return map_node::scaled{a.c, mapped(a.map, turned)};
}

map_node::any transpose(const map_node::block& a) {
    const std::size_t height = a.maps.size() / a.width;
    std::vector<linear_map> maps;
    for (std::size_t j = 0; j < a.width; ++j) {
        for (std::size_t i = 0; i < height; ++i) maps.push_back(a.maps[i * a.width + j].T());
    }
    return map_node::block{std::move(maps), height};
}

map_node::any transpose(const map_node::block_diag& a) {
    return map_node::block_diag{mapped(a.maps, turned)};
}

map_node::any transpose(const map_node::kron& a) { return map_node::kron{mapped(a.maps, turned)}; }

// Aᵀ = conj(Aᴴ): forward and adjoint change places, and both are conjugated.
map_node::any transpose(map_node::custom a) {
    std::swap(a.rows, a.cols);
    std::swap(a.forward, a.adjoint);
    a.conjugated = !a.conjugated;
    return a;
}

map_node::any conjugate(map_node::bound_word a) {
    a.word = conj(a.word);
    return a;
}

map_node::any conjugate(const map_node::product& a) {
    return map_node::product{mapped(a.factors, conjugated)};
}

map_node::any conjugate(const map_node::sum& a) {
    return map_node::sum{mapped(a.terms, conjugated)};
}

map_node::any conjugate(const map_node::scaled& a) {
    return map_node::scaled{conj(a.c), mapped(a.map, conjugated)};
}

map_node::any conjugate(const map_node::block& a) {
    return map_node::block{mapped(a.maps, conjugated), a.width};
}

map_node::any conjugate(const map_node::block_diag& a) {
    return map_node::block_diag{mapped(a.maps, conjugated)};
}

map_node::any conjugate(const map_node::kron& a) {
    return map_node::kron{mapped(a.maps, conjugated)};
}

map_node::any conjugate(map_node::custom a) {
    a.conjugated = !a.conjugated;
    return a;
}

}  // namespace

linear_map linear_map::T() const {
    return std::visit([](const auto& a) { return linear_map(transpose(a)); }, root());
}

linear_map linear_map::H() const { return conj(*this).T(); }

linear_map conj(const linear_map& a) {
    return std::visit([](const auto& n) { return linear_map(conjugate(n)); }, a.root());
}

}  // namespace noble
