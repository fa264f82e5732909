#include "apply/convert.hpp"

#include <algorithm>

#include "noble/error.hpp"
#include "noble/limit.hpp"

namespace noble::files {
namespace {

template <class To, class From>
To rounded(const From& value) {
    if constexpr (is_complex_element<To> && !is_complex_element<From>) {
        return To(static_cast<typename To::value_type>(value));
    } else {
        return static_cast<To>(value);
    }
}

template <class To, class From>
xt::xarray<To> cast(const xt::xarray<From>& array, const std::string& option) {
    if constexpr (is_complex_element<From> && !is_complex_element<To>) {
        throw argument_error("the data are complex; a real " + option +
                             " would drop their imaginary parts");
    } else {
        require_memory(static_cast<index_t>(array.size()), sizeof(To), "the converted signal");
        auto result = xt::xarray<To>::from_shape(array.shape());
        std::transform(array.begin(), array.end(), result.begin(), rounded<To, From>);
        return result;
    }
}

}  // namespace

any_array converted(any_array array, element_type type, const std::string& option) {
    if (type_of(array) == type) return array;
    return with_element(type, [&]<class To>(To /*zero*/) {
        return std::visit([&](const auto& values) -> any_array { return cast<To>(values, option); },
                          array);
    });
}

}  // namespace noble::files
