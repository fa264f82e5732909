// Which runner a word gets: the applicable one of least cost, predicted or measured.
#pragma once

#include <memory>

#include "engine/methods/runner.hpp"
#include "noble/op.hpp"
#include "noble/plan_options.hpp"
#include "noble/plan_report.hpp"

namespace noble::engine {

template <class T>
struct choice {
    std::unique_ptr<const runner<T>> best;
    plan_stage stage;
};

/// For `count` outputs of `word`, whose rounded form is `form`. Throws argument_error where
/// options.method does not apply.
template <class T>
choice<T> choose_runner(const op& word, const canonical<T>& form, index_t count,
                        const plan_options& options);

/// Nanoseconds for each of `count` outputs by the runner that choose_runner would choose; measured,
/// where options allow that or the time is known.
template <class T>
double least_cost(const op& word, const canonical<T>& form, index_t count,
                  const plan_options& options);

}  // namespace noble::engine
