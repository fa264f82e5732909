// One law on a page: for the terminal, and for people who print it.
#pragma once

#include <iosfwd>

#include "noble/laws.hpp"
#include "output/json.hpp"

namespace noble::app {

/// Formula, condition, source, a worked instance with both matrices, the proof command and what it
/// prints, and what happens outside the condition.
void print_card(const law& a, std::ostream& out);

/// The same as JSON.
json card_json(const law& a);

/// All laws as a Markdown page.
void print_page(std::ostream& out);

}  // namespace noble::app
