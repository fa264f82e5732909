#include "transforms/ordered_fourier.hpp"

namespace noble {
namespace {

std::vector<index_t> inverse_of(const std::vector<index_t>& order) {
    std::vector<index_t> places(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        places[static_cast<std::size_t>(order[i])] = static_cast<index_t>(i);
    }
    return places;
}

aligned_memory<double> parts_of(index_t points) {
    require_memory(points, 2 * (sizeof(double) + sizeof(index_t)), "a transform");
    return aligned_memory<double>(2 * points);
}

}  // namespace

ordered_fourier::ordered_fourier(index_t points)
    : transforms_(points, kernels::plain<double>()),
      places_(inverse_of(transforms_.order())),
      memory_(parts_of(points)) {}

}  // namespace noble
