// Filter banks: does the synthesis bank put back what the analysis bank took apart, and if not,
// what is left?
//
//     T = row(F₀, F₁, …) · column(H₀, H₁, …)
//
// T is (M, M)-periodic: at outputs n ≡ r modulo M it convolves with a kernel g_r. With the Fourier
// transform over r, y[n] = Σ_l Σ_t a_l[t]·W^(l(n−t))·x[n−t], W = e^(2πi/M): l = 0 is the
// distortion, the others are the alias terms. For filters H_k before ↓M and F_k after ↑M they are
//
//     Y(z) = Σ_l A_l(z)·X(z·W^−l),   A_l(z) = (1/M)·Σ_k F_k(z)·H_k(z·W^−l),   0 ≤ l < M
//
// (P. P. Vaidyanathan, Multirate Systems and Filter Banks, 1993, §5.2 and §5.4). No root of unity
// is needed to hold them exactly: the terms whose frequency l/M has the denominator d, added up,
// have rational kernels (a Ramanujan sum over r).
#pragma once

#include <gmpxx.h>

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "noble/bank.hpp"
#include "noble/op.hpp"
#include "noble/polynomial.hpp"

namespace [[gnu::visibility("default")]] noble {

/// The alias terms at the frequencies j/d, j prime to d, added up: at outputs n ≡ r modulo d a
/// convolution with kernels[r].
struct alias_term {
    index_t denominator = 2;        ///< d
    std::vector<sequence> kernels;  ///< d of them, by output phase
    /// Σᵣ ↑(d, r)·↓(d, r)·conv(kernels[r])
    [[nodiscard]] op word() const;
    /// For d = 2: a with y[n] = Σ a[t]·(−1)^(n−t)·x[n−t], the A(z) of A(z)·X(−z).
    [[nodiscard]] std::optional<sequence> of_minus_z() const;
};

/// T = scale·delay(delay).
struct delay_and_scale {
    index_t delay = 0;  ///< of the output, in samples
    polynomial scale;   ///< not zero; with unknown taps perfect wherever it is not zero
};

/// T = scale·delay(delay) + what is left. For |x| ≤ 1 the rest of the distortion is at most
/// distortion_error at each output, Σ|D[t]| but for t = delay, and all alias terms together at most
/// alias_error, the greatest Σₜ|g_r[t] − D[t]| of a phase r. Of a complex tap |re| + |im| counts.
struct nearest_delay_and_scale {
    index_t delay = 0;          ///< of the greatest tap of the distortion
    exact scale;                ///< the distortion's tap there
    rational distortion_error;  ///< at most, for |x| ≤ 1
    rational alias_error;       ///< at most, for |x| ≤ 1
};

/// What synthesis · analysis is, and how far from a delay and a scale.
struct reconstruction {
    op total;             ///< T, simplified
    index_t period = 1;   ///< the smallest M
    sequence distortion;  ///< the kernel of the part that commutes with delays, Σᵣ g_r / M
    std::vector<alias_term> aliases;                 ///< those that remain, by denominator
    std::optional<delay_and_scale> perfect;          ///< where it is one
    std::optional<nearest_delay_and_scale> nearest;  ///< of numeric banks that are not perfect
    std::vector<std::string> hints;  ///< "perfect if every decimal is read as n/10^k: noble bank …"

    /// Whether it commutes with delays.
    [[nodiscard]] bool is_alias_free() const noexcept { return aliases.empty(); }
};

/// Decides whether synthesis · analysis is a delay and a scale, for all signals (and all taps).
/// Throws shape_error unless analysis is a column and synthesis a row of as many words, rate_error
/// unless their product has rate 1.
reconstruction reconstruct(const bank& analysis, const bank& synthesis);

/// "perfect reconstruction: row * column == 2 * delay(1)", or distortion and alias terms, a line
/// each.
std::string to_string(const reconstruction& r);
std::ostream& operator<<(std::ostream& out, const reconstruction& r);

}  // namespace noble
