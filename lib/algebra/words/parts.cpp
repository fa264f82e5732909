#include "algebra/words/parts.hpp"

namespace noble {

std::vector<op> factors_of(const op& a) {
    const auto* product = std::get_if<node::product>(&a.root());
    return product == nullptr ? std::vector{a} : product->factors;
}

std::vector<op> terms_of(const op& a) {
    const auto* sum = std::get_if<node::sum>(&a.root());
    return sum == nullptr ? std::vector{a} : sum->terms;
}

multiple as_multiple(const op& term) {
    const auto factors = factors_of(term);
    const auto* c = std::get_if<node::scale>(&factors.front().root());
    if (c == nullptr) return {1, term};
    return {c->c, product_of({factors.begin() + 1, factors.end()})};
}

std::string order_key(const op& term) { return to_string(as_multiple(term).word); }

}  // namespace noble
