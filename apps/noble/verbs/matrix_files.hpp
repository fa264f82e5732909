// Matrices as data: CSV, npy, Matrix Market and JSON.
#pragma once

#include <ostream>
#include <string>

#include "noble/element_type.hpp"
#include "noble/linear_map.hpp"

namespace noble::app {

/// Dense rows as CSV, or as npy; "-" is standard output.
/// Throws limit_error before anything is computed, io_error.
void write_dense(const linear_map& map, element_type type, const std::string& path, bool as_npy);

/// Dense rows as CSV with unknown taps by name.
void write_symbolic_csv(const linear_map& map, std::ostream& out);

/// Matrix Market's coordinate format, its field integer, real or complex as fits, indices from 1.
/// (https://math.nist.gov/MatrixMarket/formats.html)
void write_matrix_market(const linear_map& map, element_type type, std::ostream& out);

/// {"rows": m, "cols": n, "entries": [[i, j, value], …]}: non-zero entries by row, indices from 0.
/// A complex value is [re, im], an unknown tap its name.
void write_json(const linear_map& map, element_type type, std::ostream& out);

}  // namespace noble::app
