// What a proof says of two words: that they are the same operator, or where they differ.
//
// A proof is never a spot check: the canonical form decides for all signals at once, and, where
// kernels are unknown (`q:5`), for all values of their taps.
#pragma once

#include <array>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "noble/bank.hpp"
#include "noble/op.hpp"
#include "noble/op2d.hpp"
#include "noble/polynomial.hpp"

namespace [[gnu::visibility("default")]] noble {

/// The three answers, never mixed up.
enum class verdict : std::uint8_t {
    proved_for_all_signals,  ///< numeric taps, compared as exact rationals
    proved_for_all_taps,     ///< unknown taps, compared as polynomials: for all signals as well
    refuted,
};

/// Where two words of one rate differ: the unit sample at `input` gives `left` and `right` at
/// `output`. It is the least input ≥ 0 at which they differ, and there the output nearest to 0
/// (of two as near, the positive one).
struct witness {
    index_t input = 0;   ///< m of the unit sample
    index_t output = 0;  ///< n at which they differ
    polynomial left;     ///< h[n, m] of the left word
    polynomial right;    ///< h[n, m] of the right word
    friend bool operator==(const witness&, const witness&) = default;
};

/// The answer to a == b for words on one axis.
struct proof {
    verdict answer = verdict::refuted;  ///< proved or refuted
    rate left_rate;                     ///< of a
    rate right_rate;                    ///< of b
    std::optional<witness> difference;  ///< of refuted words of one rate
    std::vector<std::string> hints;     ///< near misses: "equal up to a delay: …"
    std::vector<std::string> unknowns;  ///< the names of the kernels with unknown taps

    /// Whether it was proved.
    [[nodiscard]] bool holds() const noexcept { return answer != verdict::refuted; }
};

/// The same on two axes: the unit sample at the least input (by row, then column), and there the
/// output nearest to 0 (by row, then column).
struct witness2d {
    std::array<index_t, 2> input{};   ///< row and column of the unit sample
    std::array<index_t, 2> output{};  ///< row and column at which they differ
    polynomial left;                  ///< of the left word
    polynomial right;                 ///< of the right word
    friend bool operator==(const witness2d&, const witness2d&) = default;
};

/// The answer to a == b for words on two axes.
struct proof2d {
    verdict answer = verdict::refuted;    ///< proved or refuted
    std::array<rate, 2> left_rates;       ///< along axis 0 and axis 1
    std::array<rate, 2> right_rates;      ///< of b
    std::optional<witness2d> difference;  ///< of refuted words of one rate along each axis
    std::vector<std::string> hints;       ///< near misses
    std::vector<std::string> unknowns;    ///< the names of the kernels with unknown taps

    /// Whether it was proved.
    [[nodiscard]] bool holds() const noexcept { return answer != verdict::refuted; }
};

/// The first entry, row by row, at which two banks of one shape differ.
struct bank_entry {
    index_t output = 0;  ///< output channel
    index_t input = 0;   ///< input channel
    proof words;         ///< refuted
};

/// The answer to a == b for banks.
struct bank_proof {
    verdict answer = verdict::refuted;     ///< proved or refuted
    std::array<index_t, 2> left_shape{};   ///< output and input channels
    std::array<index_t, 2> right_shape{};  ///< of b
    index_t entries_that_differ = 0;       ///< of banks of one shape
    std::optional<bank_entry> difference;  ///< of refuted banks of one shape
    std::vector<std::string> hints;        ///< near misses
    std::vector<std::string> unknowns;     ///< the names of the kernels with unknown taps

    /// Whether it was proved.
    [[nodiscard]] bool holds() const noexcept { return answer != verdict::refuted; }
};

/// Of whatever an equation is about.
using any_proof = std::variant<proof, proof2d, bank_proof>;

/// Decides a == b: prove without hints. Different rates (or shapes) refute. Throws limit_error,
/// before work begins, where the proof would take more than the memory limit or hours of time.
proof decide(const op& a, const op& b);
/// Sums of Kronecker products: the kernels are compared on a common period.
proof2d decide(const op2d& a, const op2d& b);
/// Banks, entry by entry.
bank_proof decide(const bank& a, const bank& b);

/// Whether the equation is proved.
bool holds(const any_proof& p);

/// "proved for all signals", or the witness in words and the hints, a line each.
std::string to_string(const proof& p);
/// The same on two axes.
std::string to_string(const proof2d& p);
/// The same for banks.
std::string to_string(const bank_proof& p);
/// Of the one that it is.
std::string to_string(const any_proof& p);
std::ostream& operator<<(std::ostream& out, const proof& p);
std::ostream& operator<<(std::ostream& out, const proof2d& p);
std::ostream& operator<<(std::ostream& out, const bank_proof& p);

}  // namespace noble
