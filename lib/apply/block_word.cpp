#include "apply/block_word.hpp"

#include <algorithm>

#include "noble/strided_array.hpp"

namespace noble::files {
block_word block_word_of(const op& a, index_t n, const binding& how) {
    const window& kept = how.windows.front();
    if (!how.transpose) return {a, kept, how.boundaries.front()};
    return {a.T() * delay(kept.of(a, n).begin), window(0, n), how.boundaries.front()};
}

bool runs_in_blocks(const expression& word, const signal_header& header, const acting& at,
                    boundary outside) {
    const auto& shape = header.shape;
    if (!std::holds_alternative<op>(word) || shape.empty() || header.fortran_order) return false;
    if (std::ranges::count(shape, 0) > 0) return false;
    const std::size_t axis = resolve_axis(at.axis, shape.size());
    const bool is_npy = header.format == file_format::npy;
    if (axis > 0 && (axis + 1 != shape.size() || needs_end(outside) || !is_npy)) return false;
    return !at.transpose || (outside == boundary::zero && shape[axis] != unknown_length);
}

}  // namespace noble::files
