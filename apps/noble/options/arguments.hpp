// The options that verbs share (design: the command line).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "noble/element_type.hpp"
#include "noble/limit.hpp"
#include "options/command.hpp"

namespace noble::app {

/// How an expression becomes a finite map: texts as typed, one value or one per axis (`A,B`).
struct binding_options {
    std::string window;
    std::string boundary = "zero";
    bool transpose = false;
};

/// What the process may use.
struct resource_options {
    std::optional<index_t> threads;       ///< at most so many
    std::optional<std::uint64_t> memory;  ///< bytes
    std::optional<std::string> wisdom;    ///< a file of measured times
};

void add_binding(command& c, binding_options& options, const std::string& default_window);
void add_resources(command& c, resource_options& options);
void add_wisdom(command& c, resource_options& options, const std::string& help);
void add_element_type(command& c, std::optional<element_type>& type, const std::string& help);
void add_json(command& c, bool& json);
/// An integer option of [low, high].
void add_integer(command& c, const std::string& name, std::optional<index_t>& value, index_t low,
                 index_t high, const std::string& help);

/// Sets the memory limit, checks NOBLE_NUM_THREADS and loads the wisdom; before anything is read or
/// computed. Throws argument_error, io_error.
void use_resources(const resource_options& options);

}  // namespace noble::app
