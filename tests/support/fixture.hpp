// Fixtures: text files beside tests/fixtures/make.py, each with its origin written in it.
#pragma once

#include <complex>
#include <string>
#include <vector>

namespace noble::testing {

/// A line of a fixture: its name and the words after it.
struct fixture_line {
    std::string name;
    std::vector<std::string> words;

    [[nodiscard]] std::vector<double> numbers() const;
    /// Pairs of real and imaginary parts.
    [[nodiscard]] std::vector<std::complex<double>> complex_numbers() const;
};

/// The lines of $NOBLE_SOURCE/tests/fixtures/`file`, without comments.
std::vector<fixture_line> read_fixture(const std::string& file);

}  // namespace noble::testing
