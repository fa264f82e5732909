// Names that were probably meant.
#include <algorithm>

#include "base/edit_distance.hpp"
#include "noble/laws.hpp"

namespace noble {
namespace {

// A name that contains the other is near, however long the rest.
std::size_t distance(std::string_view typed, const std::string& name) {
    constexpr std::size_t fewest_letters = 3;
    const bool part = typed.size() >= fewest_letters && name.find(typed) != std::string::npos;
    return part ? 1 : edit_distance(typed, name);
}

}  // namespace

std::vector<std::string> similar_laws(std::string_view name) {
    constexpr std::size_t longest = 40;
    constexpr std::size_t farthest = 3;
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const auto& group : law_groups()) {
        for (const auto& law : group.laws) {
            if (name.size() > longest) continue;
            const std::size_t d = distance(name, law.name);
            if (d <= farthest && d < name.size()) near.emplace_back(d, law.name);
        }
    }
    std::ranges::stable_sort(near, {}, &std::pair<std::size_t, std::string>::first);
    std::vector<std::string> names;
    for (const auto& entry : near) names.push_back(entry.second);
    return names;
}

}  // namespace noble
