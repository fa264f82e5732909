#include "algebra/proof/hints/mapped_letters.hpp"

#include <gmpxx.h>

#include <array>
#include <charconv>
#include <string>

#include "algebra/words/letters.hpp"
#include "base/checked.hpp"

namespace noble {
namespace {

struct backwards {
    op operator()(const node::delay& x) const { return delay(checked::neg(x.d)); }
    op operator()(const node::down& x) const { return down(x.k, checked::neg(x.p)); }
    op operator()(const node::up& x) const { return up(x.k, checked::neg(x.p)); }
    op operator()(const node::conv& x) const { return conv(x.q.reversed()); }
    op operator()(const node::identity& x) const { return op(x); }
    op operator()(const node::scale& x) const { return op(x); }
};

// The decimal n/10ᵏ that a double prints as, if it is short enough to have been meant.
rational as_decimal(const rational& q) {
    constexpr std::ptrdiff_t longest = 18;
    const auto value = nearest<double>(q);
    if (rational(value) != q) return q;
    std::array<char, 40> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr;
    if (end - text.data() > longest) return q;
    std::string digits(text.data(), end);
    const auto dot = digits.find('.');
    if (dot == std::string::npos) return q;
    const std::size_t places = digits.size() - dot - 1;
    digits.erase(dot, 1);
    return ratio(mpz_class(digits, 10), mpz_class("1" + std::string(places, '0'), 10));
}

exact as_decimal(const exact& value) { return {as_decimal(value.re()), as_decimal(value.im())}; }

struct with_decimals {
    op operator()(const node::scale& x) const { return scale(as_decimal(x.c)); }
    op operator()(const node::conv& x) const {
        const auto* numbers = std::get_if<tap_list<exact>>(&x.q.storage());
        if (numbers == nullptr) return op(x);
        auto taps = *numbers;
        for (auto& t : taps) t.value = as_decimal(t.value);
        return conv(sequence(x.q.first(), x.q.last(), std::move(taps)));
    }
    template <class Letter>
    op operator()(const Letter& x) const {
        return op(x);
    }
};

}  // namespace

op mirrored(const op& a) { return with_letters(a, backwards{}); }

op decimals_as_fractions(const op& a) { return with_letters(a, with_decimals{}); }

}  // namespace noble
