#include <array>

#include "transforms/real_transform.hpp"

namespace noble {

std::span<const transform_maker> transform_makers() {
    static constexpr std::array makers{transform_maker{"own", own_transform}};
    return makers;
}

}  // namespace noble
