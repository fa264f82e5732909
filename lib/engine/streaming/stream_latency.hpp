// How far the outputs of a stream are behind its frames.
#pragma once

#include "engine/streaming/stream_edges.hpp"

namespace noble::engine {

/// The least d ≥ 0 such that the first f frames settle all outputs n < f·L/M − d of the window,
/// whatever f, primed where that is possible; or more, where blocks of the groups meet in more than
/// 2¹⁶ ways.
template <class T>
index_t latency_of(const rate& r, const stream_edges& edges, const chain<T>& groups);

}  // namespace noble::engine
