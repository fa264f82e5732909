// How files store a sample.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "noble/element_type.hpp"

namespace [[gnu::visibility("default")]] noble {

/// How one sample is stored in a file. `other`: an encoding that is read but not written (μ-law,
/// ADPCM, Opus, …).
enum class sample_type : std::uint8_t {
    boolean,
    int_8,
    uint_8,
    int_16,
    uint_16,
    int_24,
    int_32,
    uint_32,
    int_64,
    uint_64,
    float_32,
    float_64,
    complex_64,
    complex_128,
    vorbis,
    text,
    other
};

/// "int16", "float32", "vorbis", …
std::string_view name_of(sample_type type);

/// The type of that name, of those that some format is written with. Throws `argument_error`,
/// listing them.
sample_type sample_type_from(std::string_view name);

/// The element type that a sample is stored as, if it is one.
std::optional<element_type> element_of(sample_type type);

/// How elements are stored as they are.
sample_type stored_as(element_type element);

}  // namespace noble
