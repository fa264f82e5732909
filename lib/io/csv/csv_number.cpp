#include "io/csv/csv_number.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace noble::io {
namespace {

// Takes a real number off the front of `text`. from_chars knows no '+'.
std::optional<double> take_real(std::string_view& text) {
    std::string_view digits = text;
    if (digits.starts_with('+')) digits.remove_prefix(1);
    if (digits.size() < text.size() && digits.starts_with('-')) return std::nullopt;
    double value = 0;
    const auto [end, failure] = std::from_chars(digits.begin(), digits.end(), value);
    if (failure != std::errc{}) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
    return value;
}

bool is_unit(std::string_view text) { return text == "i" || text == "j"; }

template <class Real>
void append_real(std::string& text, Real value) {
    std::array<char, 64> digits{};
    const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    text.append(digits.data(), result.ptr);
}

template <class Real>
void append_complex(std::string& text, std::complex<Real> value) {
    append_real(text, value.real());
    if (!std::signbit(value.imag())) text += '+';
    append_real(text, value.imag());
    text += 'i';
}

}  // namespace

std::optional<csv_number> parse_csv_number(std::string_view text) {
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        text = text.substr(1, text.size() - 2);  // as numpy.savetxt writes complex numbers
    }
    const auto first = take_real(text);
    if (!first) return std::nullopt;
    if (text.empty()) return csv_number{*first, false};
    if (is_unit(text)) return csv_number{{0, *first}, true};
    if (text.front() != '+' && text.front() != '-') return std::nullopt;
    const auto second = take_real(text);
    if (!second || !is_unit(text)) return std::nullopt;
    return csv_number{{*first, *second}, true};
}

void append_number(std::string& text, float value) { append_real(text, value); }
void append_number(std::string& text, double value) { append_real(text, value); }
void append_number(std::string& text, std::complex<float> value) { append_complex(text, value); }
void append_number(std::string& text, std::complex<double> value) { append_complex(text, value); }

}  // namespace noble::io
