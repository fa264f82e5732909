// How much memory a plan keeps, about: for caches that are bounded by bytes.
#pragma once

#include "noble/plan.hpp"

namespace noble::engine {

/// Bytes of a plan and of its map's taps, without workspaces. An estimate: what grows with the
/// taps, with the period and with transforms.
template <class T>
double plan_bytes(const plan<T>& p);

}  // namespace noble::engine
