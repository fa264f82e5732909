// What is known of a boundary: a row of one table.
#pragma once

#include "noble/boundary.hpp"

namespace noble {

/// How many samples at one end of a signal, counted from that end, make up those that lie up to
/// `depth` ≥ 1 beyond an end of it: `fixed`, and `depth` more where it is mirrored. Of shorter
/// signals, all.
struct samples_read {
    index_t fixed = 0;
    bool mirrors = false;
    [[nodiscard]] index_t operator()(index_t depth) const;
    friend bool operator==(const samples_read&, const samples_read&) = default;
};

struct boundary_rule {
    boundary mode{};
    const char* name = "";
    /// x̃[m] for m outside [0, n), n ≥ least.
    extension_terms (*outside)(index_t n, index_t m) = nullptr;
    /// The samples that the rule takes; with fewer, if there are any, the signal goes on as by
    /// edge.
    index_t least = 0;
    samples_read near;  ///< of the end beyond which x̃ is asked for
    samples_read far;   ///< of the other end
};

const boundary_rule& rule_of(boundary b);

}  // namespace noble
