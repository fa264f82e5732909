// What it takes to decide an equality, estimated from the words alone.
#pragma once

#include "noble/bank.hpp"
#include "noble/op.hpp"
#include "noble/op2d.hpp"

namespace noble {

/// Sizes as doubles: estimates may exceed 64 bits.
struct proof_cost {
    double products = 0;  ///< of coefficients (terms of polynomials, limbs of numbers)
    double bytes = 0;     ///< of the word, its canonical form and what that takes on the way

    double terms = 0;  ///< of the canonical form: its taps, times their monomials

    proof_cost& operator+=(const proof_cost& b);
    /// This, then b: memory is free again.
    void then(const proof_cost& b);
};

/// The cost of the canonical form of a word, from above but for taps that cancel.
proof_cost cost_of(const op& a);
proof_cost cost_of(const op2d& a);

/// The cost of deciding a == b; none where the rates or shapes differ or the words are the same.
proof_cost cost_of(const op& a, const op& b);
proof_cost cost_of(const op2d& a, const op2d& b);
proof_cost cost_of(const bank& a, const bank& b);

/// Throws limit_error where `cost` is beyond the memory limit or beyond patience.
void require_feasible(const proof_cost& cost);

}  // namespace noble
