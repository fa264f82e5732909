#include "algebra/rewrite/measure.hpp"

#include <gmpxx.h>

#include <string>
#include <tuple>
#include <vector>

#include "algebra/words/parts.hpp"

namespace noble::rewriting {
namespace {

template <class Letter>
bool is(const op& a) {
    return std::holds_alternative<Letter>(a.root());
}

index_t disorder_of(const std::vector<op>& factors) {
    index_t count = 0;
    index_t others = 0;
    index_t ups = 0;
    for (const auto& a : factors) {
        if (is<node::scale>(a)) {
            count += others;
            continue;
        }
        if (is<node::down>(a)) count += ups;
        if (is<node::up>(a)) ++ups;
        ++others;
    }
    return count;
}

index_t inversions(const std::vector<op>& terms) {
    std::vector<std::string> keys;
    for (const auto& term : terms) keys.push_back(order_key(term));
    index_t count = 0;
    for (std::size_t j = 1; j < keys.size(); ++j) {
        for (std::size_t i = 0; i < j; ++i) count += keys[j] < keys[i] ? 1 : 0;
    }
    return count;
}

struct measurer {
    measure& m;

    void operator()(const node::identity& /*a*/) const {}
    void operator()(const node::delay& /*a*/) const { m.kinds += 1; }
    void operator()(const node::scale& /*a*/) const { m.kinds += 2; }
    void operator()(const node::down& a) const { resampler(a.k); }
    void operator()(const node::up& a) const { resampler(a.k); }
    void operator()(const node::conv& a) const {
        m.kinds += 3;
        m.taps += static_cast<index_t>(a.q.count());
        m.length += mpz_class(a.q.last()) - mpz_class(a.q.first()) + 1;
    }
    void operator()(const node::product& a) const {
        m.disorder += disorder_of(a.factors);
        for (const auto& factor : a.factors) std::visit(*this, factor.root());
    }
    void operator()(const node::sum& a) const {
        ++m.sums;
        m.disorder += inversions(a.terms);
        for (const auto& term : a.terms) std::visit(*this, term.root());
    }

 private:
    void resampler(index_t k) const {
        m.kinds += 3;
        m.factors += k;
    }
};

}  // namespace

measure measure_of(const op& a) {
    measure m;
    m.letters = a.size();
    std::visit(measurer{m}, a.root());
    return m;
}

bool operator<(const measure& a, const measure& b) {
    const auto key = [](const measure& m) {
        return std::tie(m.letters, m.sums, m.taps, m.length, m.factors, m.kinds, m.disorder);
    };
    return key(a) < key(b);
}

}  // namespace noble::rewriting
