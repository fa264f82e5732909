// Spectra shared by plans that live at the same time: of one kernel, and of a map and its
// transpose.
//
// The transpose has the filter (r, m), turned round in time, as its filter (m, r). Turned round on
// the circle of F samples, a real filter has the conjugate spectrum; its outputs then lie
// last − first places later. Which of the two is kept depends on the form alone, never on what
// else is alive: the same form gives the same bytes.
#pragma once

#include <memory>

#include "engine/methods/spectra.hpp"
#include "engine/signals/element.hpp"

namespace noble::engine {

template <class Real>
struct found_spectra {
    std::shared_ptr<const spectra<Real>> filters;
    bool of_transpose = false;
};

/// The spectra of the form or of its transpose: those that some plan holds, else made. Safe to call
/// from any thread. Throws limit_error.
template <class T>
found_spectra<real_of<T>> find_spectra(const canonical<T>& form, const block_grid& grid,
                                       const kernels::table<real_of<T>>& kernels);

}  // namespace noble::engine
