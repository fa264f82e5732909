// The chain of a word on a signal without end.
#pragma once

#include "engine/execution/chain.hpp"
#include "engine/planning/groups.hpp"

namespace noble::testing {

inline engine::chain<double> endless_chain(const op& word, grouping groups = grouping::written,
                                           method m = method::rows) {
    const plan_options options{.method = m, .groups = groups, .endless = true};
    plan_report report;
    return {engine::fused_groups<double>(word, engine::endless_count, options),
            engine::endless_count, options, report};
}

}  // namespace noble::testing
