#include "engine/methods/runner.hpp"

#include "engine/methods/flow.hpp"
#include "engine/methods/lanes.hpp"
#include "engine/methods/neighbours.hpp"
#include "engine/methods/overlap_save.hpp"
#include "engine/methods/rows.hpp"
#include "engine/methods/thin.hpp"

namespace noble::engine {

template <class T>
std::unique_ptr<const runner<T>> make_runner(method m, const canonical<T>& form,
                                             instruction_set set) {
    switch (m) {
        case method::flow:
            if (!flow_runner<T>::takes(form.outputs(), form.inputs())) {
                return std::make_unique<const neighbour_runner<T>>(form, set);
            }
            return std::make_unique<const flow_runner<T>>(form, set);
        case method::lanes:
            return std::make_unique<const lane_runner<T>>(form, set);
        case method::thin:
            return std::make_unique<const thin_runner<T>>(form);
        case method::fft:
            return std::make_unique<const overlap_save_runner<T>>(
                form, overlap_save_runner<T>::grid_for(form).value(), set);
        case method::rows:
            return std::make_unique<const row_runner<T>>(form);
    }
    return nullptr;
}

template std::unique_ptr<const runner<float>> make_runner(method, const canonical<float>&,
                                                          instruction_set);
template std::unique_ptr<const runner<double>> make_runner(method, const canonical<double>&,
                                                           instruction_set);
template std::unique_ptr<const runner<std::complex<float>>> make_runner(
    method, const canonical<std::complex<float>>&, instruction_set);
template std::unique_ptr<const runner<std::complex<double>>> make_runner(
    method, const canonical<std::complex<double>>&, instruction_set);

}  // namespace noble::engine
