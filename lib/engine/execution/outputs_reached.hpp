// The outputs of a word that read anything of a signal.
#pragma once

#include <vector>

#include "engine/planning/groups.hpp"
#include "noble/canonical.hpp"
#include "noble/window.hpp"

namespace noble::engine {

/// The same indices as disjoint intervals, ascending.
std::vector<interval> merged(std::vector<interval> parts);

/// Those that read a sample of [0, n), and in short periods what lies between them. Throws
/// limit_error where they do not fit the memory limit.
template <class T>
std::vector<interval> outputs_reached(const canonical<T>& form, index_t n);

/// The same of a word that is run as these groups.
template <class T>
std::vector<interval> outputs_reached(const op& word, const std::vector<fused_group<T>>& groups,
                                      index_t n);

}  // namespace noble::engine
