// A plan held against the reference: data, options and the error in units of the stated bound.
#pragma once

#include <gmpxx.h>

#include <algorithm>
#include <cmath>
#include <complex>
#include <random>
#include <type_traits>
#include <vector>

#include "check/error_bound.hpp"
#include "engine/methods/methods.hpp"
#include "engine/planning/groups.hpp"
#include "finite/reference.hpp"
#include "noble/plan.hpp"

namespace noble::testing {

template <class T>
std::vector<T> random_values(std::mt19937_64& random, index_t count) {
    std::uniform_real_distribution<double> uniform(-1, 1);
    std::vector<T> values;
    values.reserve(static_cast<std::size_t>(count));
    for (index_t i = 0; i < count; ++i) {
        if constexpr (std::is_floating_point_v<T>) {
            values.push_back(static_cast<T>(uniform(random)));
        } else {
            using real = typename T::value_type;
            const auto re = static_cast<real>(uniform(random));
            values.emplace_back(re, static_cast<real>(uniform(random)));
        }
    }
    return values;
}

template <class T>
std::vector<double> magnitudes(const std::vector<T>& x) {
    std::vector<double> result;
    for (const auto& v : x) result.push_back(std::abs(std::complex<double>(v)));
    return result;
}

template <class T>
std::vector<T> by_reference(const linear_map& a, const std::vector<T>& x) {
    std::vector<T> y(static_cast<std::size_t>(a.rows()));
    const reference<T> run(a);
    run(x.data(), y.data());
    return y;
}

template <class T>
std::vector<T> by_plan(const linear_map& a, const std::vector<T>& x, const plan_options& options) {
    const plan<T> p(a, options);
    workspace<T> w(p);
    std::vector<T> y(static_cast<std::size_t>(a.rows()), std::numeric_limits<float>::quiet_NaN());
    p(x.data(), y.data(), w);
    return y;
}

/// The greatest |got − wanted| in units of `bound`; infinite where a value is not finite.
template <class T>
double units_of(const std::vector<T>& got, const std::vector<T>& wanted,
                const std::vector<double>& bound) {
    double worst = 0;
    for (std::size_t i = 0; i < got.size(); ++i) {
        const double error =
            std::abs(std::complex<double>(got[i]) - std::complex<double>(wanted[i]));
        if (error == 0) continue;
        const double units = error / bound[i];
        worst = std::isnan(units) ? HUGE_VAL : std::max(worst, units);
    }
    return worst;
}

/// The methods that run a word and its transpose: fused, or some group of each.
template <class T>
std::vector<method> methods_of(const op& word, grouping groups = grouping::fused) {
    std::vector<method> found;
    const auto forwards = engine::fused_groups<T>(word, 1, {.groups = groups});
    const auto back = engine::fused_groups<T>(word.T(), 1, {.groups = groups});
    for (const method m : methods) {
        const auto runs = [m](const auto& group) { return engine::applies(m, group.form); };
        if (std::ranges::any_of(forwards, runs) && std::ranges::any_of(back, runs)) {
            found.push_back(m);
        }
    }
    return found;
}

/// The ways of grouping that make a difference for n samples: as written only where that is little
/// work, between up and down too.
inline std::vector<grouping> groupings_of(const op& word, index_t n) {
    const auto* product = std::get_if<node::product>(&word.root());
    if (product == nullptr) return {grouping::fused};
    double longest = static_cast<double>(n);
    double samples = longest;
    for (std::size_t i = product->factors.size(); i-- > 0;) {
        const rate r = product->factors[i].rate();
        samples *= static_cast<double>(r.outputs) / static_cast<double>(r.inputs);
        longest = std::max(longest, samples);
    }
    if (longest > 200'000) return {grouping::fused};
    return {grouping::fused, grouping::written};
}

/// Taps n/8, |n| ≤ 32: exact in every element type.
inline sequence random_taps(std::mt19937_64& random, index_t count, bool complex = false) {
    std::vector<exact> values;
    const auto number = [&]() -> rational {
        return rational(static_cast<long>(random() % 65) - 32) / 8;
    };
    for (index_t i = 0; i < count; ++i) {
        values.push_back(complex ? exact(number(), number()) : exact(number()));
    }
    return sequence(values).shifted(-count / 2);
}

}  // namespace noble::testing
