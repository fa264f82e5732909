#include "options/command.hpp"

#include <utility>

namespace noble::app {
namespace {

value_reader assign_to(std::string& value) {
    return [&value](const std::string& text) { value = text; };
}

}  // namespace

parameter& command::argument(const std::string& called, std::string& value,
                             const std::string& help) {
    return parameters.emplace_back(
        parameter{parameter_kind::argument, called, {}, help, assign_to(value), true});
}

parameter& command::option(const std::string& called, const std::string& type, std::string& value,
                           const std::string& help) {
    return option(called, type, assign_to(value), help);
}

parameter& command::option(const std::string& called, const std::string& type, value_reader read,
                           const std::string& help) {
    return parameters.emplace_back(
        parameter{parameter_kind::option, called, type, help, std::move(read)});
}

parameter& command::list(const std::string& called, const std::string& type,
                         std::vector<std::string>& values, const std::string& help) {
    const auto append = [&values](const std::string& text) { values.push_back(text); };
    return parameters.emplace_back(parameter{parameter_kind::list, called, type, help, append});
}

parameter& command::flag(const std::string& called, bool& value, const std::string& help) {
    const auto set = [&value](const std::string&) { value = true; };
    return parameters.emplace_back(parameter{parameter_kind::flag, called, {}, help, set});
}

}  // namespace noble::app
