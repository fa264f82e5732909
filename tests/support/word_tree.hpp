// Words as the tests describe them: a plain tree from which both noble's `op` and the oracle's
// answer are made, so that a mistake in how noble keeps, flattens or prints words cannot hide.
#pragma once

#include <string>
#include <vector>

#include "noble/op.hpp"
#include "support/gaussian.hpp"

namespace noble::testing {

enum class letter {
    identity,
    delay,       // by p
    scale,       // by c
    down,        // k, p
    up,          // k, p
    conv,        // taps from index `first`
    corr,        // taps from index `first`
    product,     // parts[0] after parts[1] after …
    sum,         // parts[0] + parts[1] + …
    difference,  // parts[0] − parts[1]
    negative,    // −parts[0]
    times,       // c·parts[0]
    power,       // parts[0]^k
    transpose,
    adjoint,
    conjugate,
};

struct word_tree {
    letter what = letter::identity;
    index_t k = 1;
    index_t p = 0;
    gaussian c{};
    index_t first = 0;
    std::vector<gaussian> taps{};
    std::vector<word_tree> parts{};
};

op make_op(const word_tree& tree);
std::string to_string(const word_tree& tree);
int depth(const word_tree& tree);
bool is_real(const word_tree& tree);

}  // namespace noble::testing
