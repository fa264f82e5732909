// What reads one kind of file, block by block.
#pragma once

#include <complex>
#include <memory>
#include <type_traits>
#include <variant>

#include "io/byte_source.hpp"
#include "noble/array.hpp"
#include "noble/signal_format.hpp"

namespace noble::io {

/// Where samples are read to: memory of any of the four element types.
using block = std::variant<std::span<float32>, std::span<float64>, std::span<complex64>,
                           std::span<complex128>>;

class block_reader {
 public:
    block_reader() = default;
    virtual ~block_reader() = default;
    block_reader(const block_reader&) = delete;
    block_reader& operator=(const block_reader&) = delete;

    virtual const signal_header& header() const = 0;
    virtual std::string encoding() const = 0;
    /// As `signal_reader::read`; real targets only where the header's element is real.
    virtual std::size_t read(const block& target) = 0;
    /// As `signal_reader::seek`; not of a stream.
    virtual void seek(index_t frame) = 0;
};

std::unique_ptr<block_reader> open_audio(byte_source& source, file_format format);
std::unique_ptr<block_reader> open_csv(byte_source& source);
std::unique_ptr<block_reader> open_npy(byte_source& source);

template <class T>
inline constexpr bool is_complex_value = false;
template <class Real>
inline constexpr bool is_complex_value<std::complex<Real>> = true;

/// A value in the element type To, rounded: integers to float64 first, which is what they are read
/// as. Complex values only where To is complex.
template <class To, class From>
To element_cast(const From& value) {
    if constexpr (std::is_integral_v<From> && !std::is_same_v<To, float64>) {
        return element_cast<To>(static_cast<float64>(value));
    } else if constexpr (is_complex_value<To> && !is_complex_value<From>) {
        return To(static_cast<typename To::value_type>(value));
    } else if constexpr (is_complex_value<From> && !is_complex_value<To>) {
        return static_cast<To>(value.real());
    } else {
        return static_cast<To>(value);
    }
}

}  // namespace noble::io
