#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <complex>
#include <limits>

#include "io/signals.hpp"
#include "noble/error.hpp"
#include "noble/signal_file.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;
using noble::sample_type;

namespace {

std::string float_bytes(std::initializer_list<double> values) {
    std::string text;
    for (const double value : values) text += little(std::bit_cast<std::uint64_t>(value), 8);
    return text;
}

std::string failure(const std::string& bytes) {
    const temporary_folder folder;
    const std::string path = folder.put("a.npy", bytes);
    return message_of<noble::io_error>([&] { noble::read_signal(path); });
}

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

TEST_CASE("npy: arrays of any shape and type come back bit for bit") {
    const temporary_folder folder;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<any_array> arrays{
        make_array<double>({}, {2.5}),
        make_array<double>({3}, {1, nan, -0.0}),
        make_array<float>({2, 1, 3}, {1, 2, 3, 4, 5, 6}),
        make_array<std::complex<float>>({1, 2}, {{1, 2}, {3, -4}}),
        make_array<std::complex<double>>({2}, {{0.1, 1e300}, {0, -0.0}}),
        make_array<double>({0, 5}, {}),
    };
    for (std::size_t i = 0; i < arrays.size(); ++i) {
        CAPTURE(i);
        noble::write_signal(folder / "a.npy", {arrays[i]});
        const auto back = noble::read_signal(folder / "a.npy");
        CHECK(back.samples.index() == arrays[i].index());
        CHECK(shape_of(back.samples) == shape_of(arrays[i]));
        noble::write_signal(folder / "b.npy", back);
        CHECK(bytes_of(folder / "a.npy") == bytes_of(folder / "b.npy"));
    }
    CHECK(folder.count() == 2);
}

// python3 -c "import numpy, sys; numpy.save(sys.stdout.buffer, numpy.array([1., 2.]))" | xxd
// (NumPy 1.24.2), also with the shapes (2, 1) and ().
TEST_CASE("npy: the written bytes are NumPy's own") {
    const temporary_folder folder;
    const auto expected = [](const std::string& shape, const std::string& payload) {
        std::string dict = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }";
        dict.resize(0x75, ' ');
        return npy_bytes(dict, payload);
    };
    const std::string payload = float_bytes({1, 2});
    noble::write_signal(folder / "a.npy", {make_array<double>({2}, {1, 2})});
    CHECK(bytes_of(folder / "a.npy") == expected("(2,)", payload));
    noble::write_signal(folder / "a.npy", {make_array<double>({2, 1}, {1, 2})});
    CHECK(bytes_of(folder / "a.npy") == expected("(2, 1)", payload));
    noble::write_signal(folder / "a.npy", {make_array<double>({}, {1})});
    CHECK(bytes_of(folder / "a.npy") == expected("()", float_bytes({1})));
}

TEST_CASE("npy: versions 2 and 3, double quotes and any order of keys are read") {
    const temporary_folder folder;
    const std::string dict = R"({"shape":(1,),"fortran_order":False,"descr":"<f8"})";
    for (const char version : {'\x02', '\x03'}) {
        const std::string head = std::string("\x93NUMPY") + version + '\0';
        const auto path =
            folder.put("a.npy", head + little(dict.size(), 4) + dict + float_bytes({7}));
        CHECK(values_of<double>(noble::read_signal(path).samples) == std::vector<double>{7});
    }
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

TEST_CASE("npy: a shape larger than the file is refused with both numbers") {
    const auto message = failure(npy_bytes(npy_dict("<f8", "(1000, 2)"), float_bytes({1, 2})));
    CHECK(contains(message, "a.npy: truncated"));
    CHECK(contains(message, "needs 16000 bytes, but the file has 16"));
}

TEST_CASE("npy: sizes beyond 64 bits are refused, hidden by an axis of 0 too") {
    const temporary_folder folder;
    for (const std::string shape :
         {"(4294967296, 4294967296)", "(0, 4294967296, 4294967296)", "(99999999999999999999,)"}) {
        CAPTURE(shape);
        const auto path = folder.put("a.npy", npy_bytes(npy_dict("<f8", shape), ""));
        CHECK(contains(message_of<noble::limit_error>([&] { noble::read_signal(path); }),
                       "beyond 64 bits"));
    }
}

TEST_CASE("npy: an array beyond the memory limit is refused before it is made") {
    const temporary_folder folder;
    const auto path =
        folder.put("a.npy", npy_bytes(npy_dict("|u1", "(1000,)"), std::string(1000, 1)));
    const auto before = noble::memory_limit();
    noble::set_memory_limit(7999);
    const auto message = message_of<noble::limit_error>([&] { noble::read_signal(path); });
    noble::set_memory_limit(before);
    CHECK(contains(message, "a.npy"));
    CHECK(contains(message, "1000 items of 8 bytes"));
    CHECK(values_of<double>(noble::read_signal(path).samples).size() == 1000);
}

TEST_CASE("npy: other element types are refused by name") {
    for (const std::string descr :
         {"<f2", "|O", "<U8", "|S3", "<f16", "<M8[ns]", "|V4", "f8", "", "|i4", "<i3"}) {
        CAPTURE(descr);
        const auto message = failure(npy_bytes(npy_dict(descr, "(1,)"), std::string(64, '\0')));
        CHECK(contains(message, "elements of type '" + descr + "' cannot be read"));
    }
    const std::string record = "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }";
    CHECK(contains(failure(npy_bytes(record, float_bytes({1}))), "structured"));
}

TEST_CASE("npy: damaged headers are refused, each with its reason") {
    const std::string payload = float_bytes({1});
    const auto with_dict = [&](const std::string& dict) {
        return failure(npy_bytes(dict, payload));
    };
    CHECK(contains(with_dict("{'descr': '<f8', 'shape': (1,)}"), "once each"));
    CHECK(contains(with_dict("{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, "
                             "'shape': (1,)}"),
                   "once each"));
    CHECK(contains(with_dict(npy_dict("<f8", "(-1,)")), "expected a length"));
    CHECK(contains(with_dict(npy_dict("<f8", "(1.5,)")), "expected"));
    CHECK(contains(with_dict(npy_dict("<f8", "(1 1)")), "expected"));
    CHECK(contains(with_dict(npy_dict("<f8", "1")), "expected '('"));
    CHECK(contains(with_dict("{'other': 1}"), "unknown key 'other'"));
    CHECK(contains(with_dict("{'descr"), "expected a closing quote"));
    CHECK(contains(with_dict("[]"), "expected '{'"));
    CHECK(contains(with_dict(npy_dict("<f8", "(1,)") + " and more"), "the end of the header"));
    CHECK(contains(with_dict("{'fortran_order': 1}"), "True or False"));
    CHECK(contains(failure(std::string("\x93NUMPY\x04\x00", 8) + payload), "version 4.0"));
    CHECK(contains(failure(std::string("\x93NUMPY", 6)), "version 0.0"));
    CHECK(contains(failure(std::string("\x93NUMPY\x01\x00\xFF\xFF{", 11)), "claims 65535 bytes"));
    CHECK(contains(failure(std::string("\x93NUMPY\x02\x00\xFF\xFF\xFF\xFF{", 13)),
                   "claims 4294967295 bytes"));
    std::string axes = "(";
    for (int i = 0; i < 65; ++i) axes += "1,";
    CHECK(contains(with_dict(npy_dict("<f8", axes + ")")), "more than 64 axes"));
}
