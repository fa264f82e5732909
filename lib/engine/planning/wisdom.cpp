#include "engine/planning/wisdom.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <sstream>
#include <string_view>

#include "engine/planning/measured_costs.hpp"
#include "noble/error.hpp"

namespace noble::engine {
namespace {

constexpr std::string_view title = "noble wisdom 1";
std::string digits_of(double number) {
    char text[40];
    return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

std::string line_of(const measured_key& key, double cost) {
    std::ostringstream line;
    line << "cost " << key.element << ' ' << to_string(key.instructions) << ' '
         << to_string(key.method) << ' ' << std::hex << key.form << std::dec << ' '
         << key.count_class << ' ' << digits_of(cost) << '\n';
    return line.str();
}

class reader {
 public:
    explicit reader(std::string_view text) : rest_(text) {}

    measured_costs read() {
        if (line() != title) fail("it does not begin with \"" + std::string(title) + "\"");
        measured_costs costs;
        while (rest_.starts_with("cost ")) read_cost(costs);
        if (line() != "end" || !rest_.empty()) fail("a measured time or the end was expected");
        return costs;
    }

 private:
    [[noreturn]] void fail(const std::string& what) const {
        throw io_error("line " + std::to_string(number_) + ": " + what);
    }

    std::string_view line() {
        ++number_;
        const auto end = rest_.find('\n');
        if (end == std::string_view::npos) fail("it breaks off");
        const auto text = rest_.substr(0, end);
        rest_.remove_prefix(end + 1);
        return text;
    }

    template <class Values>
    static auto named(const Values& values, const std::string& name) {
        return std::ranges::find_if(values, [&](auto v) { return to_string(v) == name; });
    }

    void read_cost(measured_costs& costs) {
        std::istringstream words{std::string(line())};
        std::string first;
        std::string set;
        std::string how;
        measured_key key;
        double cost = 0;
        words >> first >> key.element >> set >> how >> std::hex >> key.form >> std::dec >>
            key.count_class >> cost;
        constexpr std::array sets{instruction_set::plain, instruction_set::sse2,
                                  instruction_set::avx2, instruction_set::avx512};
        const auto* const a_set = named(sets, set);
        const auto* const a_method = named(methods, how);
        if (!words || !words.eof() || a_set == sets.end() || a_method == methods.end() ||
            !std::isfinite(cost) || cost <= 0) {
            fail("a measured time was expected");
        }
        key.instructions = *a_set;
        key.method = *a_method;
        insert(costs, key, cost);
    }

    std::string_view rest_;
    std::ptrdiff_t number_ = 0;
};

}  // namespace

std::string wisdom_text() {
    std::string text = std::string(title) + '\n';
    for (const auto& [key, cost] : known_costs()) text += line_of(key, cost);
    return text + "end\n";
}

void learn_wisdom(const std::string& text) { remember_costs(reader(text).read()); }

}  // namespace noble::engine
