// Random words and finite maps for RapidCheck, decoded from a tape of numbers: shrinking the tape
// (shorter, smaller) shrinks the word, since an exhausted tape reads as zeros and zero always
// means the simplest choice.
#pragma once

#include <rapidcheck.h>

#include <cstdint>
#include <iosfwd>
#include <vector>

#include "support/oracle.hpp"
#include "support/word_tree.hpp"

namespace noble::testing {

/// A word and the finite map that it is asked to be.
struct random_case {
    word_tree word;
    index_t n = 1;
    window::kind kept = window::kind::full;
    index_t first = 0;  ///< of an explicit window
    index_t count = 0;
    noble::boundary boundary = noble::boundary::zero;
    std::uint64_t seed = 0;  ///< of random data

    [[nodiscard]] window kept_window() const;
    [[nodiscard]] interval outputs() const;
};

void showValue(const random_case& c, std::ostream& out);

/// Words of depth ≤ 6, k ≤ 6, any phase, with Gaussian-integer taps; matrices of ≤ 10⁵ entries.
rc::Gen<random_case> random_cases();

/// Gaussian integers of small parts (real ones where asked), reproducibly.
std::vector<gaussian> gaussian_data(std::uint64_t seed, index_t count, bool real);

}  // namespace noble::testing
