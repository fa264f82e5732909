// What a reconstruction says of its bank, in words.
#include <gmpxx.h>

#include <cmath>
#include <ostream>

#include "algebra/proof/decision/proof_text.hpp"
#include "noble/explain.hpp"
#include "noble/reconstruct.hpp"

namespace noble {
namespace {

std::string line(const alias_term& term) {
    if (const auto a = term.of_minus_z()) {
        return "  at -z: y[n] = sum of a[t] * (-1)^(n-t) * x[n-t], a = " + to_string(*a) + "\n";
    }
    std::string text = "  at the frequencies j/" + std::to_string(term.denominator) +
                       ", j prime to " + std::to_string(term.denominator) + ", added up:\n";
    for (std::size_t r = 0; r < term.kernels.size(); ++r) {
        text += "    outputs " + std::to_string(term.denominator) + "n" +
                (r == 0 ? "" : " + " + std::to_string(r)) + ": " +
                to_string(simplify(conv(term.kernels[r]))) + "\n";
    }
    return text;
}

// For filters H_k, ↓M, ↑M, F_k; see the header.
constexpr const char* definition =
    "  (A_l(z) * X(z * W^-l), l = 1 ... M-1, with A_l(z) = 1/M * sum over k of F_k(z) * H_k(z * "
    "W^-l)\n   and W = exp(2 pi i/M), lies at the frequency l/M; column: down(M) * H_k, row: F_k * "
    "up(M))\n";

std::string aliases_text(const std::vector<alias_term>& aliases) {
    std::string text = "alias terms that remain:\n";
    for (const auto& term : aliases) text += line(term);
    return text + definition;
}

// Of a long fraction the decimal too; 1 + 7.1e-17 where it is near an integer other than 0.
std::string with_decimal(const rational& q) {
    std::string text = to_string(q);
    constexpr std::size_t readable = 12;
    if (text.size() <= readable || text.find('/') == std::string::npos) return text;
    const double whole = std::round(nearest<double>(q));
    const rational rest = q - rational(whole);
    if (whole == 0 || abs(rest) > rational(1, 1000)) return text + ", about " + about(q);
    return text + ", about " + about(rational(whole)) + (sgn(rest) < 0 ? " - " : " + ") +
           about(abs(rest));
}

std::string with_decimal(const exact& c) {
    return c.is_real() ? with_decimal(c.re()) : to_string(c);
}

std::string nearest_text(const nearest_delay_and_scale& a) {
    return "nearest: delay " + std::to_string(a.delay) + ", scale " + with_decimal(a.scale) +
           "\n  for |x[n]| <= 1 the rest of the distortion is at most " +
           with_decimal(a.distortion_error) + "\n  and the alias terms together are at most " +
           with_decimal(a.alias_error) + "\n";
}

// `2 * delay(1)`; with unknown taps the word of one tap.
std::string as_scaled_delay(const reconstruction& r) {
    const auto& [d, c] = *r.perfect;
    if (!c.is_number() || c == polynomial(1)) return to_string(r.total);
    return to_string(d == 0 ? scale(c.number()) : c.number() * delay(d));
}

std::string perfect_text(const reconstruction& r) {
    const auto& [d, c] = *r.perfect;
    return "perfect reconstruction: row * column == " + as_scaled_delay(r) + "\n  delay " +
           std::to_string(d) + ", scale " +
           (c.is_number() ? with_decimal(c.number()) : to_string(c)) +
           (c.is_number() ? "" : " (for all taps where that is not 0)") + "\n";
}

}  // namespace

std::string to_string(const reconstruction& r) {
    if (r.perfect) return perfect_text(r);
    std::string text = "not perfect reconstruction\n";
    if (r.nearest) text += nearest_text(*r.nearest);
    for (const auto& hint : r.hints) text += hint + "\n";
    text += "distortion: " + to_string(simplify(conv(r.distortion))) + "\n";
    return text + (r.is_alias_free() ? "no alias terms\n" : aliases_text(r.aliases));
}

std::ostream& operator<<(std::ostream& out, const reconstruction& r) { return out << to_string(r); }

}  // namespace noble
