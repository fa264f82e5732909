#include "plot/drawing/text.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace noble::drawing {
namespace {

// Hundredths of an em: U+0020 … U+007E in DejaVu Sans.
constexpr std::array<unsigned char, 95> ascii_widths{
    32, 40, 46, 84, 64, 95, 78, 27, 39,  39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79,
    60, 79, 69, 63, 61, 73, 68, 99, 69,  61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63,
    63, 28, 28, 58, 28, 97, 63, 61, 63,  63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84};

constexpr double mono_width = 0.602;
constexpr double other_width = 0.84;  // arrows, minus and other operators
constexpr double superscript_width = 0.53;

// U+FFFD and one byte where the text is not UTF-8.
struct character {
    char32_t code = 0xFFFD;
    std::size_t bytes = 1;
};

character decoded(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80U) return {lead, 1};
    const std::size_t bytes = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
    if (lead < 0xC2U || lead > 0xF4U || bytes > text.size()) return {};
    char32_t code = lead & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return {};
        code = (code << 6U) | (byte(i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code < 0xE000;
    return code < least.at(bytes) || code > 0x10FFFF || surrogate ? character{}
                                                                  : character{code, bytes};
}

bool is_xml(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c < 0xD800 || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
}

double advance(char32_t c) {
    if (c >= 0x20 && c < 0x7F) return ascii_widths.at(c - 0x20) / 100.0;
    if (c == 0xB7) return 0.32;
    if (c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x207F)) {
        return superscript_width;
    }
    if (c == 0x2009) return 0.2;
    return c == 0x2026 || c >= 0x2E80 ? 1.0 : other_width;
}

template <class F>
void for_each_character(std::string_view text, const F& f) {
    for (std::size_t i = 0; i < text.size();) {
        const character c = decoded(text.substr(i));
        f(c.code, text.substr(i, c.bytes));
        i += c.bytes;
    }
}

std::string with_minus(std::string text) {
    for (std::size_t at = 0; (at = text.find('-', at)) != std::string::npos;) {
        text.replace(at, 1, "−");
    }
    return text;
}

std::string printed(const char* format, int digits, double value) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), format, digits, value);
    return text.data();
}

std::string rational_label(const rational& q, int digits) {
    constexpr std::size_t most_digits = 7;
    if (q.get_den() == 1 && q.get_str().size() <= most_digits) return with_minus(q.get_str());
    return number(nearest<double>(q), digits);
}

// Of at least two digits; integers too have powers of ten where they are too long.
template <class Value>
std::string narrowest(const Value& value, double width, double size) {
    constexpr int least_digits = 2;
    std::string text;
    for (int digits = 4; digits >= least_digits; --digits) {
        text = label(value, digits);
        if (text_width(text, size) <= width) return text;
    }
    if constexpr (std::is_same_v<Value, exact>) {
        if (value.is_real()) text = number(nearest<double>(value.re()), least_digits);
    }
    return text_width(text, size) <= width ? text : "…";
}

}  // namespace

double text_width(std::string_view text, double size, face f) {
    double ems = 0;
    for_each_character(text, [&](char32_t c, std::string_view /*bytes*/) {
        ems += f == face::mono && c < 0x2E80 ? mono_width : advance(c);
    });
    return ems * size;
}

std::string fitted(const std::string& text, double width, double size, face f) {
    if (text_width(text, size, f) <= width) return text;
    std::string kept;
    double used = text_width("…", size, f);
    bool full = false;
    for_each_character(text, [&](char32_t /*code*/, std::string_view bytes) {
        used += text_width(bytes, size, f);
        full = full || used > width;
        if (!full) kept += bytes;
    });
    return kept + "…";
}

std::vector<std::string> wrapped(const std::string& text, double width, double size, face f,
                                 std::size_t most) {
    std::vector<std::string> lines;
    std::string rest = text;
    while (lines.size() + 1 < most && text_width(rest, size, f) > width) {
        std::size_t cut = 0;
        for (std::size_t space = rest.find(' '); space != std::string::npos;
             space = rest.find(' ', space + 1)) {
            if (text_width(std::string_view(rest).substr(0, space), size, f) > width) break;
            cut = space;
        }
        if (cut == 0) break;
        lines.push_back(rest.substr(0, cut));
        rest.erase(0, cut + 1);
    }
    lines.push_back(fitted(rest, width, size, f));
    return lines;
}

std::string escaped(std::string_view text) {
    std::string result;
    for_each_character(text, [&](char32_t c, std::string_view bytes) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            case '\'':
                result += "&#39;";
                break;
            default:
                result += c == 0xFFFD || !is_xml(c) ? "\xEF\xBF\xBD" : bytes;
        }
    });
    return result;
}

std::string coordinate(double value) {
    const double rounded = std::round(value * 100) / 100;
    std::string text = printed("%.*f", 2, rounded == 0 ? 0 : rounded);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

// 1e+06 as 1e6, 1e-07 as 1e-7.
std::string number(double value, int digits) {
    std::string text = printed("%.*g", digits, value == 0 ? 0 : value);
    const std::size_t exponent = text.find('e');
    if (exponent != std::string::npos) {
        const std::size_t sign = exponent + 1;
        text.erase(sign + 1, text.find_first_not_of('0', sign + 1) - sign - 1);
        if (text[sign] == '+') text.erase(sign, 1);
    }
    return with_minus(text);
}

std::string number(index_t value) {
    std::string text = std::to_string(value);
    const std::size_t sign = value < 0 ? 1 : 0;
    if (text.size() - sign >= 5) {
        for (std::size_t at = text.size() - 3; at > sign;
             at -= std::min<std::size_t>(at - sign, 3)) {
            text.insert(at, "\u2009");
        }
    }
    return with_minus(text);
}

std::string hertz(double value) {
    if (value >= 1e9) return number(value / 1e9) + " GHz";
    if (value >= 1e6) return number(value / 1e6) + " MHz";
    return value >= 1e4 ? number(value / 1e3) + " kHz" : number(value) + " Hz";
}

std::string samples(const std::string& count) {
    return count + (count == "1" || count == "−1" ? " sample" : " samples");
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 < names.size() ? ", " : " and ";
        text += names[i];
    }
    return text;
}

std::string label(const exact& value, int digits) {
    std::string re = rational_label(value.re(), digits);
    if (value.is_real()) return re;
    std::string im = rational_label(value.im(), digits) + "i";
    if (sgn(value.re()) == 0) return im;
    return re + (sgn(value.im()) > 0 ? "+" : "") + im;
}

std::string label(const polynomial& value, int digits) {
    return value.is_number() ? label(value.number(), digits) : with_minus(to_string(value));
}

std::string label_within(const exact& value, double width, double size) {
    return narrowest(value, width, size);
}

std::string label_within(const polynomial& value, double width, double size) {
    return narrowest(value, width, size);
}

std::string offset_name(const std::string& name, double base) {
    if (base == 0) return name;
    return name + (base < 0 ? " + " : " − ") + number(std::abs(base), 17);
}

std::string superscript(index_t value) {
    constexpr std::array<const char*, 10> digits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text;
    for (const char c : std::to_string(value)) {
        text += c == '-' ? "⁻" : digits.at(static_cast<std::size_t>(c - '0'));
    }
    return text;
}

}  // namespace noble::drawing
