// The times that plans measured in this process.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "noble/canonical.hpp"
#include "noble/instruction_set.hpp"
#include "noble/method.hpp"

namespace noble::engine {

/// What a time was measured for. Forms are told apart by a hash: two that share one by chance may
/// cost each other time.
struct measured_key {
    std::string element;
    instruction_set instructions = instruction_set::plain;
    noble::method method = noble::method::flow;
    std::uint64_t form = 0;
    int count_class = 0;  ///< ⌈log₂⌉ of how many outputs were wanted
    friend auto operator<=>(const measured_key&, const measured_key&) = default;
};

/// A key without method and instruction set.
template <class T>
measured_key key_of(const canonical<T>& form, int count_class);

/// Nanoseconds per output.
using measured_costs = std::map<measured_key, double>;

/// Adds a time; once full (2¹⁶ of them), only a new one of what is there.
void insert(measured_costs& costs, const measured_key& key, double nanoseconds);

/// Of the process; safe to call from any thread.
bool knows_costs();
std::optional<double> known_cost(const measured_key& key);
measured_costs known_costs();
void remember_cost(const measured_key& key, double nanoseconds);
void remember_costs(const measured_costs& costs);
void forget_costs();

}  // namespace noble::engine
