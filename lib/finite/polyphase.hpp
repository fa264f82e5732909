// The reference evaluation of a bound word, from its canonical rows: works at the low rate, never
// multiplies by an inserted zero. Plain and in the widest type; it is the truth that faster engines
// are held against.
#pragma once

#include <vector>

#include "finite/wide.hpp"
#include "noble/canonical.hpp"
#include "noble/linear_map.hpp"

namespace noble {

/// Tap is double, or complex128 where a tap is complex: real taps on complex data cost no complex
/// products, and cannot turn an Inf in one part into a NaN in the other.
template <class T, class Tap>
class polyphase {
 public:
    explicit polyphase(const map_node::bound_word& a);

    /// y = A x, or Aᵀ x where the bound word is transposed; x and y do not overlap.
    void operator()(const T* x, T* y) const;

 private:
    struct row_taps {
        index_t row = 0;
        std::vector<index_t> offsets;
        std::vector<Tap> values;
    };

    template <class Inside, class Edge>
    void for_each_output(const Inside& inside, const Edge& edge) const;
    void gather(const T* x, T* y) const;
    void scatter(const T* x, T* y) const;
    void gather_inside(const row_taps& r, index_t first, index_t count, const T* x, T* y) const;
    [[nodiscard]] wide<T> gather_edge(const row_taps& r, index_t j, const T* x) const;
    void scatter_edge(const row_taps& r, index_t j, wide<T> value, std::vector<wide<T>>& y) const;
    [[nodiscard]] index_t output(const row_taps& r, index_t j) const;
    struct tap_range {
        std::size_t begin;
        std::size_t end;
    };
    [[nodiscard]] tap_range reaching(const row_taps& r, index_t base) const;

    index_t n_;
    interval window_;
    boundary rule_;
    bool transposed_;
    index_t outputs_;  // the period (L, M)
    index_t inputs_;
    std::vector<row_taps> rows_;
};

}  // namespace noble
