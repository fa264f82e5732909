// The payload of a .npy file.
//
// xtensor's own reader allocates what the header claims, does not notice a short file and knows
// neither swapped bytes nor a memory limit; once the header has been checked, little is left to do.
#include <algorithm>
#include <bit>
#include <complex>
#include <cstring>
#include <type_traits>

#include "io/formats.hpp"
#include "io/npy.hpp"
#include "noble/error.hpp"

namespace noble::io {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 20U;  // a multiple of every element's size

template <class T>
struct is_complex : std::false_type {};
template <class Real>
struct is_complex<std::complex<Real>> : std::true_type {};

// Floats and complex numbers are kept; the rest becomes float64.
template <class Stored>
using element_of = std::conditional_t<std::is_floating_point_v<Stored> || is_complex<Stored>::value,
                                      Stored, float64>;

template <class Stored>
Stored load(const std::byte* bytes, bool swapped) {
    if constexpr (is_complex<Stored>::value) {
        using real = typename Stored::value_type;
        return {load<real>(bytes, swapped), load<real>(bytes + sizeof(real), swapped)};
    } else {
        std::array<std::byte, sizeof(Stored)> copy{};
        std::copy_n(bytes, sizeof(Stored), copy.begin());
        if (swapped) std::reverse(copy.begin(), copy.end());
        return std::bit_cast<Stored>(copy);
    }
}

// A byte that is neither 0 nor 1 is no bool to C++, so bools are read as bytes.
struct stored_bool {
    std::uint8_t byte;
    explicit operator float64() const { return byte != 0 ? 1.0 : 0.0; }
};

template <class Stored>
void read_elements(const byte_source& source, const npy_header& header, element_of<Stored>* out) {
    std::vector<std::byte> block(block_bytes);
    std::uint64_t offset = header.payload;
    for (auto left = static_cast<std::uint64_t>(header.count); left > 0;) {
        const auto count = std::min<std::uint64_t>(left, block_bytes / sizeof(Stored));
        const auto bytes = std::span(block).first(count * sizeof(Stored));
        if (source.read_at(offset, bytes) != bytes.size()) {
            throw io_error(source.name() + ": the file became shorter while it was read");
        }
        for (std::size_t i = 0; i < count; ++i) {
            const auto stored = load<Stored>(bytes.data() + i * sizeof(Stored), header.swapped);
            *out++ = static_cast<element_of<Stored>>(stored);
        }
        offset += bytes.size();
        left -= count;
    }
}

// Fortran order is C order of the transpose.
template <class Stored>
any_array read_as(const byte_source& source, const npy_header& header) {
    using array = xt::xarray<element_of<Stored>>;
    require_memory(header.count, sizeof(element_of<Stored>), source.name());
    typename array::shape_type shape(header.shape.begin(), header.shape.end());
    if (header.fortran_order) std::reverse(shape.begin(), shape.end());
    array elements = array::from_shape(shape);
    read_elements<Stored>(source, header, elements.data());
    if (header.fortran_order && shape.size() > 1) elements = array(xt::transpose(elements));
    return elements;
}

any_array read_elements_of(const byte_source& source, const npy_header& header) {
    switch (header.type) {
        case sample_type::boolean:
            return read_as<stored_bool>(source, header);
        case sample_type::int_8:
            return read_as<std::int8_t>(source, header);
        case sample_type::uint_8:
            return read_as<std::uint8_t>(source, header);
        case sample_type::int_16:
            return read_as<std::int16_t>(source, header);
        case sample_type::uint_16:
            return read_as<std::uint16_t>(source, header);
        case sample_type::int_32:
            return read_as<std::int32_t>(source, header);
        case sample_type::uint_32:
            return read_as<std::uint32_t>(source, header);
        case sample_type::int_64:
            return read_as<std::int64_t>(source, header);
        case sample_type::uint_64:
            return read_as<std::uint64_t>(source, header);
        case sample_type::float_32:
            return read_as<float32>(source, header);
        case sample_type::complex_64:
            return read_as<complex64>(source, header);
        case sample_type::complex_128:
            return read_as<complex128>(source, header);
        default:
            return read_as<float64>(source, header);
    }
}

}  // namespace

signal_data read_npy(const byte_source& source) {
    const npy_header header = read_npy_header(source);
    return {read_elements_of(source, header), file_format::npy, header.type, std::nullopt};
}

signal_info inspect_npy(const byte_source& source) {
    const npy_header header = read_npy_header(source);
    return {.format = file_format::npy,
            .type = header.type,
            .encoding = header.descr + (header.fortran_order ? ", Fortran order" : ""),
            .shape = header.shape,
            .length = header.shape.empty() ? 1 : header.shape.front(),
            .channels = std::nullopt,
            .rate = std::nullopt,
            .bytes = source.size()};
}

}  // namespace noble::io
