#include "engine/runner.hpp"

#include "engine/flow.hpp"
#include "engine/lanes.hpp"
#include "engine/rows.hpp"
#include "engine/thin.hpp"

namespace noble::engine {

template <class T>
bool applies(method how, const canonical<T>& form) {
    switch (how) {
        case method::flow:
            return form.outputs() == 1 && form.inputs() == 1;
        case method::lanes:
            return lane_runner<T>::applies(form);
        case method::thin:
            return thin_runner<T>::applies(form);
        case method::rows:
            return true;
    }
    return false;
}

template <class T>
std::unique_ptr<const runner<T>> make_runner(method how, const canonical<T>& form,
                                             instruction_set set) {
    switch (how) {
        case method::flow:
            return std::make_unique<const flow_runner<T>>(form, set);
        case method::lanes:
            return std::make_unique<const lane_runner<T>>(form, set);
        case method::thin:
            return std::make_unique<const thin_runner<T>>(form);
        case method::rows:
            return std::make_unique<const row_runner<T>>(form);
    }
    return nullptr;
}

template bool applies(method, const canonical<float>&);
template bool applies(method, const canonical<double>&);
template bool applies(method, const canonical<std::complex<float>>&);
template bool applies(method, const canonical<std::complex<double>>&);
template std::unique_ptr<const runner<float>> make_runner(method, const canonical<float>&,
                                                          instruction_set);
template std::unique_ptr<const runner<double>> make_runner(method, const canonical<double>&,
                                                           instruction_set);
template std::unique_ptr<const runner<std::complex<float>>> make_runner(
    method, const canonical<std::complex<float>>&, instruction_set);
template std::unique_ptr<const runner<std::complex<double>>> make_runner(
    method, const canonical<std::complex<double>>&, instruction_set);

}  // namespace noble::engine
