#include "engine/runner.hpp"

#include "engine/flow.hpp"
#include "engine/lanes.hpp"
#include "engine/overlap_save.hpp"
#include "engine/rows.hpp"
#include "engine/thin.hpp"

namespace noble::engine {

template <class T>
bool applies(method m, const canonical<T>& form) {
    switch (m) {
        case method::flow:
            return form.outputs() == 1 && form.inputs() == 1;
        case method::lanes:
            return lane_runner<T>::applies(form);
        case method::thin:
            return thin_runner<T>::applies(form);
        case method::fft:
            return overlap_save_runner<T>::grid_for(form).has_value();
        case method::rows:
            return true;
    }
    return false;
}

template <class T>
std::unique_ptr<const runner<T>> make_runner(method m, const canonical<T>& form,
                                             instruction_set set, effort how) {
    switch (m) {
        case method::flow:
            return std::make_unique<const flow_runner<T>>(form, set);
        case method::lanes:
            return std::make_unique<const lane_runner<T>>(form, set);
        case method::thin:
            return std::make_unique<const thin_runner<T>>(form);
        case method::fft:
            return std::make_unique<const overlap_save_runner<T>>(
                form, overlap_save_runner<T>::grid_for(form).value(), set, how);
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
                                                          instruction_set, effort);
template std::unique_ptr<const runner<double>> make_runner(method, const canonical<double>&,
                                                           instruction_set, effort);
template std::unique_ptr<const runner<std::complex<float>>> make_runner(
    method, const canonical<std::complex<float>>&, instruction_set, effort);
template std::unique_ptr<const runner<std::complex<double>>> make_runner(
    method, const canonical<std::complex<double>>&, instruction_set, effort);

}  // namespace noble::engine
