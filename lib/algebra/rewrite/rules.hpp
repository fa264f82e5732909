// The rewrites of the laws in the order in which they are tried, and what one of them makes of a
// word.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "noble/laws.hpp"
#include "noble/op.hpp"

namespace noble::rewriting {

struct rule {
    std::string_view law;  ///< its name
    const law_rewrite* rewrite;
};

/// All rewrites that serve the purpose, by place.
std::vector<rule> rules_for(rewrite_purpose purpose);

/// Another word by one law, and the law's name.
struct rewritten {
    std::string_view law;
    op word;
};

/// The product with one stretch of its factors replaced.
op spliced(const std::vector<op>& factors, std::size_t first, std::size_t width, const op& with);

/// The words one law away at the root of a (children untouched), in the order of the rules;
/// `visit` returns true to stop.
void at_root(const op& a, const std::function<bool(const rewritten&)>& visit);

/// The words one law away anywhere in a.
std::vector<rewritten> neighbours(const op& a);

}  // namespace noble::rewriting
