#include "plot/panels/motion.hpp"

#include <algorithm>

#include "base/checked.hpp"
#include "plot/panels/filters.hpp"

namespace noble::drawing {
namespace {

template <class Scalar>
tap_list<Scalar> turned(const filter<Scalar>& f) {
    tap_list<Scalar> taps;
    for (auto t = f.taps.rbegin(); t != f.taps.rend(); ++t) {
        taps.push_back({checked::neg(t->index), t->value});
    }
    return taps;
}

template <class Scalar>
std::vector<tap_list<Scalar>> rows_of(const canonical<Scalar>& form) {
    std::vector<tap_list<Scalar>> rows;
    for (index_t r = 0; r < form.outputs(); ++r) {
        auto& row = rows.emplace_back();
        for (const auto& tap : form.row(r)) row.push_back({tap.offset, tap.value});
    }
    return rows;
}

}  // namespace

template <class Scalar>
index_t axis_motion<Scalar>::phase(index_t k) const {
    return checked::floor_mod(k, outputs);
}

template <class Scalar>
index_t axis_motion<Scalar>::base(index_t k) const {
    return checked::mul(checked::floor_div(k, outputs), inputs);
}

template <class Scalar>
axis_motion<Scalar> motion_of(const std::vector<canonical<Scalar>>& forms) {
    axis_motion<Scalar> motion;
    if (std::ranges::all_of(forms, is_one_filter<Scalar>)) {
        motion.spacing = forms.front().outputs();
        motion.inputs = forms.front().inputs();
        for (const auto& form : forms) motion.kernels.push_back({turned(equivalent_filter(form))});
        return motion;
    }
    for (const auto& form : forms) motion.outputs = checked::lcm(motion.outputs, form.outputs());
    for (const auto& form : forms) {
        const auto common = stretch(form, motion.outputs / form.outputs());
        motion.inputs = common.inputs();
        motion.kernels.push_back(rows_of(common));
    }
    return motion;
}

template struct axis_motion<exact>;
template struct axis_motion<polynomial>;
template axis_motion<exact> motion_of(const std::vector<canonical<exact>>&);
template axis_motion<polynomial> motion_of(const std::vector<canonical<polynomial>>&);

}  // namespace noble::drawing
