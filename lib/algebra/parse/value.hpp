// What a part of an expression can be, and how parts combine.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "algebra/parse/state.hpp"

namespace noble::parsing {

/// A sequence is a part only: of conv(…), of an application.
using value = std::variant<op, op2d, bank, sequence>;

/// A part and the byte position of the operator or argument that brought it in.
struct operand {
    value part;
    std::size_t position = 0;
    bool subtracted = false;
};

/// "a word", "a two-dimensional word (kron)", "a bank (row, column)", "a sequence".
std::string kind(const value& a);

/// The number of letters of all words of the part.
index_t letters(const value& a);

value negated(const state& s, std::size_t position, const value& a);
value conjugated(const value& a);
value transposed(state& s, std::size_t position, const value& a, bool adjoint);
value sum_of(const state& s, const std::vector<operand>& terms);
value product_of(const state& s, const std::vector<operand>& factors);
value power(const state& s, std::size_t position, const value& base, index_t n);

}  // namespace noble::parsing
