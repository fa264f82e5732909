// Maps that are made of maps, padding and cropping, and a user's own.
#include <pybind11/stl.h>

#include "bindings.hpp"
#include "maps/custom.hpp"
#include "noble/linear_map.hpp"

namespace noble::python {
namespace {

void bind_edges(py::module_& m) {
    m.def(
        "pad",
        [](index_t n, index_t before, index_t after, const std::string& b) {
            return pad(n, before, after, boundary_from(b));
        },
        py::arg("n"), py::arg("before"), py::arg("after"), py::arg("boundary") = "zero",
        R"(pad(n, before, after, boundary='zero')
--

The map from n samples to before + n + after, filled as the boundary says. Negative widths crop.

Examples
--------
>>> noble.pad(3, 2, 1, 'reflect') @ [1.0, 2.0, 3.0]
array([3., 2., 1., 2., 3., 2.])
)");
    m.def("crop", &crop, py::arg("n"), py::arg("before"), py::arg("after"),
          R"(crop(n, before, after)
--

The map from n samples to n - before - after: ``pad(n - before - after, before, after).T``.

Examples
--------
>>> noble.crop(5, 1, 2) @ [1.0, 2.0, 3.0, 4.0, 5.0]
array([2., 3.])
)");
}

void bind_stacks(py::module_& m) {
    m.def("hstack", &hstack, py::arg("maps"), R"(hstack(maps)
--

(A B …): inputs side by side, outputs added. All maps have the same number of outputs.

Examples
--------
>>> noble.hstack([noble.identity().on(2), noble.up(2).on(1)]).todense()
array([[1., 0., 1.],
       [0., 1., 0.]])
)");
    m.def("vstack", &vstack, py::arg("maps"), R"(vstack(maps)
--

The same input to each map, outputs one after another. All maps have the same number of inputs.

Examples
--------
>>> noble.vstack([noble.down(2).on(4), noble.down(2, 1).on(4)]) @ [1.0, 2.0, 3.0, 4.0]
array([1., 3., 2., 4.])
)");
    m.def("block", &block, py::arg("grid"), R"(block(grid)
--

A grid of maps, row by row: the maps of a row have the same number of outputs, those of a column the
same number of inputs.

Examples
--------
>>> I = noble.identity().on(1)
>>> noble.block([[I, 2 * I], [3 * I, 4 * I]]).todense()
array([[1., 2.],
       [3., 4.]])
)");
    m.def("block_diag", &block_diag, py::arg("maps"), R"(block_diag(maps)
--

Each map on its own part of the input.

Examples
--------
>>> noble.block_diag([noble.down(2).on(2), noble.up(2).on(1)]).todense()
array([[1., 0., 0.],
       [0., 0., 1.],
       [0., 0., 0.]])
)");
}

}  // namespace

void bind_composites(py::module_& m) {
    bind_edges(m);
    bind_stacks(m);
    m.def("custom", &custom_map, py::arg("rows"), py::arg("cols"), py::arg("forward"),
          py::arg("adjoint"), R"(custom(rows, cols, forward, adjoint)
--

A map of your own, which composes with every other; `check` tells whether its two functions belong
together.

Parameters
----------
rows, cols : int
    The numbers of outputs and inputs.
forward, adjoint : callable
    ``forward(x)`` returns A x, ``adjoint(y)`` conj(A).T y: arrays in one dimension, of any of the four
    element types.

Examples
--------
>>> import numpy as np
>>> M = noble.custom(3, 3, np.cumsum, lambda y: np.cumsum(y[::-1])[::-1])
>>> M @ [1.0, 2.0, 3.0]
array([1., 3., 6.])
>>> noble.check(M).passed
True
)");
}

}  // namespace noble::python
