#include "plot/panels/filters.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/checked.hpp"

namespace noble::drawing {

template <class Scalar>
bool is_one_filter(const canonical<Scalar>& form) {
    return std::gcd(form.outputs(), form.inputs()) == 1;
}

template <class Scalar>
filter<Scalar> equivalent_filter(const canonical<Scalar>& form) {
    filter<Scalar> f{{}, form.outputs(), form.inputs(), {}};
    for (const auto& tap : form.taps()) {
        const index_t at = checked::sub(checked::mul(tap.row, form.inputs()),
                                        checked::mul(tap.offset, form.outputs()));
        f.taps.push_back({at, tap.value});
    }
    std::ranges::sort(f.taps, {}, &tap<Scalar>::index);
    return f;
}

template <class Scalar>
filter<Scalar> phase_filter(const canonical<Scalar>& form, index_t r) {
    filter<Scalar> f{"r = " + std::to_string(r), 1, form.inputs(), {}};
    const auto row = form.row(r);
    for (auto tap = row.rbegin(); tap != row.rend(); ++tap) {
        f.taps.push_back({checked::neg(tap->offset), tap->value});
    }
    return f;
}

std::optional<numeric_filter> rounded(const filter<exact>& f) {
    numeric_filter result{f.name, f.inputs, f.kept, {}};
    for (const auto& tap : f.taps) {
        const auto value = tap.value.to<std::complex<double>>();
        if (std::max(std::abs(value.real()), std::abs(value.imag())) > most_drawn) {
            return std::nullopt;
        }
        if (value != 0.0) result.taps.push_back({tap.index, value});
    }
    return result;
}

bool is_real(const numeric_filter& f) {
    return std::ranges::all_of(f.taps, [](const auto& t) { return t.value.imag() == 0; });
}

template bool is_one_filter(const canonical<exact>&);
template bool is_one_filter(const canonical<polynomial>&);
template filter<exact> equivalent_filter(const canonical<exact>&);
template filter<polynomial> equivalent_filter(const canonical<polynomial>&);
template filter<exact> phase_filter(const canonical<exact>&, index_t);
template filter<polynomial> phase_filter(const canonical<polynomial>&, index_t);

}  // namespace noble::drawing
