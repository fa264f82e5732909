// The payload of a .npy file.
//
// xtensor's own reader allocates what the header claims, does not notice a short file and knows
// neither swapped bytes nor a memory limit; once the header has been checked, little is left to do.
#include <algorithm>
#include <array>
#include <bit>
#include <vector>

#include "io/blocks/element_cast.hpp"
#include "io/npy/npy.hpp"
#include "io/npy/npy_header.hpp"
#include "noble/error.hpp"

namespace noble::io {
namespace {

constexpr std::size_t scratch_bytes = std::size_t{1} << 16U;  // a multiple of every element's size

template <class Stored>
Stored load(const std::byte* bytes, bool swapped) {
    if constexpr (is_complex_element<Stored>) {
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
    template <class Real>
    explicit operator Real() const {
        return byte != 0 ? Real{1} : Real{0};
    }
};

class npy_reader final : public block_reader {
 public:
    explicit npy_reader(byte_source& source)
        : source_(source),
          npy_(read_npy_header(source)),
          header_{.format = file_format::npy,
                  .type = npy_.type,
                  // Floats and complex numbers are kept; the rest becomes float64.
                  .element = element_of(npy_.type).value_or(element_type::float64),
                  .shape = npy_.shape,
                  .fortran_order = npy_.fortran_order && npy_.shape.size() > 1} {}

    const signal_header& header() const override { return header_; }
    std::string encoding() const override {
        return npy_.descr + (npy_.fortran_order ? ", Fortran order" : "");
    }

    std::size_t read(const block& target) override {
        return std::visit([&](const auto samples) { return read_into(samples); }, target);
    }

    void seek(index_t frame) override {
        const index_t frames = frame_count(header_);
        done_ = frame >= frames ? npy_.count : frame * frame_size(header_);
    }

 private:
    template <class T>
    std::size_t read_into(std::span<T> target) {
        switch (npy_.type) {
            case sample_type::boolean:
                return read_as<stored_bool>(target);
            case sample_type::int_8:
                return read_as<std::int8_t>(target);
            case sample_type::uint_8:
                return read_as<std::uint8_t>(target);
            case sample_type::int_16:
                return read_as<std::int16_t>(target);
            case sample_type::uint_16:
                return read_as<std::uint16_t>(target);
            case sample_type::int_32:
                return read_as<std::int32_t>(target);
            case sample_type::uint_32:
                return read_as<std::uint32_t>(target);
            case sample_type::int_64:
                return read_as<std::int64_t>(target);
            case sample_type::uint_64:
                return read_as<std::uint64_t>(target);
            case sample_type::float_32:
                return read_as<float32>(target);
            case sample_type::complex_64:
                return read_as<complex64>(target);
            case sample_type::complex_128:
                return read_as<complex128>(target);
            default:
                return read_as<float64>(target);
        }
    }

    // As many elements as have arrived: whole frames where one fits, else at least an element.
    std::size_t elements_to_read(std::size_t room) const {
        const auto left = static_cast<std::uint64_t>(npy_.count - done_);
        const auto ready = source_.ready(position()) / npy_.item_bytes;
        const auto frame = static_cast<std::uint64_t>(frame_size(header_));
        const std::uint64_t unit = frame > 0 && frame <= room ? frame : 1;
        const std::uint64_t most =
            std::max<std::uint64_t>(std::min<std::uint64_t>(room, ready), unit);
        return static_cast<std::size_t>(std::min(most - most % unit, left));
    }

    std::uint64_t position() const {
        return npy_.payload + static_cast<std::uint64_t>(done_) * npy_.item_bytes;
    }

    void take(std::span<std::byte> bytes) {
        const std::size_t got = source_.take(position(), bytes);
        if (got != bytes.size()) refuse_short_npy(source_, npy_, position() + got - npy_.payload);
        done_ += static_cast<index_t>(bytes.size() / npy_.item_bytes);
    }

    template <class Stored, class T>
    std::size_t read_as(std::span<T> target) {
        target = target.first(elements_to_read(target.size()));
        if (std::is_same_v<Stored, T> && !npy_.swapped) {
            take(std::as_writable_bytes(target));
            return target.size();
        }
        scratch_.resize(scratch_bytes);
        for (auto rest = target; !rest.empty();) {
            const std::size_t count = std::min(rest.size(), scratch_bytes / sizeof(Stored));
            take(std::span(scratch_).first(count * sizeof(Stored)));
            for (std::size_t i = 0; i < count; ++i) {
                rest[i] = element_cast<T>(
                    load<Stored>(scratch_.data() + i * sizeof(Stored), npy_.swapped));
            }
            rest = rest.subspan(count);
        }
        return target.size();
    }

    byte_source& source_;
    npy_header npy_;
    signal_header header_;
    index_t done_ = 0;  // elements
    std::vector<std::byte> scratch_;
};

}  // namespace

std::unique_ptr<block_reader> open_npy(byte_source& source, const format_entry& /*entry*/) {
    return std::make_unique<npy_reader>(source);
}

}  // namespace noble::io
