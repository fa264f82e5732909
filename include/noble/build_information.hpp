// What a library was built with.
#pragma once

#include <string>
#include <vector>

namespace [[gnu::visibility("default")]] noble {

/// One of the things below.
struct build_fact {
    std::string name;   ///< `version`, …
    std::string value;  ///< in words
};

/// `version`, `transforms` (of filters' spectra: FFTW with its version, or noble's own), `audio`
/// (libsndfile with its version), `instruction sets` (those that there are kernels for; which of
/// them a machine has is instruction_sets()) and `compiler`, as they were when it was built.
std::vector<build_fact> build_information();

}  // namespace noble
