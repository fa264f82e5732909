// The order in which the factors of a product are multiplied.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "noble/op.hpp"

namespace noble {

/// The same product with, in each run of convolutions (they commute), the numeric ones as one
/// factor ahead of those with unknown taps: numbers multiply faster.
std::vector<op> numbers_first(const std::vector<op>& factors);

/// The product of at least one form. They are multiplied pair by pair, so that a power of n
/// factors takes products of like size, about log₂ n deep.
template <class Form, class Times>
Form balanced_product(std::vector<Form> forms, const Times& times) {
    while (forms.size() > 1) {
        std::size_t made = 0;
        for (std::size_t i = 0; i < forms.size(); i += 2, ++made) {
            Form next = i + 1 < forms.size() ? times(forms[i], forms[i + 1]) : std::move(forms[i]);
            forms[made] = std::move(next);
        }
        forms.erase(forms.begin() + static_cast<std::ptrdiff_t>(made), forms.end());
    }
    return std::move(forms.front());
}

/// The form of a product, from the left, but that neighbours of period (1, 1), which are
/// convolutions, are multiplied among themselves first. `of` makes the form of a factor, `times`
/// multiplies forms.
template <class Form, class Of, class Times>
Form form_of_factors(const std::vector<op>& factors, const Of& of, const Times& times) {
    std::optional<Form> result;
    std::vector<Form> convolutions;
    const auto append = [&](Form form) {
        result = result ? times(*result, form) : std::move(form);
    };
    const auto append_convolutions = [&] {
        if (!convolutions.empty()) append(balanced_product(std::exchange(convolutions, {}), times));
    };
    for (const auto& factor : factors) {
        Form form = of(factor);
        if (form.inputs() == 1 && form.outputs() == 1) {
            convolutions.push_back(std::move(form));
        } else {
            append_convolutions();
            append(std::move(form));
        }
    }
    append_convolutions();
    return std::move(*result);
}

}  // namespace noble
