// What reads one kind of file, block by block.
#pragma once

#include <span>
#include <string>
#include <variant>

#include "io/bytes/byte_source.hpp"
#include "noble/signal_header.hpp"

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

}  // namespace noble::io
