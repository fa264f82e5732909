#include "engine/planning/wisdom.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <map>
#include <mutex>
#include <sstream>
#include <string_view>

#include "engine/signals/element.hpp"
#include "noble/error.hpp"

namespace noble::engine {
namespace {

constexpr std::string_view title = "noble wisdom 1";
constexpr std::size_t most_costs = 1 << 16;

using cost_table = std::map<measured_key, double>;

struct memory {
    std::mutex mutex;
    cost_table costs;
};

memory& all() {
    static memory known;
    return known;
}

// Once full, the table takes only new times of what it has.
void insert(cost_table& costs, const measured_key& key, double nanoseconds) {
    if (costs.size() < most_costs || costs.contains(key)) costs[key] = nanoseconds;
}

// FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), but by words of 64 bits, whose upper bits it would
// else not spread.
class hash {
 public:
    void add(std::uint64_t word) {
        value_ = (value_ ^ word) * 0x100000001b3;
        value_ ^= value_ >> 32;
    }
    void add(index_t word) { add(static_cast<std::uint64_t>(word)); }
    void add(double number) { add(std::bit_cast<std::uint64_t>(number)); }
    [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
    std::uint64_t value_ = 0xcbf29ce484222325;
};

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

    cost_table read() {
        if (line() != title) fail("it does not begin with \"" + std::string(title) + "\"");
        cost_table costs;
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

    void read_cost(cost_table& costs) {
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

template <class T>
measured_key key_of(const canonical<T>& form, int count_class) {
    hash h;
    h.add(form.outputs());
    h.add(form.inputs());
    for (const auto& t : form.taps()) {
        h.add(t.row);
        h.add(t.offset);
        h.add(static_cast<double>(std::real(t.value)));
        h.add(static_cast<double>(std::imag(t.value)));
    }
    return {element_name<T>, {}, {}, h.value(), count_class};
}

bool knows_costs() {
    const std::lock_guard lock(all().mutex);
    return !all().costs.empty();
}

std::optional<double> known_cost(const measured_key& key) {
    const std::lock_guard lock(all().mutex);
    const auto found = all().costs.find(key);
    if (found == all().costs.end()) return {};
    return found->second;
}

void remember_cost(const measured_key& key, double nanoseconds) {
    const std::lock_guard lock(all().mutex);
    insert(all().costs, key, nanoseconds);
}

std::string wisdom_text() {
    std::string text = std::string(title) + '\n';
    const std::lock_guard lock(all().mutex);
    for (const auto& [key, cost] : all().costs) text += line_of(key, cost);
    return text + "end\n";
}

void learn_wisdom(const std::string& text) {
    const auto costs = reader(text).read();
    const std::lock_guard lock(all().mutex);
    for (const auto& [key, cost] : costs) insert(all().costs, key, cost);
}

void forget_all_wisdom() {
    const std::lock_guard lock(all().mutex);
    all().costs.clear();
}

template measured_key key_of(const canonical<float>&, int);
template measured_key key_of(const canonical<double>&, int);
template measured_key key_of(const canonical<std::complex<float>>&, int);
template measured_key key_of(const canonical<std::complex<double>>&, int);

}  // namespace noble::engine
