// Parts of the sentences that proofs are told in.
#pragma once

#include <gmpxx.h>

#include <string>
#include <vector>

#include "noble/op.hpp"
#include "noble/polynomial.hpp"
#include "noble/proof.hpp"

namespace noble {

/// The names of the kernels with unknown taps that occur in a word, added in order.
void add_unknowns(const op& a, std::vector<std::string>& names);

/// The words after "proved ": "for all values of the taps q and h (and all signals)".
std::string scope_text(const std::vector<std::string>& unknowns);

/// 5.55e-17, for people: exact values stand before it.
std::string about(const rational& q);

/// A value, shortened where it has very many terms.
std::string value_text(const polynomial& value);

/// "the left gives 1 at 3, the right 0"; with the difference where both are numbers, not integers.
std::string values_text(const polynomial& left, const polynomial& right, const std::string& place);

/// Why it does not hold, without "refuted: " and without hints.
std::string reason_text(const any_proof& p);

const std::vector<std::string>& hints_of(const any_proof& p);
const std::vector<std::string>& unknowns_of(const any_proof& p);

}  // namespace noble
