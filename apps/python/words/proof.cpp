// prove: answers with their text and their fields, which are those of `noble prove --json`.
#include <pybind11/stl.h>

#include "bindings.hpp"
#include "noble/error.hpp"
#include "noble/parse.hpp"
#include "output/proof_json.hpp"
#include "values/arguments.hpp"

namespace noble::python {
namespace {

constexpr const char* prove_doc = R"(prove(left, right=None, *, over=(), where=None)
--

Decides whether two words are the same operator for all signals (and all values of unknown taps), or
two finite maps the same matrix.

Parameters
----------
left, right : op, op2d, bank or linear_map, both of one kind
    Or `left` alone: an equation as text, ``'up(3) == down(3).T'``.
over : str or list of str
    For an equation: integer variables and their ranges, ``'k=1..64'``; one proof for each combination.
where : str, optional
    The combinations that count, ``'gcd(a, b) == 1'``.

Returns
-------
proof
    True where it holds. `verdict`, `unknowns`, the text (`str`) and all fields (`report`).

Examples
--------
>>> noble.prove(noble.down(2) @ noble.up(2), noble.identity())
proved for all signals
>>> noble.prove('up(k) == down(k).T', over='k=1..64').verdict
'proved'
>>> p = noble.prove(noble.up(2) @ noble.down(2), noble.identity())
>>> p.holds, p.report()['witness']
(False, {'input': 1, 'output': 1, 'left': '0', 'right': '1'})
)";

struct python_proof {
    bool holds = false;
    std::string text;
    app::json fields;
};

bool holds_of(const any_proof& p) { return noble::holds(p); }
bool holds_of(const range_proof& p) { return p.holds(); }
bool holds_of(const map_proof& p) { return p.holds(); }

template <class Proof>
python_proof answer(const Proof& p) {
    return {holds_of(p), to_string(p), app::to_json(p)};
}

template <class Word>
python_proof prove_words(const Word& left, const Word& right) {
    const py::gil_scoped_release release;
    return answer(any_proof(prove(left, right)));
}

python_proof prove_maps(const linear_map& left, const linear_map& right) {
    const py::gil_scoped_release release;
    return answer(prove(left, right));
}

python_proof prove_text(const std::string& equation, const py::none& /*right*/,
                        const std::variant<std::string, std::vector<std::string>>& over,
                        const std::optional<std::string>& where) {
    const auto* one = std::get_if<std::string>(&over);
    const auto ranges =
        one != nullptr ? std::vector{*one} : std::get<std::vector<std::string>>(over);
    const std::string condition = where.value_or("");
    const py::gil_scoped_release release;
    const auto& words = standard_vocabulary();
    if (!ranges.empty()) return answer(prove_range(equation, ranges, condition, words));
    if (condition.empty()) return answer(prove_equation(equation, words));
    throw argument_error("`where` is a condition on variables; give them with over='k=1..16'");
}

}  // namespace

void bind_proof(py::module_& m) {
    py::class_<python_proof>(m, "proof", "The answer of `prove`; true where it holds.")
        .def_readonly("holds", &python_proof::holds, "Whether it is proved.")
        .def_property_readonly(
            "verdict",
            [](const python_proof& p) { return p.fields.at("verdict").get<std::string>(); },
            "'proved', 'refuted', or 'no cases' for ranges that hold none.")
        .def_property_readonly(
            "unknowns",
            [](const python_proof& p) {
                return p.fields.at("unknown_taps").get<std::vector<std::string>>();
            },
            "The kernels with unknown taps: a proof holds for all of their values.")
        .def(
            "report", [](const python_proof& p) { return json_object(app::json_text(p.fields)); },
            R"(report(self)
--

All fields as a dict: rates or shapes, the witness, hints, cases. Values are exact and so are text.

Examples
--------
>>> noble.prove('conv(q:2) == conv(q:2)').report()['for_all']
'taps'
)")
        .def("__bool__", [](const python_proof& p) { return p.holds; })
        .def("__repr__", [](const python_proof& p) { return p.text; });
    m.def("prove", &prove_words<op>, py::arg("left"), py::arg("right"), prove_doc);
    m.def("prove", &prove_words<op2d>, py::arg("left"), py::arg("right"));
    m.def("prove", &prove_words<bank>, py::arg("left"), py::arg("right"));
    m.def("prove", &prove_maps, py::arg("left"), py::arg("right"));
    m.def("prove", &prove_text, py::arg("left"), py::arg("right") = py::none(), py::kw_only(),
          py::arg("over") = std::vector<std::string>{}, py::arg("where") = py::none());
}

}  // namespace noble::python
