// Chunks: every tap of a form in one of them, none too wide or too long.
#include "engine/taps/tap_chunks.hpp"

#include <doctest/doctest.h>

#include <complex>
#include <map>
#include <random>

using namespace noble;

namespace {

template <class T>
using row_of_taps = std::vector<periodic_tap<T>>;

/// Row and offset to value, as the chunks say; taps are single.
template <class T>
std::map<std::pair<index_t, index_t>, std::complex<double>> unchunked(const canonical<T>& form) {
    std::map<std::pair<index_t, index_t>, std::complex<double>> found;
    index_t end = std::numeric_limits<index_t>::min();
    for (const auto& c : engine::chunks_of(form, 0)) {
        CHECK(c.span() <= engine::most_chunk_span);
        CHECK(c.first >= end);
        end = c.last;
        for (const auto& row : c.rows) {
            CHECK(row.re.taps.size() <= engine::most_chunk_taps);
            const auto add = [&](const auto& taps, std::complex<double> unit) {
                for (std::size_t i = 0; i < taps.taps.size(); ++i) {
                    CHECK(taps.offsets[i] < c.span());
                    found[{row.row, c.first + taps.offsets[i]}] +=
                        unit * static_cast<double>(taps.taps[i]);
                }
            };
            add(row.re, 1);
            add(row.im, {0, 1});
        }
    }
    return found;
}

template <class T>
void keeps_every_tap(const canonical<T>& form) {
    const auto found = unchunked(form);
    REQUIRE(found.size() == form.taps().size());
    for (const auto& t : form.taps()) {
        CHECK(found.at({t.row, t.offset}) == std::complex<double>(t.value));
    }
}

}  // namespace

TEST_CASE("chunks: neighbouring taps are one, those 4,096 apart are two, 513 of a row are two") {
    const auto count = [](const row_of_taps<float>& taps) {
        return engine::chunks_of(canonical<float>(2, 1, taps), 1).size();
    };
    CHECK(count({{0, 0, 1}, {0, 4095, 1}}) == 1);
    CHECK(count({{0, 0, 1}, {0, 4096, 1}}) == 2);
    row_of_taps<float> many;
    for (index_t o = 0; o < 512; ++o) many.push_back({0, o, 1});
    for (index_t o = 0; o < 512; ++o) many.push_back({1, o, 1});
    CHECK(count(many) == 1);
    many.push_back({0, 512, 1});
    CHECK(count(many) == 2);
    CHECK(count({}) == 0);
}

TEST_CASE("chunks: every tap is in one of them, row by row, its parts apart") {
    std::mt19937 random(1);
    row_of_taps<std::complex<float>> complex_taps;
    row_of_taps<double> real_taps;
    for (index_t row = 0; row < 5; ++row) {
        for (int i = 0; i < 700; ++i) {
            const auto offset = static_cast<index_t>(random() % 30'000) - 9000;
            real_taps.push_back({row, offset, 1.0 + i});
            complex_taps.push_back({row, offset, {static_cast<float>(i % 3), 1}});
        }
    }
    keeps_every_tap(canonical<double>(5, 3, real_taps));
    keeps_every_tap(canonical<std::complex<float>>(5, 3, complex_taps));
}

TEST_CASE("chunks: how wide they are, and whether a tap has an imaginary part") {
    using form = canonical<std::complex<double>>;
    const auto real = engine::chunks_of(form(1, 1, {{0, 3, 1}, {0, 12, 1}, {0, 9000, 1}}), 1);
    CHECK(engine::widest(real) == 10);
    CHECK_FALSE(engine::has_complex_taps(real));
    const auto complex = engine::chunks_of(form(1, 1, {{0, 3, 1}, {0, 9000, {0, 1}}}), 1);
    CHECK(engine::widest(complex) == 1);
    CHECK(engine::has_complex_taps(complex));
    CHECK(engine::widest(engine::chunks_of(form(1, 1, {}), 1)) == 0);
}
