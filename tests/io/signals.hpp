// Signals and bytes that the tests of signal files share.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "noble/signal_file.hpp"

namespace noble::testing {

using noble::any_array;
using noble::index_t;
using noble::shape_of;

template <class T>
any_array make_array(const std::vector<std::size_t>& shape, const std::vector<T>& values) {
    xt::xarray<T> array = xt::xarray<T>::from_shape(shape);
    std::copy(values.begin(), values.end(), array.data());
    return array;
}

template <class T>
std::vector<T> values_of(const any_array& array) {
    const auto& typed = std::get<xt::xarray<T>>(array);
    return {typed.data(), typed.data() + typed.size()};
}

/// An integer in little-endian or big-endian bytes.
inline std::string little(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xFFU);
    return text;
}

inline std::string big(std::uint64_t value, int bytes) {
    const std::string text = little(value, bytes);
    return {text.rbegin(), text.rend()};
}

/// A WAV file of 16-bit mono at 8 kHz, made by hand; the two sizes as the header shall claim them.
inline std::string wav_bytes(const std::string& payload, std::uint64_t data_size,
                             std::uint64_t riff_size) {
    return "RIFF" + little(riff_size, 4) + "WAVEfmt " + little(16, 4) + little(1, 2) +
           little(1, 2) + little(8000, 4) + little(16000, 4) + little(2, 2) + little(16, 2) +
           "data" + little(data_size, 4) + payload;
}

inline std::string wav_bytes(const std::string& payload) {
    return wav_bytes(payload, payload.size(), 36 + payload.size());
}

/// An AIFF file of 16-bit mono at 8 kHz, with the claimed frames and bytes of SSND.
inline std::string aiff_bytes(const std::string& payload, std::uint64_t frames,
                              std::uint64_t ssnd_size) {
    const std::string rate{"\x40\x0B\xFA\x00\x00\x00\x00\x00\x00\x00", 10};  // 8000, 80-bit float
    const std::string body = "AIFFCOMM" + big(18, 4) + big(1, 2) + big(frames, 4) + big(16, 2) +
                             rate + "SSND" + big(ssnd_size, 4) + big(0, 8) + payload;
    return "FORM" + big(body.size(), 4) + body;
}

/// A .npy file of version 1.0 with the given dict and payload.
inline std::string npy_bytes(std::string dict, const std::string& payload) {
    dict += '\n';
    return std::string("\x93NUMPY\x01\x00", 8) + little(dict.size(), 2) + dict + payload;
}

inline std::string npy_dict(const std::string& descr, const std::string& shape,
                            bool fortran = false) {
    return "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") +
           ", 'shape': " + shape + ", }";
}

/// float64 values as .npy files and WAVs have them.
inline std::string float_bytes(std::initializer_list<double> values) {
    std::string text;
    for (const double value : values) text += little(std::bit_cast<std::uint64_t>(value), 8);
    return text;
}

}  // namespace noble::testing
