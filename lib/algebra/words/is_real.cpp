#include "algebra/words/is_real.hpp"

#include <algorithm>

namespace noble {
namespace {

bool all_real(const std::vector<op>& words) { return std::ranges::all_of(words, is_real); }

struct reality {
    bool operator()(const node::scale& a) const { return a.c.is_real(); }
    bool operator()(const node::conv& a) const {
        const auto* taps = std::get_if<tap_list<exact>>(&a.q.storage());
        return taps != nullptr &&
               std::ranges::all_of(*taps, [](const auto& t) { return t.value.is_real(); });
    }
    bool operator()(const node::product& a) const { return all_real(a.factors); }
    bool operator()(const node::sum& a) const { return all_real(a.terms); }
    template <class Letter>
    bool operator()(const Letter& /*identity, delay, down, up*/) const {
        return true;
    }
};

}  // namespace

bool is_real(const op& word) { return std::visit(reality{}, word.root()); }

}  // namespace noble
