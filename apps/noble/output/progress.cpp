#include "output/progress.hpp"

#include "output/standard_streams.hpp"

namespace noble::app {

progress::progress(std::ostream& err)
    : err_(err), enabled_(error_is_terminal()), next_(clock::now() + std::chrono::seconds(1)) {}

// "\r" goes to the line's beginning, "\x1b[K" erases it.
progress::~progress() {
    if (shown_) err_ << "\r\x1b[K" << std::flush;
}

void progress::show(index_t done, std::optional<index_t> total) {
    if (!enabled_ || clock::now() < next_) return;
    next_ = clock::now() + std::chrono::milliseconds(100);
    shown_ = true;
    err_ << "\r\x1b[K";
    if (total && *total > 0) {
        err_ << static_cast<int>(100 * static_cast<double>(done) / static_cast<double>(*total))
             << '%';
    } else {
        err_ << done << " frames";
    }
    err_ << std::flush;
}

}  // namespace noble::app
