// parse: words as text.
#include "noble/parse.hpp"

#include <pybind11/stl.h>

#include "bindings.hpp"

namespace noble::python {

void bind_parse(py::module_& m) {
    m.def(
        "parse",
        [](const std::string& text) { return parse_expression(text, standard_vocabulary()); },
        py::arg("text"), R"(parse(text)
--

A word as the expression language writes it (the one of the command line, where ``*`` composes).

Returns
-------
op, op2d or bank
    op2d for what holds ``kron(…)``, bank for ``row(…)`` and ``column(…)``.

Raises
------
ValueError
    Three lines: what is wrong, the text, and a caret below the place.
OSError
    For taps from a file that cannot be read.

Examples
--------
>>> noble.parse('down(2) * conv([1 2 1]@1)').T
conv([1 2 1]@1) * up(2)
>>> noble.parse('kron(down(2), id)')
kron(down(2), id)
)");
}

}  // namespace noble::python
