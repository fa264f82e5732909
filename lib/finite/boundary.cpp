#include "noble/boundary.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <ostream>

#include "base/checked.hpp"
#include "noble/error.hpp"

namespace noble {
namespace {

constexpr std::array<const char*, boundaries.size()> names{
    "zero",          "edge",        "periodic", "symmetric", "reflect",
    "antisymmetric", "antireflect", "smooth",   "line",
};

[[noreturn]] void refuse_non_linear(const std::string& name) {
    throw argument_error("the boundary '" + name +
                         "' is not linear in the samples, so it has no matrix and no transpose");
}

[[noreturn]] void refuse_unknown(const std::string& name) {
    std::string list;
    for (const char* known : names) list += (list.empty() ? "" : ", ") + std::string(known);
    throw argument_error("unknown boundary '" + name + "'; expected one of " + list);
}

extension_terms one(index_t index, index_t num = 1) {
    extension_terms terms;
    terms.add(index, num);
    return terms;
}

// Half-sample symmetry of period 2n; `sign` multiplies the mirrored copies.
extension_terms mirrored(index_t n, index_t m, index_t sign) {
    const index_t i = checked::floor_mod(m, n);
    const bool odd_copy = checked::floor_mod(checked::floor_div(m, n), 2) == 1;
    return odd_copy ? one(n - 1 - i, sign) : one(i);
}

extension_terms reflected(index_t n, index_t m) {
    const index_t i = checked::floor_mod(m, checked::mul(2, n - 1));
    return one(i < n ? i : 2 * (n - 1) - i);
}

// Odd about both ends: x̃[m + 2(n−1)] = x̃[m] + 2(x[n−1] − x[0]).
extension_terms antireflected(index_t n, index_t m) {
    const index_t period = checked::mul(2, n - 1);
    const index_t i = checked::floor_mod(m, period);
    const index_t climb = checked::mul(2, checked::floor_div(m, period));
    extension_terms terms;
    if (i < n) {
        terms.add(i, 1);
        terms.add(n - 1, climb);
    } else {
        terms.add(period - i, -1);
        terms.add(n - 1, checked::add(climb, 2));
    }
    terms.add(0, checked::neg(climb));
    return terms;
}

// x[at] + steps·(x[to] − x[from])/over
extension_terms sloped(index_t at, index_t steps, index_t from, index_t to, index_t over) {
    extension_terms terms;
    terms.add(at, 1);
    terms.add(to, steps, over);
    terms.add(from, checked::neg(steps), over);
    return terms;
}

extension_terms outside(boundary b, index_t n, index_t m) {
    const bool before = m < 0;
    const index_t end = before ? 0 : n - 1;
    const index_t beyond = before ? m : m - (n - 1);  // signed distance from that end
    switch (b) {
        case boundary::zero:
            return {};
        case boundary::edge:
            return one(end);
        case boundary::periodic:
            return one(checked::floor_mod(m, n));
        case boundary::symmetric:
            return mirrored(n, m, 1);
        case boundary::reflect:
            return reflected(n, m);
        case boundary::antisymmetric:
            return mirrored(n, m, -1);
        case boundary::antireflect:
            return antireflected(n, m);
        case boundary::smooth:
            return before ? sloped(end, beyond, 0, 1, 1) : sloped(end, beyond, n - 2, n - 1, 1);
        case boundary::line:
            return sloped(end, beyond, 0, n - 1, n - 1);
    }
    return {};
}

bool is_edge_at_one_sample(boundary b) {
    return b == boundary::reflect || b == boundary::antireflect || b == boundary::smooth ||
           b == boundary::line;
}

}  // namespace

std::string to_string(boundary b) { return names.at(static_cast<std::size_t>(b)); }

std::ostream& operator<<(std::ostream& out, boundary b) { return out << to_string(b); }

boundary boundary_from(const std::string& name) {
    for (const boundary b : boundaries) {
        if (name == to_string(b)) return b;
    }
    if (name == "wrap") return boundary::periodic;
    if (name == "constant" || name == "constant:0") return boundary::zero;
    if (name.starts_with("constant:")) {
        throw argument_error("the boundary '" + name +
                             "' adds a constant: it is affine, not linear, so it has no matrix and "
                             "no transpose; only constant:0 (zero) has");
    }
    constexpr std::array non_linear{"median", "minimum", "maximum", "min", "max"};
    if (std::ranges::find(non_linear, name) != non_linear.end()) refuse_non_linear(name);
    refuse_unknown(name);
}

rational extension_term::weight() const { return ratio(mpz_class(num), mpz_class(den)); }

void extension_terms::add(index_t index, index_t num, index_t den) {
    if (num != 0) terms_.at(count_++) = {index, num, den};
}

extension_terms extend(boundary b, index_t n, index_t m) {
    if (m >= 0 && m < n) return one(m);
    return outside(n == 1 && is_edge_at_one_sample(b) ? boundary::edge : b, n, m);
}

void require_extendable(boundary b, index_t n) {
    if (n < 0) throw shape_error("a signal of " + std::to_string(n) + " samples");
    if (n == 0 && b != boundary::zero) {
        throw shape_error("a signal of 0 samples has no " + to_string(b) +
                          " extension; only the zero boundary takes it");
    }
}

}  // namespace noble
