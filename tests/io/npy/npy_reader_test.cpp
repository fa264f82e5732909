#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <complex>
#include <limits>

#include "io/signals.hpp"
#include "noble/error.hpp"
#include "noble/signal_file.hpp"
#include "support/memory.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;
using noble::sample_type;

namespace {

struct integer_case {
    const char* descr;
    sample_type type;
    std::string payload;
    std::vector<double> values;
};

}  // namespace

// The payloads are what numpy.array(values, descr).tobytes() gives (NumPy 1.24.2).
TEST_CASE("npy: integers and bools of every size and byte order become float64") {
    const temporary_folder folder;
    const std::vector<integer_case> cases{
        {"|b1", sample_type::boolean, {"\x00\x01\x01", 3}, {0, 1, 1}},
        {"|i1", sample_type::int_8, "\x80\x7F\xFF", {-128, 127, -1}},
        {"|u1", sample_type::uint_8, "\x80\x7F\xFF", {128, 127, 255}},
        {"<i2", sample_type::int_16, {"\x00\x80\x34\x12", 4}, {-32768, 4660}},
        {">i2", sample_type::int_16, {"\x80\x00\x12\x34", 4}, {-32768, 4660}},
        {"<u2", sample_type::uint_16, {"\x00\x80\xFF\xFF", 4}, {32768, 65535}},
        {"<i4", sample_type::int_32, little(0x80000000U, 4) + little(7, 4), {-2147483648.0, 7}},
        {">u4", sample_type::uint_32, big(0x80000001U, 4), {2147483649.0}},
        {"<i8", sample_type::int_64, little(~std::uint64_t{0}, 8), {-1}},
        {">i8", sample_type::int_64, big(std::uint64_t{1} << 62U, 8), {std::ldexp(1.0, 62)}},
        {"<u8", sample_type::uint_64, little(std::uint64_t{1} << 63U, 8), {std::ldexp(1.0, 63)}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.descr);
        const std::string shape = "(" + std::to_string(c.values.size()) + ",)";
        const auto path = folder.put("a.npy", npy_bytes(npy_dict(c.descr, shape), c.payload));
        const auto signal = noble::read_signal(path);
        CHECK(signal.type == c.type);
        CHECK(values_of<double>(signal.samples) == c.values);
    }
}

TEST_CASE("npy: floats and complex numbers are kept, in either byte order") {
    const temporary_folder folder;
    const std::string f4 = little(std::bit_cast<std::uint32_t>(1.5F), 4);
    const std::string f4_big{f4.rbegin(), f4.rend()};
    const std::string f8 = float_bytes({-0.1});
    const std::string f8_big{f8.rbegin(), f8.rend()};
    const auto read = [&](const char* descr, const std::string& payload) {
        return noble::read_signal(folder.put("a.npy", npy_bytes(npy_dict(descr, "(1,)"), payload)))
            .samples;
    };
    CHECK(values_of<float>(read("<f4", f4)).at(0) == 1.5F);
    CHECK(values_of<float>(read(">f4", f4_big)).at(0) == 1.5F);
    CHECK(values_of<double>(read("<f8", f8)).at(0) == -0.1);
    CHECK(values_of<double>(read(">f8", f8_big)).at(0) == -0.1);
    CHECK(values_of<double>(read("=f8", f8)).at(0) == -0.1);
    CHECK(values_of<std::complex<float>>(read("<c8", f4 + f4)).at(0) ==
          std::complex<float>(1.5F, 1.5F));
    CHECK(values_of<std::complex<double>>(read("<c16", f8 + float_bytes({2}))).at(0) ==
          std::complex<double>(-0.1, 2));
    CHECK(values_of<std::complex<double>>(read(">c16", f8_big + f8_big)).at(0) ==
          std::complex<double>(-0.1, -0.1));
}

TEST_CASE("npy: Fortran order is the transpose in memory") {
    const temporary_folder folder;
    const auto path = folder.put(
        "a.npy", npy_bytes(npy_dict("<f8", "(2, 3)", true), float_bytes({1, 4, 2, 5, 3, 6})));
    const auto signal = noble::read_signal(path);
    CHECK(shape_of(signal.samples) == std::vector<index_t>{2, 3});
    CHECK(values_of<double>(signal.samples) == std::vector<double>{1, 2, 3, 4, 5, 6});
    CHECK(noble::inspect(path).encoding == "<f8, Fortran order");
}

TEST_CASE("npy: three axes in Fortran order keep their elements in place") {
    const temporary_folder folder;
    std::string payload;
    for (int c = 0; c < 4; ++c) {
        for (int b = 0; b < 3; ++b) {
            for (int a = 0; a < 2; ++a) payload += float_bytes({100.0 * a + 10.0 * b + c});
        }
    }
    const auto signal = noble::read_signal(
        folder.put("a.npy", npy_bytes(npy_dict("<f8", "(2, 3, 4)", true), payload)));
    const auto& array = std::get<xt::xarray<double>>(signal.samples);
    CHECK(shape_of(signal.samples) == std::vector<index_t>{2, 3, 4});
    CHECK(array(1, 2, 3) == 123);
    CHECK(array(0, 1, 0) == 10);
}

TEST_CASE("npy: inspect reads the header alone") {
    const temporary_folder folder;
    const auto bytes = npy_bytes(npy_dict("<i2", "(2, 3)"), std::string(12, '\0'));
    const auto info = noble::inspect(folder.put("a.npy", bytes));
    CHECK(info.format == noble::file_format::npy);
    CHECK(info.type == sample_type::int_16);
    CHECK(info.encoding == "<i2");
    CHECK(info.shape == std::vector<index_t>{2, 3});
    CHECK(info.length == 2);
    CHECK_FALSE(info.channels.has_value());
    CHECK_FALSE(info.rate.has_value());
    CHECK(info.bytes == bytes.size());
}

TEST_CASE("npy: an array beyond the memory limit is refused before it is made") {
    const temporary_folder folder;
    const auto path =
        folder.put("a.npy", npy_bytes(npy_dict("|u1", "(1000,)"), std::string(1000, 1)));
    const auto refused = [&] {
        const limited_memory limit(7999);
        return message_of<noble::limit_error>([&] { noble::read_signal(path); });
    };
    const auto message = refused();
    CHECK(contains(message, "a.npy"));
    CHECK(contains(message, "1000 items of 8 bytes"));
    CHECK(values_of<double>(noble::read_signal(path).samples).size() == 1000);
}
