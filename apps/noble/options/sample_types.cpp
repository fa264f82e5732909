#include "options/sample_types.hpp"

#include <array>

#include "noble/error.hpp"

namespace noble::app {
namespace {

// Those that some format is written with.
constexpr std::array writable{
    sample_type::int_8,       sample_type::uint_8,   sample_type::int_16,   sample_type::int_24,
    sample_type::int_32,      sample_type::float_32, sample_type::float_64, sample_type::complex_64,
    sample_type::complex_128, sample_type::vorbis,
};

}  // namespace

sample_type sample_type_from(const std::string& name) {
    std::string names;
    for (const auto type : writable) {
        if (name_of(type) == name) return type;
        names += (names.empty() ? "" : ", ") + std::string(name_of(type));
    }
    throw argument_error("--type: expected one of " + names + ", not '" + name + "'");
}

}  // namespace noble::app
