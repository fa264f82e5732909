// plan: how to run a map, chosen once and used often.
#include "noble/plan.hpp"

#include <pybind11/complex.h>
#include <pybind11/stl.h>

#include <mutex>
#include <variant>

#include "bindings.hpp"
#include "noble/error.hpp"
#include "running/plan_options.hpp"
#include "values/arguments.hpp"
#include "values/arrays.hpp"

namespace noble::python {
namespace {

constexpr const char* plan_doc =
    R"(plan(map, dtype=None, *, effort='estimate', threads=0, method=None, instruction_set=None, groups='cheapest', endless=False)
--

How to run a map on one element type. May be called from several threads at once.

Parameters
----------
map : linear_map
dtype : dtype, optional
    float32, float64, complex64 or complex128; unless given, float64, or complex128 where taps are
    complex.
effort : {'estimate', 'measure'}
    'measure' times the candidates and takes the fastest.
threads : int
    0: all cores (or what NOBLE_NUM_THREADS says) for long work, one for short. The result does not
    depend on it.
method : {'flow', 'lanes', 'thin', 'fft', 'rows'}, optional
    For every group of a word where it applies.
instruction_set : {'plain', 'sse2', 'avx2', 'avx512'}, optional
groups : {'cheapest', 'fused', 'written'}
    Which factors of a word are fused to one kernel: those that cost least, all, or none.
endless : bool
    Methods are chosen as for a signal without end, and so as a `stream` chooses them.

Examples
--------
>>> import noble, numpy as np
>>> p = noble.plan(noble.conv([1, 2, 1], origin=1).on(5, 'same'), np.float32)
>>> p(np.ones(5, np.float32))
array([3., 4., 4., 4., 3.], dtype=float32)
>>> p.report()['element']
'float32'
)";

constexpr const char* call_doc = R"(__call__(self, x, out=None, axis=-1, *, alpha=1, beta=0)
--

The map on the samples of an array along one axis; alpha A x + beta out.

Parameters
----------
x : array_like
    Of the plan's element type; integers and bool are converted to float64.
out : ndarray, optional
    Where to write the result: an array of its shape and type that shares no memory with `x`.
axis : int
alpha, beta : number
    With beta other than 0, `out` is read as well as written.

Returns
-------
ndarray
    `out`, where given.

Examples
--------
>>> p = noble.plan(noble.down(2).on(4))
>>> y = np.empty(2)
>>> p(np.arange(4.0), out=y) is y
True
>>> y
array([0., 2.])
>>> p(np.ones(4), out=y, alpha=10, beta=1)
array([10., 12.])
)";

// A plan, and the workspaces that executions at the same time take and give back.
template <class T>
class executor {
 public:
    executor(const linear_map& map, const plan_options& options) : plan_(map, options) {}

    const plan<T>& what() const { return plan_; }

    void run(const strided_array<const T>& x, const strided_array<T>& y, T alpha, T beta,
             int axis) {
        workspace<T> space = take();
        plan_(x, y, space, alpha, beta, axis);
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(space));
    }

 private:
    workspace<T> take() {
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                workspace<T> space = std::move(idle_.back());
                idle_.pop_back();
                return space;
            }
        }
        return workspace<T>(plan_);
    }

    plan<T> plan_;
    std::mutex mutex_;
    std::vector<workspace<T>> idle_;
};

using any_executor =
    std::variant<std::unique_ptr<executor<float32>>, std::unique_ptr<executor<float64>>,
                 std::unique_ptr<executor<complex64>>, std::unique_ptr<executor<complex128>>>;

struct python_plan {
    element_type type = element_type::float64;
    any_executor run;

    const plan_report& report() const {
        return std::visit([](const auto& e) -> const plan_report& { return e->what().explain(); },
                          run);
    }
    const linear_map& map() const {
        return std::visit([](const auto& e) -> const linear_map& { return e->what().map(); }, run);
    }
};

