// laws: the identities of the field, as data.
#include "noble/laws.hpp"

#include <pybind11/stl.h>

#include "bindings.hpp"

namespace noble::python {
namespace {

struct grouped_law {
    const law* what;
    std::string group;
};

std::vector<grouped_law> all_laws() {
    std::vector<grouped_law> all;
    for (const auto& group : law_groups()) {
        for (const auto& a : group.laws) all.push_back({&a, group.title});
    }
    return all;
}

std::optional<std::string> condition_of(const law& a) {
    if (!a.condition) return std::nullopt;
    return a.condition->text;
}

}  // namespace

void bind_laws(py::module_& m) {
    py::class_<grouped_law>(m, "law", "An identity; `prove` decides it over its ranges.")
        .def_readonly("group", &grouped_law::group, "The heading it stands under.")
        .def_property_readonly(
            "name", [](const grouped_law& a) { return a.what->name; }, "Its short name.")
        .def_property_readonly(
            "says", [](const grouped_law& a) { return a.what->says; }, "One sentence.")
        .def_property_readonly(
            "formula", [](const grouped_law& a) { return a.what->formula; }, "As `prove` takes it.")
        .def_property_readonly(
            "source", [](const grouped_law& a) { return a.what->source; },
            "Where a textbook has it.")
        .def_property_readonly(
            "ranges", [](const grouped_law& a) { return a.what->ranges; },
            "The parameters, each with the range that the proof covers.")
        .def_property_readonly(
            "condition", [](const grouped_law& a) { return condition_of(*a.what); },
            "What the parameters must satisfy; None where any will do.")
        .def("__repr__",
             [](const grouped_law& a) { return a.what->name + ": " + a.what->formula; });
    m.def("laws", &all_laws, R"(laws()
--

The identities of multirate signal processing, in reading order.

Returns
-------
list of law

Examples
--------
>>> law = next(a for a in noble.laws() if a.name == 'noble-down')
>>> bool(noble.prove(law.formula, over=law.ranges, where=law.condition))
True
)");
}

}  // namespace noble::python
