// Numbers as CSV files write them.
#pragma once

#include <complex>
#include <optional>
#include <string>
#include <string_view>

namespace noble::io {

/// A number and whether it was written as complex ("1+0i" is, "1" is not).
struct csv_number {
    std::complex<double> value;
    bool is_complex = false;
};

/// Reads all of `text` as a number: `-1.5e3`, `+2`, `nan`, `inf`, `1+2i`, `2j`, `(1+2j)`. None if
/// it is not one, or is beyond float64.
std::optional<csv_number> parse_csv_number(std::string_view text);

/// Appends the shortest digits that read back to the same value; complex ones as `1+2i`.
void append_number(std::string& text, float value);
void append_number(std::string& text, double value);
void append_number(std::string& text, std::complex<float> value);
void append_number(std::string& text, std::complex<double> value);

}  // namespace noble::io
