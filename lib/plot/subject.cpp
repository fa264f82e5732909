#include "plot/subject.hpp"

#include <algorithm>

#include "noble/error.hpp"

namespace noble::drawing {
namespace {

// `y0`, `x1`, `x1 → y0`: a channel of a bank.
std::string channel(const bank& a, index_t output, index_t input) {
    std::string x = "x" + std::to_string(input);
    std::string y = "y" + std::to_string(output);
    if (a.inputs() == 1) return y;
    return a.outputs() == 1 ? x : x + " → " + y;
}

void append(filter_list& list, const canonical<exact>& form, const std::string& name) {
    const auto add = [&](filter<exact> f) {
        if (list.drawn.size() == most_filters) return;
        if (!name.empty()) f.name = f.name.empty() ? name : name + ", " + f.name;
        auto numbers = rounded(f);
        if (!numbers) throw argument_error("plot: taps beyond 1e300 are not drawn");
        list.drawn.push_back(std::move(*numbers));
    };
    if (is_one_filter(form)) {
        ++list.total;
        return add(equivalent_filter(form));
    }
    list.total += form.outputs();
    const auto most = static_cast<index_t>(most_filters);
    for (index_t r = 0; r < std::min(form.outputs(), most); ++r) add(phase_filter(form, r));
}

}  // namespace

filter_list filters_of(const canonical<exact>& form) {
    filter_list list;
    append(list, form, "");
    return list;
}

filter_list filters_of(const bank& a) {
    filter_list list;
    for (index_t i = 0; i < a.outputs(); ++i) {
        for (index_t j = 0; j < a.inputs(); ++j) {
            append(list, canonical_form<exact>(a.at(i, j)), channel(a, i, j));
        }
    }
    return list;
}

filter_list filters_of(const sequence& q) { return filters_of(canonical_form<exact>(conv(q))); }

}  // namespace noble::drawing
