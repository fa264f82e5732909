#include "noble/op2d.hpp"

#include <algorithm>

#include "base/checked.hpp"
#include "noble/error.hpp"

namespace noble {
namespace {

void require_same_rates(const op2d::term& a, const op2d::term& b) {
    const auto rates = [](const op2d::term& t) {
        return to_string(t.rows.rate()) + " along rows and " + to_string(t.cols.rate()) +
               " along columns";
    };
    if (a.rows.rate() == b.rows.rate() && a.cols.rate() == b.cols.rate()) return;
    throw rate_error("a sum needs one rate along each axis: one term has " + rates(a) +
                     ", another " + rates(b));
}

template <class F>
op2d mapped(const op2d& a, const F& f) {
    std::vector<op2d::term> terms;
    for (const auto& t : a.terms()) terms.push_back({f(t.rows), f(t.cols)});
    return op2d(std::move(terms));
}

}  // namespace

op2d::op2d(std::vector<term> terms) : terms_(std::move(terms)) {
    if (terms_.empty()) throw argument_error("a sum of no words has no rate");
    for (const auto& t : terms_) require_same_rates(terms_.front(), t);
}

op2d op2d::T() const {
    return mapped(*this, [](const op& a) { return a.T(); });
}

op2d op2d::H() const { return conj(*this).T(); }

op2d kron(const op& rows, const op& cols) { return op2d({{rows, cols}}); }

op2d operator*(const op2d& a, const op2d& b) {
    constexpr std::uint64_t term_bytes = 1024;  // two words of a few factors, about
    require_memory(checked::mul(static_cast<index_t>(a.terms().size()),
                                static_cast<index_t>(b.terms().size())),
                   term_bytes, "the terms of a product of sums of Kronecker products");
    std::vector<op2d::term> terms;
    for (const auto& s : a.terms()) {
        for (const auto& t : b.terms()) terms.push_back({s.rows * t.rows, s.cols * t.cols});
    }
    return op2d(std::move(terms));
}

op2d operator*(const exact& c, const op2d& a) {
    std::vector<op2d::term> terms;
    for (const auto& t : a.terms()) terms.push_back({c * t.rows, t.cols});
    return op2d(std::move(terms));
}

op2d operator+(const op2d& a, const op2d& b) {
    auto terms = a.terms();
    terms.insert(terms.end(), b.terms().begin(), b.terms().end());
    return op2d(std::move(terms));
}

op2d operator-(const op2d& a, const op2d& b) { return a + -b; }

op2d operator-(const op2d& a) {
    std::vector<op2d::term> terms;
    for (const auto& t : a.terms()) terms.push_back({-t.rows, t.cols});
    return op2d(std::move(terms));
}

op2d conj(const op2d& a) {
    return mapped(a, [](const op& word) { return conj(word); });
}

bool same_word(const op2d& a, const op2d& b) {
    return std::ranges::equal(a.terms(), b.terms(), [](const auto& s, const auto& t) {
        return same_word(s.rows, t.rows) && same_word(s.cols, t.cols);
    });
}

}  // namespace noble
