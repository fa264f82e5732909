// Filter banks: does the synthesis bank put back what the analysis bank took apart, and if not,
// what is left?
//
//     T = row(F₀, F₁, …) · column(H₀, H₁, …)
//
// T is (M, M)-periodic: at outputs n ≡ r modulo M it convolves with a kernel g_r. With the Fourier
// transform over r, y[n] = Σ_l Σ_t a_l[t]·W^(l(n−t))·x[n−t], W = e^(2πi/M): l = 0 is the
// distortion, the others are the alias terms (P. P. Vaidyanathan, Multirate Systems and Filter
// Banks, 1993, §5.2 and §5.4). No root of unity is needed to hold them exactly: the terms whose
// frequency l/M has the denominator d, added up, have rational kernels (a Ramanujan sum over r).
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "noble/bank.hpp"
#include "noble/op.hpp"
#include "noble/polynomial.hpp"

namespace noble {

/// The alias terms at the frequencies j/d, j prime to d, added up: at outputs n ≡ r modulo d a
/// convolution with kernels[r].
struct alias_term {
    index_t denominator = 2;
    std::vector<sequence> kernels;
    /// Σᵣ ↑(d, r)·↓(d, r)·conv(kernels[r])
    [[nodiscard]] op word() const;
    /// For d = 2: a with y[n] = Σ a[t]·(−1)^(n−t)·x[n−t], the A(z) of A(z)·X(−z).
    [[nodiscard]] std::optional<sequence> of_minus_z() const;
};

/// T = scale·delay(delay).
struct delay_and_scale {
    index_t delay = 0;
    polynomial scale;  ///< not zero; with unknown taps perfect wherever it is not zero
};

struct reconstruction {
    op total;             ///< T, simplified
    index_t period = 1;   ///< the smallest M
    sequence distortion;  ///< the kernel of the part that commutes with delays, Σᵣ g_r / M
    std::vector<alias_term> aliases;  ///< those that remain, by denominator
    std::optional<delay_and_scale> perfect;

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
