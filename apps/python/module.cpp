// The extension module noble._noble; the package noble is its face.
#include "bindings.hpp"
#include "noble/version.hpp"
#include "values/errors.hpp"

PYBIND11_MODULE(_noble, m) {
    using namespace noble::python;
    py::options options;
    options.disable_function_signatures();
    m.attr("__name__") =
        "noble";  // so that classes and functions say noble.op, not noble._noble.op
    m.attr("__version__") = noble::version;
    register_errors();
    bind_sequence(m);
    bind_map(m);
    bind_composites(m);
    bind_word(m);
    bind_letters(m);
    bind_word2d(m);
    bind_bank(m);
    bind_reconstruct(m);
    bind_plan(m);
    bind_stream(m);
    bind_plot(m);
    bind_proof(m);
    bind_derivation(m);
    bind_laws(m);
    bind_check(m);
    bind_designs(m);
    bind_parse(m);
    bind_signals(m);
    bind_apply(m);
    bind_limit(m);
    bind_build_information(m);
    bind_wisdom(m);
    m.attr("__name__") = "noble._noble";
}
