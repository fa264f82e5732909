// Where a verb writes: results to `out`, everything else to `err`.
#pragma once

#include <ostream>
#include <string>

namespace noble::app {

struct streams {
    std::ostream& out;
    std::ostream& err;
};

/// `noble: warning: TEXT`, one line.
inline void warn(const streams& s, const std::string& text) {
    s.err << "noble: warning: " << text << '\n';
}

}  // namespace noble::app
