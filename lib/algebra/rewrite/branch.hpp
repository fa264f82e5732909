// A term of a polyphase form.
#pragma once

#include <array>
#include <vector>

#include "noble/op.hpp"

namespace noble::rewriting {

/// ↑(L, r)·middle·↓(M, m); L = 1 and M = 1 are not written.
struct branch {
    std::vector<op> up;
    std::vector<op> middle;
    std::vector<op> down;
    /// L, r and m: branches of one place are added.
    using place = std::array<index_t, 3>;
    place at{1, 0, 0};

    explicit branch(const op& term);

    [[nodiscard]] index_t outputs() const { return at[0]; }
    /// With another word in the middle; the identity is not written.
    [[nodiscard]] op with(const op& other) const;
};

/// Whether a middle is a number, the identity included.
bool is_number(const op& middle);

/// Σₚₛ ↑(g, p)·conv(q[gt + p − s])·↓(g, s): a filter on g phases, or a number on each of them.
op on_phases(const op& middle, index_t g);

}  // namespace noble::rewriting
