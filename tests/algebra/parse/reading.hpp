// Reading with a small vocabulary: two kernel functions, k = 3 and m = 5.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "noble/error.hpp"
#include "noble/limit.hpp"
#include "noble/parse.hpp"

namespace noble::testing::reading {

inline sequence boxed(const std::vector<kernel_argument>& arguments) {
    if (arguments.size() != 1 || !std::holds_alternative<exact>(arguments[0])) {
        throw argument_error("box takes one number");
    }
    const auto& length = std::get<exact>(arguments[0]);
    if (length == exact(1'000'000'000)) require_memory(index_t{1} << 50, 1, "a box");
    if (length == exact(7)) throw io_error("no such file");
    return sequence(std::vector<exact>(static_cast<std::size_t>(length.to<double>()), exact(1)));
}

inline sequence named_taps(const std::vector<kernel_argument>& arguments) {
    const auto& name = std::get<std::string>(arguments.at(0));
    return {static_cast<int>(name.size())};
}

inline const vocabulary words{
    .kernels = {{"box", {"box(TAPS)", boxed}}, {"file", {"file(\"NAME\")", named_taps}}},
    .variables = {{"k", 3}, {"m", 5}}};

inline op read(const std::string& text) { return std::get<op>(parse_expression(text, words)); }

inline sequence taps_of(const std::string& text) { return parse_sequence(text, words); }

inline bool reads_as(const std::string& text, const op& expected) {
    const op result = read(text);
    if (!same_word(result, expected)) MESSAGE(text << " reads as " << to_string(result));
    return same_word(result, expected);
}

template <class Parse>
inline std::string failure(const Parse& parse) {
    try {
        parse();
    } catch (const parse_error& e) {
        const std::string what = e.what();
        return std::to_string(e.column) + ": " + what.substr(0, what.find('\n'));
    }
    return "no error";
}

// "COLUMN: first line of the message"
inline std::string error_of(const std::string& text) {
    return failure([&] { (void)parse_expression(text, words); });
}

inline bool starts_with(const std::string& text, const std::string& start) {
    if (!text.starts_with(start)) MESSAGE(text);
    return text.starts_with(start);
}

inline std::string repeated(const std::string& text, int n) {
    std::string result;
    for (int i = 0; i < n; ++i) result += text;
    return result;
}

}  // namespace noble::testing::reading
