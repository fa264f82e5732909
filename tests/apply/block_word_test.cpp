#include "apply/block_word.hpp"

#include <doctest/doctest.h>

#include "noble/matrix.hpp"

namespace noble::testing {
namespace {

using files::acting;
using files::runs_in_blocks;

signal_header header_of(file_format format, std::vector<index_t> shape) {
    return {.format = format, .shape = std::move(shape)};
}

TEST_CASE("block word: a transpose is a word, and its finite map the transposed one") {
    const op a = down(3) * conv(sequence{1, 2, 3, 4}.origin(2));
    for (const window& kept : {window::full, window::same, window(-1, 7)}) {
        const binding how{.windows = {kept, kept}, .boundaries = {}, .transpose = true};
        const index_t n = 20;
        const auto m = kept.of(a, n).count();
        const auto b = files::block_word_of(a, n, how);
        CHECK(matrix<double>(b.word.on(m, b.window, b.boundary)) ==
              matrix<double>(a.on(n, kept).T()));
    }
}

TEST_CASE("block word: words along the slowest axis of any file, or the fastest of npy") {
    const expression word = down(2);
    const auto wav = header_of(file_format::wav, {unknown_length, 2});
    const auto npy = header_of(file_format::npy, {3, 4, 5});
    CHECK(runs_in_blocks(word, wav, {0}, boundary::periodic));
    CHECK_FALSE(runs_in_blocks(word, wav, {1}, boundary::zero));
    CHECK(runs_in_blocks(word, npy, {0}, boundary::line));
    CHECK_FALSE(runs_in_blocks(word, npy, {1}, boundary::zero));
    CHECK(runs_in_blocks(word, npy, {-1}, boundary::reflect));
    CHECK_FALSE(runs_in_blocks(word, npy, {-1}, boundary::periodic));
    CHECK_FALSE(runs_in_blocks(word, npy, {-1}, boundary::line));
}

TEST_CASE("block word: what needs the signal as a whole") {
    const expression word = down(2);
    const auto npy = header_of(file_format::npy, {8});
    CHECK(runs_in_blocks(word, npy, {0}, boundary::zero));
    CHECK_FALSE(runs_in_blocks(kron(down(2), up(2)), npy, {0}, boundary::zero));
    CHECK_FALSE(runs_in_blocks(bank(1, 1, {down(2)}), npy, {0}, boundary::zero));
    CHECK_FALSE(runs_in_blocks(word, header_of(file_format::npy, {}), {0}, boundary::zero));
    CHECK_FALSE(runs_in_blocks(word, header_of(file_format::npy, {3, 0}), {0}, boundary::zero));
    auto fortran = header_of(file_format::npy, {3, 4});
    fortran.fortran_order = true;
    CHECK_FALSE(runs_in_blocks(word, fortran, {0}, boundary::zero));
    CHECK(runs_in_blocks(word, npy, {0, true}, boundary::zero));
    CHECK_FALSE(runs_in_blocks(word, npy, {0, true}, boundary::edge));
    const auto pipe = header_of(file_format::csv, {unknown_length, 1});
    CHECK_FALSE(runs_in_blocks(word, pipe, {0, true}, boundary::zero));
}

}  // namespace
}  // namespace noble::testing
