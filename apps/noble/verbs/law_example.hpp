// A law at given values of its parameters, with the matrices of both sides.
#pragma once

#include <string>

#include "noble/laws.hpp"

namespace noble::app {

struct law_example {
    std::string values;   ///< `k = 2, m = 3`; empty where there are no parameters
    std::string formula;  ///< with the values in place
    std::string left;     ///< the words as they were read
    std::string right;
    bool equal = false;
    std::string verdict;
    index_t n = 0;  ///< samples that the matrices act on
    std::string left_matrix;
    std::string right_matrix;
};

/// Both sides on a few samples: outputs on the signal's own time span, zeros outside the signal.
law_example example_of(const law& a, const law_values& values);

/// Two texts of a few lines next to each other, `sign` between their middle lines.
std::string side_by_side(const std::string& left, const std::string& sign,
                         const std::string& right);

}  // namespace noble::app
