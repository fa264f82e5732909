#include "io/npy/npy_descr.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace noble::io {
namespace {

struct descr_entry {
    std::string_view code;
    sample_type type;
    std::uint64_t bytes;
};

constexpr std::array descrs{
    descr_entry{"b1", sample_type::boolean, 1},       descr_entry{"i1", sample_type::int_8, 1},
    descr_entry{"u1", sample_type::uint_8, 1},        descr_entry{"i2", sample_type::int_16, 2},
    descr_entry{"u2", sample_type::uint_16, 2},       descr_entry{"i4", sample_type::int_32, 4},
    descr_entry{"u4", sample_type::uint_32, 4},       descr_entry{"i8", sample_type::int_64, 8},
    descr_entry{"u8", sample_type::uint_64, 8},       descr_entry{"f4", sample_type::float_32, 4},
    descr_entry{"f8", sample_type::float_64, 8},      descr_entry{"c8", sample_type::complex_64, 8},
    descr_entry{"c16", sample_type::complex_128, 16},
};

constexpr bool is_little = std::endian::native == std::endian::little;

}  // namespace

std::optional<npy_type> npy_type_of(std::string_view descr) {
    if (descr.size() < 2) return std::nullopt;
    const char order = descr.front();
    const auto* found = std::ranges::find(descrs, descr.substr(1), &descr_entry::code);
    const bool known_order = std::string_view("<>=|").find(order) != std::string_view::npos;
    if (found == descrs.end() || !known_order || (order == '|' && found->bytes > 1)) {
        return std::nullopt;
    }
    return npy_type{found->type, found->bytes, order == (is_little ? '>' : '<')};
}

std::string npy_descr_of(element_type element) {
    const auto* found = std::ranges::find(descrs, stored_as(element), &descr_entry::type);
    return (is_little ? "<" : ">") + std::string(found->code);
}

}  // namespace noble::io
