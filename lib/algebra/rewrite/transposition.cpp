// The laws of the table by which transposes go to the letters.
#include "noble/explain.hpp"

namespace noble {
namespace {

struct names {
    bool adjoint;

    [[nodiscard]] std::string_view either(std::string_view transposed,
                                          std::string_view adjoint_name) const {
        return adjoint ? adjoint_name : transposed;
    }

    std::string_view operator()(const node::identity& /*a*/) const {
        return either("transpose-scale", "adjoint-scale");
    }
    std::string_view operator()(const node::scale& /*a*/) const {
        return either("transpose-scale", "adjoint-scale");
    }
    std::string_view operator()(const node::delay& /*a*/) const { return "transpose-delay"; }
    std::string_view operator()(const node::down& /*a*/) const {
        return either("transpose-down", "adjoint-samplers");
    }
    std::string_view operator()(const node::up& /*a*/) const {
        return either("transpose-up", "adjoint-samplers");
    }
    std::string_view operator()(const node::conv& /*a*/) const {
        return either("transpose-conv", "adjoint-conv");
    }
    std::string_view operator()(const node::product& /*a*/) const {
        return either("transpose-product", "adjoint-product");
    }
    std::string_view operator()(const node::sum& /*a*/) const { return "transpose-sum"; }
};

}  // namespace

std::string_view law_of(const transposition& a) {
    return std::visit(names{a.adjoint}, a.of.root());
}

}  // namespace noble