python_plan make_plan(const linear_map& map, const py::object& dtype, const std::string& effort,
                      int threads, const std::optional<std::string>& how,
                      const std::optional<std::string>& set, const std::string& groups,
                      bool endless) {
    plan_options options = plan_options_from(effort, threads, how, set, groups);
    options.endless = endless;
    const element_type type = dtype.is_none() ? natural_element(map) : element_named(dtype);
    const py::gil_scoped_release release;
    return with_element(type, [&]<class T>(T) {
        return python_plan{type, std::make_unique<executor<T>>(map, options)};
    });
}

// As the plan's type, where that is what x has; a plan converts no floats.
readable input_of(const python_plan& p, const py::object& x) {
    readable in = readable_from(x);
    if (in.type != p.type) {
        throw py::type_error("a plan for " + std::string(py::str(py::handle(dtype_of(p.type)))) +
                             " was given an array of " +
                             std::string(py::str(py::handle(in.array.dtype()))));
    }
    const bool has_axes = p.map().in_shape().size() > 1;
    if (has_axes && (in.array.flags() & py::array::c_style) == 0) {
        in.array = in.array.attr("copy")();  // a map's several axes must lie one after another
    }
    return in;
}

// alpha or beta in the plan's element type.
template <class T>
T factor(std::complex<double> c) {
    if constexpr (std::is_floating_point_v<T>) {
        if (c.imag() != 0) throw argument_error("complex factors need complex data");
        return static_cast<T>(c.real());
    } else {
        return T(c);
    }
}

py::array run(python_plan& p, const py::object& x, const py::object& out, int axis,
              std::complex<double> alpha, std::complex<double> beta) {
    if (out.is_none() && beta != 0.0) throw argument_error("beta adds to `out`; none is given");
    const readable in = input_of(p, x);
    return with_element(p.type, [&]<class T>(T) -> py::array {
        const auto from = view_of<const T>(in.array);
        py::array result = out.is_none()
                               ? py::array(result_array<T>(output_shape(p.map(), from.shape, axis)))
                               : writeable_from(out, p.type, in.array);
        const auto to = view_of<T>(result);
        {
            const py::gil_scoped_release release;
            std::get<std::unique_ptr<executor<T>>>(p.run)->run(from, to, factor<T>(alpha),
                                                               factor<T>(beta), axis);
        }
        return result;
    });
}

}  // namespace

void bind_plan(py::module_& m) {
    py::class_<python_plan>(m, "plan", plan_doc)
        .def(py::init(&make_plan), py::arg("map"), py::arg("dtype") = py::none(), py::kw_only(),
             py::arg("effort") = "estimate", py::arg("threads") = 0, py::arg("method") = py::none(),
             py::arg("instruction_set") = py::none(), py::arg("groups") = "cheapest",
             py::arg("endless") = false)
        .def("__call__", &run, py::arg("x"), py::arg("out") = py::none(), py::arg("axis") = -1,
             py::kw_only(), py::arg("alpha") = 1, py::arg("beta") = 0, call_doc)
        .def_property_readonly("map", &python_plan::map, "The map that is run.")
        .def_property_readonly(
            "dtype", [](const python_plan& p) { return dtype_of(p.type); },
            "The element type of inputs and outputs.")
        .def(
            "explain", [](const python_plan& p) { return to_string(p.report()); },
            R"(explain(self)
--

What the plan does and what it decided against, for people.

Examples
--------
>>> 'thin' in noble.plan(noble.down(2).on(100)).explain()
True
)")
        .def(
            "report", [](const python_plan& p) { return json_object(to_json(p.report())); },
            R"(report(self)
--

The same as a dict.

Examples
--------
>>> [s['word'] for s in noble.plan(noble.down(2).on(100)).report()['stages']]
['down(2)']
)")
        .def("__repr__", [](const python_plan& p) { return to_string(p.report()); });
}

}  // namespace noble::python
