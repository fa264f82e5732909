#include "check/method_errors.hpp"

#include <cmath>
#include <limits>

#include "engine/methods/blocks.hpp"
#include "engine/methods/methods.hpp"
#include "engine/taps/tap_chunks.hpp"

namespace noble::engine {
namespace {

template <class T>
double pieces(const canonical<T>& form) {
    // Longer periods are not cut into chunks, but summed in pieces of as many taps.
    if (!applies(method::lanes, form)) return static_cast<double>(form.taps().size());
    return static_cast<double>(chunks_of(form, 0).size());
}

}  // namespace

template <class T>
double most_summed_terms(const canonical<T>& form) {
    if (form.is_zero()) return std::numeric_limits<double>::infinity();
    return most_chunk_taps + pieces(form);
}

template <class T>
std::optional<block_grid> transforms(const canonical<T>& form, const plan_options& options) {
    const bool is_left_open = !options.method || !applies(*options.method, form);
    if (!is_left_open && *options.method != method::fft) return std::nullopt;
    return blocks_of(form);
}

template <class T>
double transform_error_unit(const canonical<T>& form, const block_grid& grid) {
    constexpr double epsilon = std::numeric_limits<real_of<T>>::epsilon();
    double energy = 0;
    for (const auto& t : form.taps()) {
        energy += std::norm(static_cast<std::complex<double>>(t.value));
    }
    return 4 * epsilon * std::log2(static_cast<double>(grid.block.points * grid.inputs)) *
           std::sqrt(energy);
}

template double most_summed_terms(const canonical<float>&);
template double most_summed_terms(const canonical<double>&);
template double most_summed_terms(const canonical<std::complex<float>>&);
template double most_summed_terms(const canonical<std::complex<double>>&);
template std::optional<block_grid> transforms(const canonical<float>&, const plan_options&);
template std::optional<block_grid> transforms(const canonical<double>&, const plan_options&);
template std::optional<block_grid> transforms(const canonical<std::complex<float>>&,
                                              const plan_options&);
template std::optional<block_grid> transforms(const canonical<std::complex<double>>&,
                                              const plan_options&);
template double transform_error_unit(const canonical<float>&, const block_grid&);
template double transform_error_unit(const canonical<double>&, const block_grid&);
template double transform_error_unit(const canonical<std::complex<float>>&, const block_grid&);
template double transform_error_unit(const canonical<std::complex<double>>&, const block_grid&);

}  // namespace noble::engine
