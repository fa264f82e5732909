// Matrices of finite maps, built from their structure (not by n unit vectors), dense and sparse.
#pragma once

#include <complex>
#include <cstddef>
#include <string>
#include <vector>

#include "noble/array.hpp"
#include "noble/exact.hpp"
#include "noble/linear_map.hpp"
#include "noble/polynomial.hpp"

namespace [[gnu::visibility("default")]] noble {

/// A matrix in compressed sparse rows: the entries of row i are row_begin[i] … row_begin[i+1] − 1.
/// Columns ascend within a row, none is repeated, and no entry is an exact zero.
template <class Scalar>
struct csr {
    index_t rows = 0;                   ///< m
    index_t cols = 0;                   ///< n
    std::vector<index_t> row_begin{0};  ///< rows + 1 places in `columns` and `values`
    std::vector<index_t> columns;       ///< of each entry
    std::vector<Scalar> values;         ///< of each entry
    friend bool operator==(const csr&, const csr&) = default;
};

/// The matrix of a map. Scalar is one of the four element types (each entry is exact until it is
/// rounded, once), exact, or polynomial (for unknown taps). Throws argument_error for unknown taps
/// where numbers are asked for, complex taps where real ones are, and exact matrices of custom maps
/// (which are evaluated on unit vectors for element types); limit_error beyond the memory limit.
template <class Scalar>
[[gnu::visibility("default")]] csr<Scalar> sparse_matrix(const linear_map& a);

/// The same, dense: rows × cols.
template <class T>
[[gnu::visibility("default")]] xt::xtensor<T, 2> matrix(const linear_map& a);

/// The transpose, entry by entry.
template <class Scalar>
[[gnu::visibility("default")]] csr<Scalar> transpose(const csr<Scalar>& a);

/// How matrices are written for people.
struct matrix_style {
    bool fractions = false;  ///< 1/3 instead of 0.333333
    bool spy = false;        ///< one mark per block of entries: where the matrix is not zero
    int digits = 6;          ///< significant digits of numbers that are not integers
};

/// The largest matrix that is written entry by entry; a larger one is drawn as a spy plot.
inline constexpr index_t widest_text = 64;
/// The same for rows.
inline constexpr index_t tallest_text = 256;

/// Rows of aligned entries, a line each: integers as integers, unknown taps by name; or the spy
/// plot of a matrix larger than that.
std::string to_text(const linear_map& a, const matrix_style& style = {});

}  // namespace noble
