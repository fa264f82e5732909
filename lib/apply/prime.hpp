// The last frames of a file, where the first outputs need them.
#pragma once

#include <string>
#include <vector>

#include "apply/line_filter.hpp"
#include "noble/signal_reader.hpp"

namespace noble::files {

/// Hands the filters the last frames, where they need them and the file can be read twice.
template <class T>
void prime(std::vector<line_filter<T>>& filters, signal_reader& in, const line_layout& layout) {
    const index_t frames = filters.front().end_frames();
    if (frames == 0 || !in.can_seek()) return;
    const index_t count = frames * layout.channels;
    require_memory(count, sizeof(T), "the end of " + in.name());
    std::vector<T> last(static_cast<std::size_t>(count));
    in.seek(layout.length - frames);
    auto rest = std::span(last);
    while (!rest.empty()) {
        const std::size_t got = in.read(rest);
        if (got == 0) break;
        rest = rest.subspan(got);
    }
    for (auto& filter : filters) filter.prime(last);
    in.seek(0);
}

}  // namespace noble::files
