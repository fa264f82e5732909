// Products and sums taken apart.
#pragma once

#include <string>
#include <vector>

#include "noble/op.hpp"

namespace noble {

/// The factors of a product; any other word is its own only factor.
std::vector<op> factors_of(const op& a);
/// The terms of a sum; any other word is its own only term.
std::vector<op> terms_of(const op& a);

/// c·A: a term as its number and the rest, by which like terms are told.
struct multiple {
    exact number;
    op word;
};
multiple as_multiple(const op& term);

/// Terms stand in the order of this text: their words', whatever their numbers.
std::string order_key(const op& term);

}  // namespace noble
