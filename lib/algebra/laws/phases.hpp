// A filter beside ↓k or ↑k as a term for each phase of the other side.
#pragma once

#include <vector>

#include "noble/op.hpp"

namespace noble::law_tables {

/// conv(q)·↑(k, p) = Σᵣ ↑(k, r)·conv(eᵣ), eᵣ[s] = q[ks + r − p], over 0 ≤ r < k: the terms that are
/// not zero; none at all where k is too large for a sum to be read. Components of one tap are
/// written short: a delay, a number, nothing.
std::vector<op> phases_of_interpolator(const node::conv& a, const node::up& u);

/// ↓(k, p)·conv(q) = Σₘ conv(eₘ)·↓(k, m), eₘ[s] = q[ks + p − m], over 0 ≤ m < k, likewise.
std::vector<op> phases_of_decimator(const node::down& d, const node::conv& a);

}  // namespace noble::law_tables
