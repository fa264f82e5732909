#include <algorithm>

#include "io/blocks/shape.hpp"
#include "noble/error.hpp"
#include "noble/signal_file.hpp"

namespace noble {

any_array read_taps(const std::string& path) {
    any_array samples = read_signal(path).samples;
    const std::vector<index_t> shape = shape_of(samples);
    const auto long_axes =
        std::count_if(shape.begin(), shape.end(), [](index_t n) { return n > 1; });
    if (shape.empty() || shape.size() > 2 || long_axes > 1) {
        throw io_error(path +
                       ": taps need one axis (one channel, column or row), but the shape is " +
                       io::shape_text(shape));
    }
    std::visit(
        [&](auto& array) {
            if (array.size() == 0) throw io_error(path + ": taps need at least one number");
            array.reshape({array.size()});
        },
        samples);
    return samples;
}

}  // namespace noble
