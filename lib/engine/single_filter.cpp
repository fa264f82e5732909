#include "engine/single_filter.hpp"

#include <algorithm>
#include <complex>
#include <numeric>

#include "algebra/checked.hpp"

namespace noble::engine {
namespace {

template <class T>
index_t place_of(const canonical<T>& form, const periodic_tap<T>& t) {
    return checked::sub(checked::mul(form.inputs(), t.row), checked::mul(form.outputs(), t.offset));
}

}  // namespace

template <class T>
std::optional<filter_span> span_of_filter(const canonical<T>& form) {
    if (form.is_zero() || std::gcd(form.outputs(), form.inputs()) != 1) return std::nullopt;
    const index_t first = place_of(form, form.taps().front());
    filter_span span{first, first};
    for (const auto& t : form.taps()) {
        span.first = std::min(span.first, place_of(form, t));
        span.last = std::max(span.last, place_of(form, t));
    }
    return span;
}

template <class T>
single_filter<T> filter_of(const canonical<T>& form) {
    const auto span = span_of_filter(form).value();
    require_memory(span.length(), sizeof(T), "a filter's taps");
    single_filter<T> filter{span.first, std::vector<T>(static_cast<std::size_t>(span.length()))};
    for (const auto& t : form.taps()) {
        filter.taps[static_cast<std::size_t>(place_of(form, t) - span.first)] = t.value;
    }
    return filter;
}

template std::optional<filter_span> span_of_filter(const canonical<float>&);
template std::optional<filter_span> span_of_filter(const canonical<double>&);
template std::optional<filter_span> span_of_filter(const canonical<std::complex<float>>&);
template std::optional<filter_span> span_of_filter(const canonical<std::complex<double>>&);
template single_filter<float> filter_of(const canonical<float>&);
template single_filter<double> filter_of(const canonical<double>&);
template single_filter<std::complex<float>> filter_of(const canonical<std::complex<float>>&);
template single_filter<std::complex<double>> filter_of(const canonical<std::complex<double>>&);

}  // namespace noble::engine
