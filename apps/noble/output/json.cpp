#include "output/json.hpp"

#include <algorithm>

namespace noble::app {

json::json(const json& other) = default;
json::json(json&& other) noexcept = default;
json& json::operator=(const json& other) = default;
json& json::operator=(json&& other) noexcept = default;
json::~json() = default;

json::json() : json(variant()) {}
json::json(bool value) : json(variant(value)) {}
json::json(double value) : json(variant(value)) {}
json::json(const char* text) : json(variant(std::string(text))) {}
json::json(std::string_view text) : json(variant(std::string(text))) {}
json::json(const std::string& text) : json(variant(text)) {}
json::json(std::initializer_list<json_member> object) : json(variant(members(object))) {}
json::json(variant value) : value_(std::move(value)) {}

json json::array(list values) { return json(variant(std::move(values))); }
json json::object() { return json(variant(members())); }

json& json::operator[](std::string_view name) {
    auto& all = std::get<members>(value_);
    const auto found = std::ranges::find(all, name, &json_member::name);
    return found != all.end() ? found->value
                              : all.emplace_back(json_member{std::string(name), {}}).value;
}

void json::push_back(json value) { std::get<list>(value_).push_back(std::move(value)); }

void json::update(const json& other) {
    for (const auto& member : std::get<members>(other.value_)) (*this)[member.name] = member.value;
}

}  // namespace noble::app
