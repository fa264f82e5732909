// Kernels with exact taps: box and triangle.
#include <gmpxx.h>

#include <algorithm>

#include "noble/design.hpp"
#include "noble/error.hpp"

namespace noble {
namespace {

void require_taps_of_shape(const char* name, index_t count) {
    if (count < 1) {
        throw argument_error(std::string(name) + "(" + std::to_string(count) +
                             "): at least 1 tap is needed");
    }
    constexpr std::uint64_t bytes_per_tap = 400;  // two copies, on the way
    require_memory(count, bytes_per_tap, std::string(name) + " taps");
}

}  // namespace

sequence box(index_t count) {
    require_taps_of_shape("box", count);
    return sequence(std::vector<exact>(static_cast<std::size_t>(count), exact(1))).centred();
}

// Odd T: (i+1)/((T+1)/2) up to the middle; even T: (2i+1)/T.
sequence triangle(index_t count) {
    require_taps_of_shape("triangle", count);
    std::vector<exact> taps;
    for (index_t i = 0; i < count; ++i) {
        const index_t near = std::min(i, count - 1 - i);
        taps.emplace_back(count % 2 == 1 ? ratio(mpz_class(2 * (near + 1)), mpz_class(count + 1))
                                         : ratio(mpz_class(2 * near + 1), mpz_class(count)));
    }
    return sequence(taps).centred();
}

}  // namespace noble
