#include "algebra/parse/names.hpp"

#include <algorithm>
#include <vector>

#include "algebra/parse/functions.hpp"
#include "base/edit_distance.hpp"

namespace noble::parsing {
namespace {

constexpr std::size_t longest_name_compared = 40;

std::string advice(std::string_view name, const std::vector<std::string>& known) {
    std::string nearest;
    std::size_t least = std::min<std::size_t>(3, name.size());
    for (const auto& candidate : known) {
        const std::size_t distance = edit_distance(name, candidate);
        if (distance < least) {
            least = distance;
            nearest = candidate;
        }
    }
    std::string list;
    for (const auto& candidate : known) list += (list.empty() ? "" : ", ") + candidate;
    return (nearest.empty() ? "" : "; did you mean '" + nearest + "'?") +
           " (known: " + (list.empty() ? "none" : list) + ")";
}

std::string message(std::string_view kind, std::string_view name,
                    const std::vector<std::string>& known) {
    const std::string start = "unknown " + std::string(kind) + " '";
    if (name.size() > longest_name_compared) {
        return start + std::string(name.substr(0, longest_name_compared)) + "...'";
    }
    return start + std::string(name) + "'" + advice(name, known);
}

template <class Map>
void add_keys(std::vector<std::string>& names, const Map& map) {
    for (const auto& entry : map) names.push_back(entry.first);
}

bool is_not_finite(std::string_view name) {
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    return lower == "nan" || lower == "inf" || lower == "infinity";
}

}  // namespace

std::string unknown_name(const state& s, std::string_view name) {
    if (is_not_finite(name)) {
        return "unknown name '" + std::string(name) + "'; every tap and scale is a finite number";
    }
    auto known = function_names();
    add_keys(known, s.words.kernels);
    add_keys(known, s.unknowns);
    add_keys(known, s.variables);
    return message("name", name, known);
}

std::string unknown_variable(const state& s, std::string_view name) {
    std::vector<std::string> known;
    add_keys(known, s.variables);
    return message("variable", name, known);
}

}  // namespace noble::parsing
