#include "engine/methods/methods.hpp"

#include <algorithm>

#include "engine/methods/flow.hpp"
#include "engine/methods/lanes.hpp"
#include "engine/methods/neighbours.hpp"
#include "engine/methods/overlap_save.hpp"
#include "engine/methods/rows.hpp"
#include "engine/methods/thin.hpp"

namespace noble::engine {
namespace {

template <class Runner, class T>
std::unique_ptr<const runner<T>> make(const canonical<T>& form, instruction_set set) {
    return std::make_unique<const Runner>(form, set);
}

template <class T, template <class> class... Runners>
constexpr implementation<T> by[] = {
    {Runners<T>::applies, Runners<T>::cost, make<Runners<T>, T>}...};

template <class T>
constexpr method_row<T> rows[] = {
    {method::flow, "flow", by<T, flow_runner, neighbour_runner>},
    {method::lanes, "lanes", by<T, lane_runner>},
    {method::thin, "thin", by<T, thin_runner>},
    {method::fft, "fft", by<T, overlap_save_runner>},
    {method::rows, "rows", by<T, row_runner>},
};

static_assert(std::ranges::equal(rows<float>, methods, {}, &method_row<float>::method));

}  // namespace

template <class T>
const implementation<T>* method_row<T>::find(const workload& work) const {
    const auto found = std::ranges::find_if(
        implementations, [&](const auto& candidate) { return candidate.applies(work); });
    return found == implementations.end() ? nullptr : &*found;
}

template <class T>
std::span<const method_row<T>> method_table() {
    return rows<T>;
}

template <class T>
const method_row<T>& row_of(method m) {
    return rows<T>[static_cast<std::size_t>(m)];
}

template <class T>
bool applies(method m, const canonical<T>& form) {
    return row_of<T>(m).find(workload_of(form)) != nullptr;
}

template struct method_row<float>;
template struct method_row<double>;
template struct method_row<std::complex<float>>;
template struct method_row<std::complex<double>>;
template std::span<const method_row<float>> method_table();
template std::span<const method_row<double>> method_table();
template std::span<const method_row<std::complex<float>>> method_table();
template std::span<const method_row<std::complex<double>>> method_table();
template const method_row<float>& row_of(method);
template const method_row<double>& row_of(method);
template const method_row<std::complex<float>>& row_of(method);
template const method_row<std::complex<double>>& row_of(method);
template bool applies(method, const canonical<float>&);
template bool applies(method, const canonical<double>&);
template bool applies(method, const canonical<std::complex<float>>&);
template bool applies(method, const canonical<std::complex<double>>&);

}  // namespace noble::engine

namespace noble {

std::string to_string(method m) { return engine::row_of<float>(m).name; }

}  // namespace noble
