// A command as data: what may be typed after it, where that goes, and what --help says of it.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace noble::app {

/// Takes a value as it was typed. Throws argument_error.
using value_reader = std::function<void(const std::string&)>;

enum class parameter_kind : std::uint8_t {
    argument,  ///< a value by its position: EXPR
    option,    ///< a name and a value; of several the last counts
    list,      ///< an option of which each counts
    flag,      ///< a name alone
};

struct parameter {
    parameter_kind kind;
    std::string name;  ///< as it is typed: -n, --window
    std::string type;  ///< what --help calls the value; TEXT where this is empty
    std::string help;
    value_reader read;  ///< flags: called with an empty text
    bool required = false;
};

/// The flags that print a command's help, which every command has.
inline constexpr std::array<std::string_view, 2> help_flags{"-h", "--help"};

struct command {
    std::string name;
    std::string description;
    std::string footer;  ///< the last line of the help
    std::vector<parameter> parameters;

    /// Each declares a parameter and returns it, for what is not said here.
    parameter& argument(const std::string& called, std::string& value, const std::string& help);
    parameter& option(const std::string& called, const std::string& type, std::string& value,
                      const std::string& help);
    parameter& option(const std::string& called, const std::string& type, value_reader read,
                      const std::string& help);
    parameter& list(const std::string& called, const std::string& type,
                    std::vector<std::string>& values, const std::string& help);
    parameter& flag(const std::string& called, bool& value, const std::string& help);
};

}  // namespace noble::app
