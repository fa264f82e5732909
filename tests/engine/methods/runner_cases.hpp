// Runners held against the sums that a form states: whole numbers as taps and samples, so that sums
// are exact in every element type and in any order.
#pragma once

#include <gmpxx.h>

#include <algorithm>
#include <complex>
#include <limits>
#include <random>
#include <vector>

#include "base/aligned_memory.hpp"
#include "base/checked.hpp"
#include "engine/methods/runner.hpp"
#include "engine/signals/element.hpp"
#include "noble/canonical.hpp"
#include "noble/op.hpp"

namespace noble::testing {

/// `count` whole numbers from −8 to 8.
inline sequence whole_taps(std::mt19937& random, index_t count, bool complex = false) {
    std::vector<exact> values;
    const auto whole = [&] { return rational(static_cast<long>(random() % 17) - 8); };
    for (index_t i = 0; i < count; ++i) {
        values.push_back(complex ? exact(whole(), whole()) : exact(whole()));
    }
    return sequence(values).shifted(-count / 3);
}

template <class T>
std::vector<T> whole_samples(std::mt19937& random, index_t count) {
    using real = engine::real_of<T>;
    std::vector<T> samples(static_cast<std::size_t>(count));
    real* const parts = engine::reals(samples.data());
    for (index_t i = 0; i < count * engine::words_of<T>; ++i) {
        parts[i] = static_cast<real>(static_cast<int>(random() % 17) - 8);
    }
    return samples;
}

template <class T>
canonical<T> form_of(const op& word) {
    return rounded<T>(canonical_form<exact>(word));
}

template <class T>
engine::extended_input<T> zeros_around(const std::vector<T>& samples) {
    return {samples.data(), static_cast<index_t>(samples.size()), 1, boundary::zero};
}

/// y[L·j + r] = Σ c_r[o]·x[M·j + o] for the outputs a … b−1.
template <class T>
std::vector<T> by_formula(const canonical<T>& form, const engine::extended_input<T>& x, index_t a,
                          index_t b) {
    std::vector<T> y;
    for (index_t n = a; n < b; ++n) {
        const index_t j = checked::floor_div(n, form.outputs());
        T sum{};
        for (const auto& tap : form.row(n - form.outputs() * j)) {
            sum += tap.value * x.at(form.inputs() * j + tap.offset);
        }
        y.push_back(sum);
    }
    return y;
}

/// The outputs a … b−1, a tile at a time; NaN where none was written. The scratch memory is NaN as
/// well, and it is all that the runner asks for.
template <class T>
std::vector<T> by_runner(const engine::runner<T>& r, const engine::extended_input<T>& x, index_t a,
                         index_t b, bool past_caches = false) {
    constexpr auto nan = std::numeric_limits<engine::real_of<T>>::quiet_NaN();
    const aligned_memory<T> y(std::max<index_t>(b - a, 1));
    const aligned_memory<T> scratch(r.scratch());
    std::ranges::fill(y.all(), T(nan));
    std::ranges::fill(scratch.all(), T(nan));
    for (index_t i = a; i < b; i += r.tile()) {
        const index_t end = std::min(i + r.tile(), b);
        if (past_caches) {
            r.stream(x, i, end, y.data() + (i - a), scratch.data());
        } else {
            r.run(x, i, end, y.data() + (i - a), scratch.data());
        }
    }
    return {y.data(), y.data() + (b - a)};
}

/// What transforms of such taps and samples err at most.
template <class T>
constexpr double transform_error = 1e5 * std::numeric_limits<engine::real_of<T>>::epsilon();

template <class T>
double greatest_error(const std::vector<T>& got, const std::vector<T>& wanted) {
    double most = 0;
    for (std::size_t i = 0; i < got.size(); ++i) {
        const double error =
            std::abs(std::complex<double>(got[i]) - std::complex<double>(wanted[i]));
        most = error <= most ? most : error;  // NaN is no less than anything
    }
    return most;
}

/// Whether the outputs a … b−1 of the samples are the form's sums, to the last bit.
template <class T>
bool runs_as_stated(const engine::runner<T>& r, const canonical<T>& form,
                    const engine::extended_input<T>& x, index_t a, index_t b) {
    const auto wanted = by_formula(form, x, a, b);
    return by_runner(r, x, a, b) == wanted && by_runner(r, x, a, b, true) == wanted;
}

/// That of whole intervals and of parts of periods, before the signal, in it and after it.
template <class T>
bool runs_anywhere(const engine::runner<T>& r, const canonical<T>& form, std::mt19937& random,
                   index_t count = 300) {
    const auto samples = whole_samples<T>(random, count);
    const auto x = zeros_around(samples);
    const index_t outputs = count * form.outputs() / form.inputs();
    if (!runs_as_stated(r, form, x, -40, outputs + 40)) return false;
    for (int i = 0; i < 12; ++i) {
        const index_t a = static_cast<index_t>(random() % 400) - 60;
        if (!runs_as_stated(r, form, x, a, a + static_cast<index_t>(random() % 90))) return false;
    }
    return true;
}

}  // namespace noble::testing
