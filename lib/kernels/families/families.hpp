// Families of kernels: each is a source that is compiled once for each instruction set, with the
// registers.hpp of that set. One that changes costs its own compilation alone.
#pragma once

#include "registers.hpp"

namespace noble::kernels {

/// flow and lanes.
template <class Registers>
void add_filters(table<typename Registers::real>& to);
/// flow_up.
template <class Registers>
void add_interpolators(table<typename Registers::real>& to);
/// neighbours.
template <class Registers>
void add_neighbours(table<typename Registers::real>& to);
/// forward, inverse and what is done to spectra.
template <class Registers>
void add_spectra(table<typename Registers::real>& to);
/// into_lanes and out_of_lanes, and conversions.
template <class Registers>
void add_moves(table<typename Registers::real>& to);

/// Vectors of a set's registers.
template <class Registers>
using vector_of = xsimd::batch<typename Registers::real, set::architecture>;

template <class Registers>
table<typename Registers::real> table_of() {
    table<typename Registers::real> functions{.width = vector_of<Registers>::size};
    add_filters<Registers>(functions);
    add_interpolators<Registers>(functions);
    add_neighbours<Registers>(functions);
    add_spectra<Registers>(functions);
    add_moves<Registers>(functions);
    return functions;
}

}  // namespace noble::kernels
