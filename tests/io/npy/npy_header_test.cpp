#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <complex>
#include <limits>

#include "io/signals.hpp"
#include "noble/error.hpp"
#include "noble/signal_file.hpp"
#include "support/messages.hpp"
#include "support/temporary_folder.hpp"

using namespace noble::testing;

namespace {

std::string refusal(const std::string& bytes) {
    const temporary_folder folder;
    const std::string path = folder.put("a.npy", bytes);
    return message_of<noble::io_error>([&] { noble::read_signal(path); });
}

}  // namespace

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

TEST_CASE("npy: a shape larger than the file is refused with both numbers") {
    const auto message = refusal(npy_bytes(npy_dict("<f8", "(1000, 2)"), float_bytes({1, 2})));
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

TEST_CASE("npy: other element types are refused by name") {
    for (const std::string descr :
         {"<f2", "|O", "<U8", "|S3", "<f16", "<M8[ns]", "|V4", "f8", "", "|i4", "<i3"}) {
        CAPTURE(descr);
        const auto message = refusal(npy_bytes(npy_dict(descr, "(1,)"), std::string(64, '\0')));
        CHECK(contains(message, "elements of type '" + descr + "' cannot be read"));
    }
    const std::string record = "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }";
    CHECK(contains(refusal(npy_bytes(record, float_bytes({1}))), "structured"));
}

TEST_CASE("npy: damaged headers are refused, each with its reason") {
    const std::string payload = float_bytes({1});
    const auto with_dict = [&](const std::string& dict) {
        return refusal(npy_bytes(dict, payload));
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
    CHECK(contains(refusal(std::string("\x93NUMPY\x04\x00", 8) + payload), "version 4.0"));
    CHECK(contains(refusal(std::string("\x93NUMPY", 6)), "version 0.0"));
    CHECK(contains(refusal(std::string("\x93NUMPY\x01\x00\xFF\xFF{", 11)), "claims 65535 bytes"));
    CHECK(contains(refusal(std::string("\x93NUMPY\x02\x00\xFF\xFF\xFF\xFF{", 13)),
                   "claims 4294967295 bytes"));
    std::string axes = "(";
    for (int i = 0; i < 65; ++i) axes += "1,";
    CHECK(contains(with_dict(npy_dict("<f8", axes + ")")), "more than 64 axes"));
}
