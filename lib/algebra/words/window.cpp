#include "noble/window.hpp"

#include <charconv>
#include <optional>
#include <ostream>
#include <string_view>

#include "algebra/words/natural_window.hpp"
#include "base/checked.hpp"
#include "noble/error.hpp"
#include "noble/op.hpp"

namespace noble {
namespace {

std::optional<index_t> whole_number(std::string_view text) {
    index_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, status] = std::from_chars(text.data(), end, value);
    if (text.empty() || status != std::errc{} || stop != end) return {};
    return value;
}

// ⌈nL/M⌉: the number of outputs on the time span of n inputs.
index_t outputs_on(const rate& r, index_t n) {
    return checked::ceil_div(checked::mul(n, r.outputs), r.inputs);
}

}  // namespace

window::window(index_t first, index_t count) : kind_(kind::given), first_(first), count_(count) {
    if (count < 0) {
        throw shape_error("a window of " + std::to_string(count) +
                          " outputs; the count must be at least 0");
    }
    (void)checked::add(first, count);
}

interval window::of(const op& word, index_t n) const {
    switch (kind_) {
        case kind::full:
            return full_interval(word, {0, n});
        case kind::valid:
            return valid_interval(word, {0, n});
        case kind::same:
            return {0, outputs_on(word.rate(), n)};
        case kind::given:
            break;
    }
    return {first_, first_ + count_};
}

std::string to_string(const window& w) {
    switch (w.kind_) {
        case window::kind::full:
            return "full";
        case window::kind::valid:
            return "valid";
        case window::kind::same:
            return "same";
        case window::kind::given:
            break;
    }
    return std::to_string(w.first_) + ":" + std::to_string(w.count_);
}

std::ostream& operator<<(std::ostream& out, const window& w) { return out << to_string(w); }

window window_from(const std::string& text) {
    if (text == "full") return window::full;
    if (text == "valid") return window::valid;
    if (text == "same") return window::same;
    const auto colon = text.find(':');
    if (colon != std::string::npos) {
        const auto first = whole_number(std::string_view(text).substr(0, colon));
        const auto count = whole_number(std::string_view(text).substr(colon + 1));
        if (first && count) return {*first, *count};
    }
    throw argument_error("unknown window '" + text +
                         "'; expected full, same, valid or FIRST:COUNT, as in -3:10");
}

}  // namespace noble
