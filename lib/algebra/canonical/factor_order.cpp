#include "algebra/canonical/factor_order.hpp"

namespace noble {
namespace {

bool is_convolution(const op& a) {
    const auto& root = a.root();
    return std::holds_alternative<node::conv>(root) || std::holds_alternative<node::delay>(root) ||
           std::holds_alternative<node::scale>(root) ||
           std::holds_alternative<node::identity>(root);
}

}  // namespace

std::vector<op> numbers_first(const std::vector<op>& factors) {
    std::vector<op> result;
    std::vector<op> numbers;
    std::vector<op> unknowns;
    const auto end_run = [&] {
        if (!numbers.empty()) result.push_back(product_of(std::exchange(numbers, {})));
        result.insert(result.end(), unknowns.begin(), unknowns.end());
        unknowns.clear();
    };
    for (const auto& factor : factors) {
        if (is_convolution(factor)) {
            (factor.is_numeric() ? numbers : unknowns).push_back(factor);
        } else {
            end_run();
            result.push_back(factor);
        }
    }
    end_run();
    return result;
}

}  // namespace noble
