// JSON, to be printed: values whose members keep their order.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace noble::app {

struct json_member;

class json {
 public:
    using list = std::vector<json>;
    using members = std::vector<json_member>;
    using variant =
        std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, list, members>;

    json();
    json(const json& other);
    json(json&& other) noexcept;
    json& operator=(const json& other);
    json& operator=(json&& other) noexcept;
    ~json();
    json(bool value);
    json(double value);
    json(const char* text);
    json(std::string_view text);
    json(const std::string& text);
    /// An object: {{"name", value}, …}.
    json(std::initializer_list<json_member> object);
    template <std::integral T>
    json(T value) : json(variant(static_cast<std::int64_t>(value))) {}
    /// An array of the values, or an object of the pairs of a name and a value.
    template <std::ranges::forward_range Range>
    requires(!std::convertible_to<Range, std::string_view>) json(const Range& values);

    static json array(list values = {});
    static json object();

    /// The member of that name, null where it is new.
    json& operator[](std::string_view name);
    void push_back(json value);
    /// Sets the members that `other` has.
    void update(const json& other);

    [[nodiscard]] const variant& value() const { return value_; }

 private:
    explicit json(variant value);

    variant value_;
};

struct json_member {
    std::string name;
    json value;
};

/// One line. What is not UTF-8, as names of files need not be, becomes U+FFFD.
std::string json_text(const json& value);

template <std::ranges::forward_range Range>
requires(!std::convertible_to<Range, std::string_view>) json::json(const Range& values) {
    if constexpr (requires { std::ranges::begin(values)->second; }) {
        value_ = members();
        for (const auto& [name, value] : values) (*this)[name] = value;
    } else {
        value_ = list();
        for (const auto& value : values) push_back(value);
    }
}

}  // namespace noble::app
