#include "options/element_type.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <type_traits>
#include <utility>

#include "noble/error.hpp"
#include "noble/limit.hpp"

namespace noble::app {
namespace {

constexpr std::array<std::string_view, 4> names{"float32", "float64", "complex64", "complex128"};
constexpr std::array file_types{sample_type::float_32, sample_type::float_64,
                                sample_type::complex_64, sample_type::complex_128};

template <class To, class From>
To rounded(const From& value) {
    if constexpr (std::is_floating_point_v<From> && !std::is_floating_point_v<To>) {
        return To(static_cast<typename To::value_type>(value));
    } else {
        return static_cast<To>(value);
    }
}

template <class To, class From>
xt::xarray<To> cast(const xt::xarray<From>& array) {
    if constexpr (std::is_floating_point_v<To> && !std::is_floating_point_v<From>) {
        throw argument_error(
            "the data are complex; a real --dtype would drop their imaginary "
            "parts");
    } else {
        require_memory(static_cast<index_t>(array.size()), sizeof(To), "the converted signal");
        auto result = xt::xarray<To>::from_shape(array.shape());
        std::transform(array.begin(), array.end(), result.begin(), rounded<To, From>);
        return result;
    }
}

template <class To>
any_array cast_any(any_array array) {
    if (std::holds_alternative<xt::xarray<To>>(array)) return array;
    return std::visit([](const auto& values) -> any_array { return cast<To>(values); }, array);
}

}  // namespace

bool is_complex(element_type type) noexcept { return type >= element_type::complex64; }

element_type element_type_from(const std::string& name) {
    const auto* found = std::ranges::find(names, name);
    if (found == names.end()) {
        throw argument_error("--dtype: expected float32, float64, complex64 or complex128, not '" +
                             name + "'");
    }
    return static_cast<element_type>(found - names.begin());
}

std::string to_string(element_type type) {
    return std::string(names.at(static_cast<std::size_t>(type)));
}

element_type type_of(const any_array& array) noexcept {
    return static_cast<element_type>(array.index());
}

sample_type type_of_file(element_type type) noexcept {
    return file_types[static_cast<std::size_t>(type)];
}

element_type element_type_of(sample_type element) noexcept {
    const auto* found = std::ranges::find(file_types, element);
    return found == file_types.end() ? element_type::float64
                                     : static_cast<element_type>(found - file_types.begin());
}

element_type complex_of(element_type type) noexcept {
    const bool single = type == element_type::float32 || type == element_type::complex64;
    return single ? element_type::complex64 : element_type::complex128;
}

any_array converted(any_array array, element_type type) {
    switch (type) {
        case element_type::float32:
            return cast_any<float32>(std::move(array));
        case element_type::float64:
            return cast_any<float64>(std::move(array));
        case element_type::complex64:
            return cast_any<complex64>(std::move(array));
        case element_type::complex128:
            break;
    }
    return cast_any<complex128>(std::move(array));
}

}  // namespace noble::app
