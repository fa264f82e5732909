// A sequence prints as the shortest of: an unknown kernel, taps in brackets, a dilated sequence, or
// (where few taps lie far apart) a sum of delays applied to a unit sample.
#include <gmpxx.h>

#include <algorithm>
#include <cctype>
#include <numeric>

#include "algebra/print/printer.hpp"
#include "base/checked.hpp"

namespace noble {
namespace {

// Spans up to here print in brackets, and so do longer ones with one non-zero tap in four.
constexpr index_t always_bracketed = 32;
constexpr index_t sparse_ratio = 4;
// Taps of an irregular sequence no further apart than this share one pair of brackets.
constexpr index_t cluster_gap = 8;

bool is_dense(const sequence& q) {
    return q.length() <= always_bracketed ||
           q.length() / sparse_ratio <= static_cast<index_t>(q.count());
}

// The step of the coarsest comb that holds both ends and every non-zero tap.
index_t comb_step(const sequence& q) {
    index_t k = q.length() - 1;
    std::visit(
        [&](const auto& taps) {
            for (const auto& t : taps) k = std::gcd(k, t.index - q.first());
        },
        q.storage());
    return k;
}

// Every k-th tap of q, from index 0.
sequence thinned(const sequence& q, index_t k) {
    return std::visit(
        [&](auto taps) -> sequence {
            for (auto& t : taps) t.index = (t.index - q.first()) / k;
            return {0, (q.length() - 1) / k, std::move(taps)};
        },
        q.storage());
}

std::string origin_text(index_t origin) { return origin == 0 ? "" : "@" + std::to_string(origin); }

template <class Scalar>
std::string bracketed(index_t first, index_t last, std::span<const tap<Scalar>> taps) {
    std::string text = "[";
    index_t next = first;
    const auto zeros_until = [&](index_t end) {
        for (; next < end; ++next) text += next == first ? "0" : " 0";
    };
    for (const auto& t : taps) {
        zeros_until(t.index);
        if (next++ > first) text += ' ';
        text += to_string(t.value);
    }
    zeros_until(last + 1);
    return text + "]";
}

// `[q0 q1 q2 … (255 taps)]`, of the taps that are not zero.
std::string shortened(const sequence& q) {
    constexpr std::size_t shown = 3;
    std::string text = "[";
    std::visit(
        [&](const auto& taps) {
            for (const auto& t : std::span(taps).first(std::min(shown, taps.size()))) {
                text += to_string(t.value) + " ";
            }
        },
        q.storage());
    return text + "… (" + std::to_string(q.length()) + " taps)]" + origin_text(-q.first());
}

std::string bracketed(const sequence& q) {
    return std::visit(
        [&](const auto& taps) { return bracketed(q.first(), q.last(), std::span(taps)); },
        q.storage());
}

// The taps of one cluster as a word that puts them in their place.
template <class Scalar>
std::string cluster_text(std::span<const tap<Scalar>> taps) {
    std::string delay = "delay(" + std::to_string(taps.front().index) + ")";
    if constexpr (std::is_same_v<Scalar, exact>) {
        const exact& c = taps.front().value;
        const bool simple = c.is_real() || sgn(c.re()) == 0;
        if (taps.size() == 1 && c == exact(1)) return delay;
        if (taps.size() == 1 && simple) return to_string(c) + " * " + delay;
    }
    return delay + " * conv(" + bracketed(taps.front().index, taps.back().index, taps) + ")";
}

template <class Scalar>
std::string clusters(const sequence& q, const tap_list<Scalar>& taps) {
    std::string text;
    const auto add = [&](const std::string& term) { text += (text.empty() ? "" : " + ") + term; };
    const auto add_zero = [&](index_t d) { add("0 * delay(" + std::to_string(d) + ")"); };
    if (taps.empty() || taps.front().index != q.first()) add_zero(q.first());
    for (auto begin = taps.begin(); begin != taps.end();) {
        const auto end = std::adjacent_find(begin, taps.end(), [](const auto& a, const auto& b) {
            return b.index - a.index > cluster_gap;
        });
        const auto past = end == taps.end() ? end : end + 1;
        add(cluster_text(std::span<const tap<Scalar>>(begin, past)));
        begin = past;
    }
    if (taps.empty() || taps.back().index != q.last()) add_zero(q.last());
    return "(" + text + ")([1])";
}

// The tap `name` + index alone, with coefficient 1; nothing else.
const unknown_tap* single_tap(const polynomial& a) {
    if (a.terms().size() != 1) return nullptr;
    const auto& [m, c] = *a.terms().begin();
    return m.size() == 1 && c == exact(1) ? &m.front() : nullptr;
}

}  // namespace

bool printer::recognise(const sequence& q, unknown_kernel& kernel) {
    const auto* taps = std::get_if<tap_list<polynomial>>(&q.storage());
    if (taps == nullptr || static_cast<index_t>(taps->size()) != q.length()) return false;
    const auto* front = single_tap(taps->front().value);
    if (front == nullptr) return false;
    const bool reversed = front->index != 0;
    for (const auto& t : *taps) {
        const auto* tap = single_tap(t.value);
        const index_t expected = reversed ? q.last() - t.index : t.index - q.first();
        if (tap == nullptr || *tap != unknown_tap{front->name, expected, front->conjugated}) {
            return false;
        }
    }
    const index_t origin = reversed ? q.last() : -q.first();
    kernel = {front->name, q.length(), origin, reversed, front->conjugated};
    return true;
}

bool printer::declare(const unknown_kernel& kernel) {
    const std::pair shape{kernel.length, kernel.origin};
    return declared_.try_emplace(kernel.name, shape).first->second == shape;
}

std::string printer::sequence_text(const sequence& q) {
    unknown_kernel kernel;
    if (!recognise(q, kernel) || !declare(kernel)) return bracketed_or_sparse(q);
    std::string text =
        kernel.name + ":" + std::to_string(kernel.length) + origin_text(kernel.origin);
    if (kernel.conjugated) text = "conj(" + text + ")";
    return kernel.reversed ? "reversed(" + text + ")" : text;
}

std::string printer::convolution(const sequence& q) {
    unknown_kernel kernel;
    const bool mirrored = recognise(q, kernel) && kernel.reversed && declare(kernel);
    return mirrored ? "corr(" + sequence_text(q.reversed()) + ")"
                    : "conv(" + sequence_text(q) + ")";
}

std::string printer::bracketed_or_sparse(const sequence& q) {
    if (most_taps_ && q.length() > *most_taps_) return shortened(q);
    const index_t k = comb_step(q);
    unknown_kernel kernel;
    if (k > 1 && (!is_dense(q) || recognise(thinned(q, k), kernel))) return comb(q, k);
    if (is_dense(q)) return bracketed(q) + origin_text(-q.first());
    return std::visit([&](const auto& taps) { return clusters(q, taps); }, q.storage());
}

std::string printer::comb(const sequence& q, index_t k) {
    const bool aligned = q.first() % k == 0;
    const sequence teeth = thinned(q, k).shifted(aligned ? q.first() / k : 0);
    const std::string text = "up(" + std::to_string(k) + ")(" + sequence_text(teeth) + ")";
    return aligned ? text : text + origin_text(-q.first());
}

}  // namespace noble
