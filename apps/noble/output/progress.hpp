// How far a long run has come, on a terminal.
#pragma once

#include <chrono>
#include <optional>
#include <ostream>

#include "noble/limit.hpp"

namespace noble::app {

/// One line on `err` that is written over, from a second on and at most ten times in each; nothing
/// where standard error is no terminal.
class progress {
 public:
    explicit progress(std::ostream& err);
    ~progress();
    progress(const progress&) = delete;
    progress& operator=(const progress&) = delete;

    /// `total`: how many samples there will be, where that is known.
    void show(index_t done, std::optional<index_t> total);

 private:
    using clock = std::chrono::steady_clock;

    std::ostream& err_;
    bool enabled_;
    bool shown_ = false;
    clock::time_point next_;
};

}  // namespace noble::app
