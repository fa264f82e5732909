#include "io/blocks/own_type.hpp"

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <utility>

#include "io/formats.hpp"
#include "noble/error.hpp"
#include "support/messages.hpp"

namespace noble::testing {
namespace {

// What is said of a signal of `element` that shall be stored as `type`.
std::string refusal(element_type element, std::optional<sample_type> type,
                    file_format format = file_format::npy) {
    const std::string path = "out";
    const signal_header signal{.element = element, .shape = {1}};
    return message_of<argument_error>([&] {
        io::require_own_type({.path = path, .signal = signal, .type = type}, io::entry_of(format));
    });
}

TEST_CASE("own type: that of the signal, or none, is fine, and any other is refused") {
    constexpr std::array own{
        std::pair{element_type::float32, sample_type::float_32},
        std::pair{element_type::float64, sample_type::float_64},
        std::pair{element_type::complex64, sample_type::complex_64},
        std::pair{element_type::complex128, sample_type::complex_128},
    };
    for (const auto& [element, same] : own) {
        CHECK(refusal(element, std::nullopt) == "");
        for (const auto& [ignored, asked] : own) {
            CAPTURE(name_of(element));
            CAPTURE(name_of(asked));
            CHECK(refusal(element, asked).empty() == (asked == same));
        }
    }
}

TEST_CASE("own type: a refusal names the format, the signal's type and what was asked for") {
    CHECK(refusal(element_type::float32, sample_type::int_16) ==
          "npy stores the array's own float32, not int16");
    CHECK(refusal(element_type::complex128, sample_type::float_64) ==
          "npy stores the array's own complex128, not float64");
    CHECK(refusal(element_type::float64, sample_type::vorbis, file_format::csv) ==
          "CSV stores the array's own float64, not vorbis");
}

}  // namespace
}  // namespace noble::testing
