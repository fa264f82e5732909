// The table of methods: all that is known of them anywhere. A new method is a file, a row here and
// an enumerator of noble::method.
#pragma once

#include <memory>
#include <span>

#include "engine/methods/runner.hpp"
#include "engine/methods/workload.hpp"
#include "noble/method.hpp"

namespace noble::engine {

template <class T>
struct implementation {
    /// Whether it runs such forms.
    bool (*applies)(const workload& work);
    /// Predicted nanoseconds per output sample, one thread, where `count` of them are wanted.
    double (*cost)(const workload& work, instruction_set set, double count);
    std::unique_ptr<const runner<T>> (*make)(const canonical<T>& form, instruction_set set);
};

/// A method by its public name. Of its implementations the first that applies runs a form.
template <class T>
struct method_row {
    noble::method method;
    const char* name;
    std::span<const implementation<T>> implementations;

    /// Null where none applies.
    [[nodiscard]] const implementation<T>* find(const workload& work) const;
};

/// One row for each method, in their order.
template <class T>
std::span<const method_row<T>> method_table();
template <class T>
const method_row<T>& row_of(method m);

/// Whether a method runs the form.
template <class T>
bool applies(method m, const canonical<T>& form);

}  // namespace noble::engine
