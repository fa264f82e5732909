#include <array>

#include "io/count.hpp"
#include "io/formats.hpp"
#include "noble/signal_format.hpp"

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

namespace io {

sample_type element_type(std::size_t index) {
    constexpr std::array types{sample_type::float_32, sample_type::float_64,
                               sample_type::complex_64, sample_type::complex_128};
    return types.at(index);
}

bool is_complex(sample_type element) {
    return element == sample_type::complex_64 || element == sample_type::complex_128;
}

std::vector<index_t> shape_of(const any_array& samples) {
    return std::visit(
        [](const auto& array) {
            return std::vector<index_t>(array.shape().begin(), array.shape().end());
        },
        samples);
}

std::string shape_text(const std::vector<index_t>& shape) {
    std::string text = "{";
    for (std::size_t i = 0; i < shape.size(); ++i) {
        text += (i > 0 ? ", " : "") + std::to_string(shape[i]);
    }
    return text + "}";
}

}  // namespace io
}  // namespace noble
