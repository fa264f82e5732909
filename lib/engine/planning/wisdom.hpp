// The times that plans measured in this process, and as text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "noble/canonical.hpp"
#include "noble/plan.hpp"

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

/// Whether there are any times at all.
bool knows_costs();
/// Nanoseconds per output; safe to call from any thread.
std::optional<double> known_cost(const measured_key& key);
void remember_cost(const measured_key& key, double nanoseconds);

/// All of them.
std::string wisdom_text();
/// Adds such text. Throws io_error, which says what is wrong with it, and has then changed nothing.
void learn_wisdom(const std::string& text);
void forget_all_wisdom();

}  // namespace noble::engine
