#include "noble/check_paths.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ostream>

#include "base/checked.hpp"
#include "check/error_bound.hpp"
#include "check/random_samples.hpp"
#include "finite/reference.hpp"
#include "noble/error.hpp"
#include "noble/matrix.hpp"

namespace noble {
namespace {

template <class T>
std::complex<double> widest(const T& value) {
    return static_cast<std::complex<double>>(value);
}

/// A map on one element type: data, what the reference makes of them, and what plans may err.
template <class T>
class path_checker {
 public:
    path_checker(const linear_map& a, std::uint64_t seed)
        : map_(a),
          x_(random_samples<T>(seed).values(a.cols())),
          wanted_(static_cast<std::size_t>(a.rows())) {
        for (const auto& value : x_) magnitudes_.push_back(std::abs(widest(value)));
        const reference<T> run(a);
        run(x_.data(), wanted_.data());
    }

    void append_to(paths_report& report) const {
        for (const grouping groups : groupings_that_differ()) {
            for (const method m : methods) {
                if (runs(groups, m)) append_to(report, groups, m);
            }
        }
    }

 private:
    void append_to(paths_report& report, grouping groups, method m) const {
        const auto bound =
            engine::error_bound<T>(map_, magnitudes_, {.method = m, .groups = groups}).error;
        for (const auto set : instruction_sets()) {
            for (const int threads : {1, 2}) {
                const plan<T> p(
                    map_, {.threads = threads, .method = m, .instructions = set, .groups = groups});
                report.results.push_back(
                    {p.explain().element, m, groups, set, threads, worst_error(p, bound)});
            }
        }
    }

    // Those that the map's words allow: each of one stage only is the same fused and as written.
    [[nodiscard]] std::vector<grouping> groupings_that_differ() const {
        const auto stages = [&](grouping groups) {
            return plan<T>(map_, {.threads = 1, .groups = groups}).explain().stages.size();
        };
        if (stages(grouping::written) == stages(grouping::fused)) return {grouping::fused};
        return {grouping::fused, grouping::written};
    }

    // Whether the method applies to every word, or to a group of it.
    [[nodiscard]] bool runs(grouping groups, method m) const {
        try {
            const plan<T> p(map_, {.threads = 1, .method = m, .groups = groups});
            return true;
        } catch (const argument_error&) {
            return false;
        }
    }

    // In units of the bound; a plan that leaves an output unwritten leaves a NaN.
    [[nodiscard]] double worst_error(const plan<T>& p, const std::vector<double>& bound) const {
        workspace<T> w(p);
        std::vector<T> y(wanted_.size(), std::numeric_limits<float>::quiet_NaN());
        p(x_.data(), y.data(), w);
        double worst = 0;
        for (std::size_t i = 0; i < y.size(); ++i) {
            const double error = std::abs(widest(y[i]) - widest(wanted_[i]));
            if (error == 0) continue;
            const double units = error / bound[i];
            if (std::isnan(units)) return std::numeric_limits<double>::infinity();
            worst = std::max(worst, units);
        }
        return worst;
    }

    linear_map map_;
    std::vector<T> x_;
    std::vector<T> wanted_;
    std::vector<double> magnitudes_;
};

template <class T>
void check_in(const linear_map& a, std::uint64_t seed, paths_report& report) {
    path_checker<T>(a, seed).append_to(report);
}

template <class T>
bool has_finite_taps(const linear_map& a) {
    const auto values = sparse_matrix<T>(a).values;
    return std::ranges::all_of(values, [](const T& v) { return std::isfinite(std::abs(v)); });
}

// Taps may be beyond the range of float32, and are then refused in it.
template <class T>
void check_in_narrow(const linear_map& a, std::uint64_t seed, paths_report& report) {
    if (has_finite_taps<T>(a)) check_in<T>(a, seed, report);
}

}  // namespace

bool paths_report::passed() const noexcept {
    return std::ranges::all_of(results, &path_result::passed);
}

std::string to_string(const paths_report& report) {
    std::string text;
    for (const auto& r : report.results) {
        char line[128];
        std::snprintf(line, sizeof line,
                      "%-10s  %-7s  %-5s  %-6s  %d thread%s  %s   error %.3g of the bound\n",
                      r.element.c_str(), to_string(r.groups).c_str(), to_string(r.method).c_str(),
                      to_string(r.instructions).c_str(), r.threads, r.threads == 1 ? " " : "s",
                      r.passed() ? "pass" : "FAIL", r.error);
        text += line;
    }
    return text;
}

std::ostream& operator<<(std::ostream& out, const paths_report& report) {
    return out << to_string(report);
}

paths_report check_paths(const linear_map& a, std::uint64_t seed) {
    // In the widest type: inputs, outputs and the bounds of both.
    require_memory(checked::add(a.rows(), a.cols()), 8 * sizeof(double), "the data of a check");
    paths_report report;
    if (a.is_real()) {
        check_in_narrow<float>(a, seed, report);
        check_in<double>(a, seed, report);
    }
    check_in_narrow<std::complex<float>>(a, seed, report);
    check_in<std::complex<double>>(a, seed, report);
    return report;
}

}  // namespace noble
