#include "noble/signal_header.hpp"

#include "io/bytes/count.hpp"

namespace noble {

index_t frame_count(const signal_header& header) noexcept {
    if (header.shape.empty()) return 1;
    return header.fortran_order ? header.shape.back() : header.shape.front();
}

index_t frame_size(const signal_header& header) {
    if (header.shape.empty()) return 1;
    const std::size_t slowest = header.fortran_order ? header.shape.size() - 1 : 0;
    index_t size = 1;
    for (std::size_t axis = 0; axis < header.shape.size(); ++axis) {
        if (axis != slowest) size = io::checked_product(size, header.shape[axis], "a frame");
    }
    return size;
}

}  // namespace noble
