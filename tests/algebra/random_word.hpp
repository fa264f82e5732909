// Random words for property tests. A word is read off a list of numbers, its genome, so that
// RapidCheck shrinks words by shrinking lists: an exhausted genome reads as zeros, which mean the
// simplest choice everywhere.
#pragma once

#include <gmpxx.h>
#include <rapidcheck.h>

#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "noble/op.hpp"
#include "support/property.hpp"

namespace noble::testing {

class word_maker {
 public:
    explicit word_maker(std::vector<unsigned> genome) : genome_(std::move(genome)) {}

    /// 0 … n−1
    index_t pick(unsigned n) {
        return place_ < genome_.size() ? static_cast<index_t>(genome_[place_++] % n) : 0;
    }

    exact number() {
        const rational re(pick(11) - 5);
        switch (pick(6)) {
            case 1:
                return {re / 3};
            case 2:
                return {re, rational(pick(7) - 3)};
            case 3:
                return {rational(0), re / 7};
            case 4:
                return {0.1 * static_cast<double>(pick(9) - 4)};
            case 5:
                return {re * rational("1000000000000000000000")};
            default:
                return {re};
        }
    }

    sequence taps() {
        const index_t length = 1 + pick(5);
        if (pick(3) == 1) return variant_of(unknown(names[pick(3)], length).origin(pick(5) - 1));
        tap_list<polynomial> values;
        for (index_t i = 0; i < length; ++i) {
            polynomial value = number();
            if (pick(8) == 1) value = value * tap() + tap() * tap() - tap() * tap() * tap();
            values.push_back({i - 2, value});
        }
        return variant_of({-2, length - 3, std::move(values)});
    }

    op letter() {
        switch (pick(8)) {
            case 1:
                return delay(pick(13) - 6);
            case 2:
                return scale(number());
            case 3:
                return down(1 + pick(6), pick(9) - 4);
            case 4:
                return up(1 + pick(6), pick(9) - 4);
            case 5:
                return conv(taps());
            case 6:
                return conv(taps()).H();
            case 7:
                return scale(-1);
            default:
                return identity();
        }
    }

    op word(int depth) {
        if (depth <= 1) return letter();
        switch (pick(8)) {
            case 1:
                return word(depth - 1) * word(depth - 1);
            case 2:
                return word(depth - 1) * word(depth - 1) * word(depth - 1);
            case 3:
                return sum(depth, false);
            case 4:
                return sum(depth, true);
            case 5:
                return -word(depth - 1);
            case 6:
                return pow(word(depth - 1), 1 + pick(4));
            case 7:
                return number() * word(depth - 1).T();
            default:
                return letter();
        }
    }

 private:
    inline static const std::string names[] = {"q", "h1", "abc"};

    polynomial tap() { return polynomial(unknown_tap{names[pick(3)], pick(3), pick(2) == 1}); }

    sequence variant_of(const sequence& q) {
        switch (pick(7)) {
            case 1:
                return q.reversed();
            case 2:
                return conj(q);
            case 3:
                return up(1 + pick(40), pick(7) - 3)(q);
            case 4:
                return q.shifted(pick(9) - 4);
            case 5:
                return q + q.shifted(pick(200));
            case 6:
                return {q.first() - pick(50), q.last() + pick(50), q.taps<polynomial>()};
            default:
                return q;
        }
    }

    // Terms of one rate: the second is resampled to the rate of the first.
    op sum(int depth, bool minus) {
        const op a = word(depth - 1);
        const op b = word(depth - 1);
        const noble::rate r = a.rate();
        const noble::rate s = b.rate();
        const op fitted = r == s ? b : up(r.outputs * s.inputs) * b * down(r.inputs * s.outputs);
        return minus ? a - fitted : a + fitted;
    }

    std::vector<unsigned> genome_;
    std::size_t place_ = 0;
};

/// Checks the property for scaled_cases(count) random genomes, with a fixed seed.
template <class Property>
bool holds_for_genomes(int count, const Property& property) {
    rc::detail::TestParams params;
    params.seed = 20240229;
    params.maxSuccess = scaled_cases(count);
    params.maxSize = 300;
    const auto result = rc::detail::checkTestable(
        [&](const std::vector<unsigned>& genome) { property(word_maker(genome)); },
        rc::detail::TestMetadata{}, params);
    if (!result.template is<rc::detail::SuccessResult>()) std::cerr << result << "\n";
    return result.template is<rc::detail::SuccessResult>();
}

}  // namespace noble::testing
