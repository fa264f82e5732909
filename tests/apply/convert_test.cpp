#include "apply/convert.hpp"

#include <doctest/doctest.h>

#include "noble/error.hpp"
#include "support/messages.hpp"

namespace noble::testing {
namespace {

TEST_CASE("convert: values are rounded once, and real ones get an imaginary part of 0") {
    const any_array doubles = xt::xarray<double>{{0.1, 1e-300}, {-2, 3}};
    const auto singles = files::converted(doubles, element_type::float32, "dtype");
    CHECK((std::get<xt::xarray<float>>(singles) == xt::xarray<float>{{0.1F, 0}, {-2, 3}}));
    const auto complex = files::converted(doubles, element_type::complex64, "dtype");
    CHECK((std::get<xt::xarray<complex64>>(complex) ==
           xt::xarray<complex64>{{complex64(0.1F), 0}, {-2, 3}}));
    CHECK((files::converted(doubles, element_type::float64, "dtype") == doubles));
}

TEST_CASE("convert: imaginary parts are not dropped, and the option that would is named") {
    const any_array complex = xt::xarray<complex128>(xt::xtensor<complex128, 1>{{1, 0}});
    CHECK(message_of<argument_error>([&] {
              files::converted(complex, element_type::float64, "--dtype");
          }) == "the data are complex; a real --dtype would drop their imaginary parts");
}

}  // namespace
}  // namespace noble::testing
