// laws: the identities of the field, as data.
#include "noble/laws.hpp"

#include <pybind11/stl.h>

#include "bindings.hpp"
#include "noble/error.hpp"

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

grouped_law law_named(const std::string& name) {
    for (const auto& a : all_laws()) {
        if (a.what->name == name) return a;
    }
    std::string names;
    for (const auto& near : similar_laws(name)) names += (names.empty() ? "" : ", ") + near;
    throw argument_error("no law is called '" + name + "'" +
                         (names.empty() ? "" : "; did you mean " + names + "?"));
}

std::optional<std::string> condition_of(const law& a) {
    if (!a.condition) return std::nullopt;
    return a.condition->text;
}

std::pair<op, op> sides_of(const grouped_law& a, const py::kwargs& values) {
    const auto [left, right] = at(*a.what, values.cast<law_values>());
    return {left, right};
}

// By the module's own prove: what the table says is what is proved.
py::object prove(const grouped_law& a) {
    return py::module_::import("noble").attr("prove")(a.what->formula,
                                                      py::arg("over") = a.what->ranges,
                                                      py::arg("where") = condition_of(*a.what));
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
        .def("at", &sides_of, R"(at(self, **values)
--

Both sides, as words, for these values of the parameters, whether the condition holds or not.

Examples
--------
>>> noble.laws('transpose-up').ranges
['k=1..16', 'p=-3..4']
>>> noble.laws('transpose-up').at(k=2, p=1)
(down(2, 1), down(2, 1))
)")
        .def("prove", &prove, R"(prove(self)
--

Decides the law for every value in its ranges that satisfies its condition.

Returns
-------
proof

Examples
--------
>>> noble.laws('noble-down').prove().verdict
'proved'
)")
        .def("__repr__", [](const grouped_law& a) {
            return a.what->name + ": " + a.what->formula +
                   (a.what->condition ? "   where " + a.what->condition->text : "");
        });
    m.def(
        "laws", [](const py::none& /*name*/) { return all_laws(); }, py::arg("name") = py::none(),
        R"(laws(name=None)
--

The identities of multirate signal processing, in reading order; or the one of that name.

Returns
-------
list of law, or law

Raises
------
ValueError
    Where no law has that name; names that are near are given.

Examples
--------
>>> law = noble.laws('noble-down')
>>> law.group
'Noble identities'
>>> bool(noble.prove(law.formula, over=law.ranges, where=law.condition))
True
>>> len(noble.laws()) > 40
True
)");
    m.def("laws", &law_named, py::arg("name"));
}

}  // namespace noble::python
